import type { PrinterFault } from '../printer.ts'

/** What a Star printer's status comes to. */
export interface StarCondition {
  readonly fault: PrinterFault | null
  readonly paperLow: boolean
  /** ETB commands carried out, [0, 31]; 0 after switching on. */
  readonly printed: number
}

/**
 * Printer status, bytes three to eight of automatic status. Source: STAR Line Mode Command Specifications, appendix 2:
 * byte 3 cover and offline, byte 4 errors, byte 5 black mark, byte 6 paper, byte 8 the ETB counter.
 */
export function conditionOf(bytes: readonly number[]): StarCondition {
  const [, , printer = 0, error = 0, other = 0, paper = 0, , counter = 0] = bytes
  return {
    fault: firstFault({
      coverOpen: (printer & 0x20) !== 0,
      paperOut: (paper & 0x08) !== 0,
      cutter: (error & 0x08) !== 0,
      // Offline, by itself or by its switch; mechanical, unrecoverable or too hot; its buffer ran over.
      offline: (printer & 0x48) !== 0 || (error & 0x64) !== 0 || (other & 0x40) !== 0,
    }),
    paperLow: (paper & 0x06) !== 0,
    printed: ((counter >> 1) & 0x07) | ((counter >> 2) & 0x18),
  }
}

/** An open cover also reads as paper out, and either as offline: the cause comes first. */
function firstFault(found: Readonly<Record<'coverOpen' | 'paperOut' | 'cutter' | 'offline', boolean>>) {
  for (const fault of ['coverOpen', 'paperOut', 'cutter', 'offline'] as const) if (found[fault]) return fault
  return null
}
