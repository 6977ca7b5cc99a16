import { pageBytes } from './letters/code-page.ts'
import type { EncodedJob } from './line-printer.ts'

/** How a language says what the page of all code pages needs. */
export interface CodePageWords {
  /** A known state. */
  readonly initialise: Uint8Array
  readonly choose: (number: number) => Uint8Array
  readonly bold: (on: boolean) => Uint8Array
  readonly lineFeed: Uint8Array
  readonly cut: Uint8Array
  /** The command that chooses a page, as people write it. */
  readonly command: string
  /** Every number that may be a page. */
  readonly numbers: readonly number[]
  readonly lineDots: number
}

/** Letters that pages put in different places. */
const letters = 'éèàçêù€'
/** Over the columns of a line: its number, the letters by one page, the letters by the other. */
const heads = '     858      1252'

/**
 * A page for finding the number of a printer's code page, where ours prints wrong accents: one line for each number,
 * with the letters as page 858 has them and as page 1252 has them. The number of a line that reads `éèàçêù€` on the left
 * is this printer's 858, on the right its 1252. Bytes, not blocks: the layout knows one page only.
 */
export function codePagesJob(words: CodePageWords): EncodedJob {
  const { initialise, choose, bold, lineFeed, cut, command, numbers, lineDots } = words
  const ascii = (text: string): Uint8Array => pageBytes(text, 'cp858')
  const line = (number: number): Uint8Array =>
    Buffer.concat([
      choose(number),
      ascii(`${String(number).padStart(3)}  `),
      pageBytes(letters, 'cp858'),
      ascii('  '),
      pageBytes(letters, 'windows1252'),
      lineFeed,
    ])
  const bytes = Buffer.concat([
    initialise,
    bold(true),
    ascii(command),
    lineFeed,
    ascii(heads),
    lineFeed,
    bold(false),
    ...numbers.map(line),
    cut,
  ])
  return { bytes, heightDots: (numbers.length + 2) * lineDots }
}
