import type { PaperFault } from '#shared/contract/devices.ts'

/** What the printer can be asked about. */
export interface Condition {
  readonly fault: PaperFault
  readonly paperLow: boolean
  readonly drawerOpen: boolean
}

/** One byte for DLE EOT 1…4. Fixed bits 0xx1xx10. Source: Epson TM-T88III and Citizen status tables. */
export function statusByte(n: number, { fault, paperLow, drawerOpen }: Condition): number {
  let byte = 0x12
  if (n === 1 && drawerOpen) byte |= 0x04
  if (n === 1 && fault !== 'none') byte |= 0x08
  if (n === 2 && fault === 'coverOpen') byte |= 0x04
  if (n === 2 && fault === 'paperOut') byte |= 0x20
  if (n === 4 && (paperLow || fault === 'paperOut')) byte |= 0x0c
  if (n === 4 && fault === 'paperOut') byte |= 0x60
  return byte
}

/** The four bytes of automatic status back. First 0xx1xx00, others 0xx0xxxx. */
export function automaticStatus({ fault, paperLow, drawerOpen }: Condition): Uint8Array {
  const first =
    0x10 | (drawerOpen ? 0x04 : 0) | (fault !== 'none' ? 0x08 : 0) | (fault === 'coverOpen' ? 0x20 : 0)
  const paper = (paperLow || fault === 'paperOut' ? 0x03 : 0) | (fault === 'paperOut' ? 0x0c : 0)
  return Uint8Array.of(first, 0, paper, 0x0f)
}

/** One byte for GS r 1 (paper) and GS r 2 (drawer). Fixed bits 0xx0xxxx. */
export function transmitStatus(n: number, { fault, paperLow, drawerOpen }: Condition): number {
  if (n === 2 || n === 50) return drawerOpen ? 0x01 : 0x00
  return (paperLow || fault === 'paperOut' ? 0x03 : 0) | (fault === 'paperOut' ? 0x0c : 0)
}
