import type { ReadCommand } from './command-reader.ts'

/** What ESC @ brings back: everything the head remembers between commands but the line itself. */
export interface Modes {
  page: number
  bold: boolean
  wide: number
  tall: number
  /** Bars: dots of height and of a module, 0…3 where their figures stand: nowhere, above, below, both. */
  barHeight: number
  barModule: number
  barText: number
  qrDots: number
  qrLevel: number
  qrData: Uint8Array
}

export const initialModes = (): Modes => ({
  page: 0,
  bold: false,
  wide: 1,
  tall: 1,
  barHeight: 162,
  barModule: 3,
  barText: 0,
  qrDots: 3,
  qrLevel: 0,
  qrData: new Uint8Array(),
})

/** A command that only changes a mode. @returns whether it was one; what is out of range changes nothing, and is said. */
export function changeMode(
  modes: Modes,
  { name, bytes }: ReadCommand,
  refuse: (why: string) => void,
): boolean {
  const n = bytes[0] ?? 0
  const within = (low: number, high: number): boolean => {
    if (n >= low && n <= high) return true
    refuse(`${name} ${n} is out of range: ignored`)
    return false
  }
  switch (name) {
    case 'ESC E':
    case 'ESC G':
      modes.bold = (n & 1) === 1
      return true
    case 'ESC !':
      if ((n & 0x81) !== 0) refuse('ESC !: font B and underline are not simulated')
      modes.bold = (n & 0x08) !== 0
      modes.tall = (n & 0x10) !== 0 ? 2 : 1
      modes.wide = (n & 0x20) !== 0 ? 2 : 1
      return true
    case 'GS !':
      if ((n & 0x88) !== 0) {
        refuse(`GS ! ${n} is out of range: ignored`)
        return true
      }
      modes.wide = (n >> 4) + 1
      modes.tall = (n & 7) + 1
      return true
    case 'GS h':
      if (within(1, 255)) modes.barHeight = n
      return true
    case 'GS w':
      if (within(2, 6)) modes.barModule = n
      return true
    case 'GS H':
      if ((n >= 48 && n <= 51) || within(0, 3)) modes.barText = n % 48
      return true
    default:
      return false
  }
}
