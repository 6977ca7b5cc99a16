import { type Dirham, dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'

/** What stands in a table as it is: quoted where it has to be. */
export type Cell = number | (string & { readonly cell: unique symbol })

/** A table as it grows: RFC 4180, UTF-8 behind a byte order mark (or Excel takes Arabic for something else). */
export class CsvTable {
  #rows: string
  readonly #pieces: Buffer[] = []

  constructor(names: readonly string[]) {
    this.#rows = `\ufeff${names.join(',')}\r\n`
  }

  row(cells: readonly Cell[]): void {
    let line = `${cells[0] ?? ''}`
    for (let at = 1; at < cells.length; at++) line += `,${cells[at]}`
    this.#rows += `${line}\r\n`
    if (this.#rows.length > pieceCharacters) this.#cut()
  }

  /** All of it, in pieces. */
  bytes(): readonly Uint8Array[] {
    this.#cut()
    return this.#pieces
  }

  /** A hundred thousand short strings are dearer than the bytes they come to. */
  #cut(): void {
    this.#pieces.push(Buffer.from(this.#rows))
    this.#rows = ''
  }
}

const pieceCharacters = 256 * 1024
const needsQuotes = /[",\r\n]/

/** Nothing. */
export const empty = '' as Cell

/** A word of ours: a kind, a number, a hash. */
export const word = (text: string): Cell =>
  (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text) as Cell

/** Whatever may need a second look: a formula, quotes, thirteen digits close together. A month has a million cells: one pattern. */
const notPlain = /^[=+\-@\t\r]|[",\r\n]|(?:\d\D?){13}/

/** What a person wrote: no formula where a spreadsheet would take it for one, no card number whoever typed it. */
export function freeText(text: string): Cell {
  if (!notPlain.test(text)) return text as Cell
  const kept = withoutCardNumbers(text)
  return word(/^[=+\-@\t\r]/.test(kept) ? `'${kept}` : kept)
}

/** `-1234.50`; of a refund all amounts are negative. */
export const money = (amount: number, sign: 1 | -1 = 1): Cell =>
  formatData(dirham(sign * amount) as Dirham) as Cell
