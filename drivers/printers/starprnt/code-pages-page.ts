import { pageBytes } from '../escpos/code-page.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { PrinterProfile } from '../printer.ts'
import { bold, cut, initialise, lineFeed } from './commands.ts'

/** Letters that pages put in different places. */
const letters = 'éèàçêù€'

/** The numbers of the maker's table (StarPRNT Command Specifications, ESC GS t). */
const numbers = [...Array(22).keys(), 32, 33, 34, ...Array.from({ length: 16 }, (_, i) => 64 + i), 255]

/** 4 mm. */
const lineDots = 32

/**
 * A page for finding the number of a printer's code page: one line for each number, with the letters as page 858 has
 * them and as page 1252 has them. The number of a line that reads `éèàçêù€` is the one.
 */
export function codePagesJob(profile: PrinterProfile): EncodedJob {
  const ascii = (text: string): Uint8Array => pageBytes(text, 'cp858')
  const line = (number: number): Uint8Array =>
    Buffer.concat([
      Uint8Array.of(0x1b, 0x1d, 0x74, number),
      ascii(`${String(number).padStart(3)}  `),
      pageBytes(letters, 'cp858'),
      ascii('  '),
      pageBytes(letters, 'windows1252'),
      lineFeed,
    ])
  const bytes = Buffer.concat([
    initialise(profile.codePage.number),
    bold(true),
    ascii('ESC GS t  858  1252'),
    lineFeed,
    bold(false),
    ...numbers.map(line),
    cut(profile.cut),
  ])
  return { bytes, heightDots: (numbers.length + 1) * lineDots }
}
