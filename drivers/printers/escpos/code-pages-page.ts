import type { EncodedJob } from '../line-printer.ts'
import type { PrinterProfile } from '../printer.ts'
import { pageBytes } from './code-page.ts'
import { bold, cut, initialise, lineFeed } from './commands.ts'

/** Letters that pages put in different places. */
const letters = 'éèàçêù€'

/** Every number a maker is known to use. */
const numbers = [...Array(100).keys(), 254, 255]

const lineDots = 30

/**
 * A page for finding the number of a printer's code page, where ours prints wrong accents: one line for each number,
 * with the letters as page 858 has them and as page 1252 has them. The number of a line that reads `éèàçêù€` on the left
 * is this printer's 858, on the right its 1252. Bytes, not blocks: the layout knows one page only.
 */
export function codePagesJob(profile: PrinterProfile): EncodedJob {
  const ascii = (text: string): Uint8Array => pageBytes(text, 'cp858')
  const line = (number: number): Uint8Array =>
    Buffer.concat([
      Uint8Array.of(0x1b, 0x74, number),
      ascii(`${String(number).padStart(3)}  `),
      pageBytes(letters, 'cp858'),
      ascii('  '),
      pageBytes(letters, 'windows1252'),
      lineFeed,
    ])
  const bytes = Buffer.concat([
    initialise(profile.codePage.number),
    bold(true),
    ascii('ESC t  858      1252'),
    lineFeed,
    bold(false),
    ...numbers.map(line),
    cut(profile.cut),
  ])
  return { bytes, heightDots: (numbers.length + 1) * lineDots }
}
