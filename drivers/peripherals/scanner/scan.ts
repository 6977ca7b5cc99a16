/** A code that was read. */
export interface Scan {
  /** [1, `longestScan`] characters, without prefix or terminator. */
  readonly text: string
  /** AIM identifier where the scanner says it, e.g. `]E0` for EAN-13 (ISO/IEC 15424); else `null`. */
  readonly symbology: string | null
}

/** A QR code holds no more letters than this; a longer code is nonsense. */
export const longestScan = 4_296
