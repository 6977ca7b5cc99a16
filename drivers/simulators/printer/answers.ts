import type { Condition } from './mechanism/machine.ts'

/** One byte for DLE EOT 1…4. Fixed bits 0xx1xx10. Source: Epson TM-T88III and Citizen status tables. */
export function statusByte(n: number, { fault, paperLow, drawerOpen }: Condition): number {
  let byte = 0x12
  if (n === 1 && drawerOpen) byte |= 0x04
  if (n === 1 && fault !== 'none') byte |= 0x08
  if (n === 2 && fault === 'coverOpen') byte |= 0x04
  if (n === 2 && fault === 'paperOut') byte |= 0x20
  if (n === 2 && fault === 'cutter') byte |= 0x40
  if (n === 3 && fault === 'cutter') byte |= 0x08
  if (n === 4 && (paperLow || fault === 'paperOut')) byte |= 0x0c
  if (n === 4 && fault === 'paperOut') byte |= 0x60
  return byte
}

/** The four bytes of automatic status back. First 0xx1xx00, others 0xx0xxxx. Source: Citizen CT-S2000, GS a. */
export function automaticStatus(condition: Condition): Uint8Array {
  const { fault, drawerOpen } = condition
  const first =
    0x10 | (drawerOpen ? 0x04 : 0) | (fault !== 'none' ? 0x08 : 0) | (fault === 'coverOpen' ? 0x20 : 0)
  return Uint8Array.of(first, fault === 'cutter' ? 0x08 : 0, paperBits(condition), 0x0f)
}

/** One byte for GS r 1 (paper) and GS r 2 (drawer). Fixed bits 0xx0xxxx. */
export function transmitStatus(n: number, condition: Condition): number {
  if (n === 2 || n === 50) return condition.drawerOpen ? 0x01 : 0x00
  return paperBits(condition)
}

const paperBits = ({ fault, paperLow }: Condition): number =>
  (paperLow || fault === 'paperOut' ? 0x03 : 0) | (fault === 'paperOut' ? 0x0c : 0)

/** Which of the four groups of GS a (drawer, online, error, paper: bits 0…3) differ between two conditions. */
export function differing(before: Condition, now: Condition): number {
  return (
    (before.drawerOpen === now.drawerOpen ? 0 : 0x01) |
    ((before.fault === 'none') === (now.fault === 'none') ? 0 : 0x02) |
    ((before.fault === 'cutter') === (now.fault === 'cutter') ? 0 : 0x04) |
    (paperBits(before) === paperBits(now) ? 0 : 0x08)
  )
}

/** GS I n: one byte for 1 (model), 2 (has a knife) and 3 (version), a string behind 5F for 66 (maker) and 67 (model). */
export function identity(n: number): Uint8Array | null {
  const text = (words: string) => Uint8Array.from([0x5f, ...Buffer.from(words, 'latin1'), 0])
  if (n === 1 || n === 49) return Uint8Array.of(0x20)
  if (n === 2 || n === 50) return Uint8Array.of(0x02)
  if (n === 3 || n === 51) return Uint8Array.of(0x01)
  return n === 66 ? text('HANOUT') : n === 67 ? text('SIMULATOR') : null
}
