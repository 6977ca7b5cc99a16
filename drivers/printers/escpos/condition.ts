import type { PrinterFault } from '../printer.ts'

/** What is wrong with a printer as its status bytes say; `fault` is the one a person should mend first. */
export interface Condition {
  readonly fault: PrinterFault | null
  readonly paperLow: boolean
  /** It stopped for an error that DLE ENQ ends once its cause is mended. */
  readonly recoverable: boolean
}

/** Answers to DLE EOT 1, 2, 3 and 4. Source: Epson TM-T88III, Citizen status tables. */
export interface RealTimeStatus {
  readonly printer: number
  readonly offline: number
  readonly error: number
  readonly paper: number
}

/** What the four answers to DLE EOT come to; an unasked one is 0. */
export function conditionOf(status: RealTimeStatus): Condition {
  const paperOut = (status.offline & 0x20) !== 0 || (status.paper & 0x60) !== 0
  return {
    fault: firstFault({
      coverOpen: (status.offline & 0x04) !== 0,
      paperOut,
      cutter: (status.error & 0x08) !== 0,
      offline: (status.printer & 0x08) !== 0 || (status.offline & 0x40) !== 0 || (status.error & 0x60) !== 0,
    }),
    paperLow: (status.paper & 0x0c) !== 0,
    recoverable: (status.error & 0x0c) !== 0 && (status.error & 0x20) === 0,
  }
}

/** Automatic status back: byte 1 offline and cover, byte 2 errors, byte 3 paper. */
export function conditionOfAutomatic([first, error, paper]: readonly number[]): Condition {
  return {
    fault: firstFault({
      coverOpen: ((first ?? 0) & 0x20) !== 0,
      paperOut: ((paper ?? 0) & 0x0c) !== 0,
      cutter: ((error ?? 0) & 0x08) !== 0,
      offline: ((first ?? 0) & 0x08) !== 0 || ((error ?? 0) & 0x64) !== 0,
    }),
    paperLow: ((paper ?? 0) & 0x03) !== 0,
    recoverable: ((error ?? 0) & 0x0c) !== 0 && ((error ?? 0) & 0x20) === 0,
  }
}

/** An open cover also reads as paper out, and either as offline: the cause comes first. */
function firstFault(found: Readonly<Record<'coverOpen' | 'paperOut' | 'cutter' | 'offline', boolean>>) {
  for (const fault of ['coverOpen', 'paperOut', 'cutter', 'offline'] as const) if (found[fault]) return fault
  return null
}
