import { type Dirham, dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'

/** A table as it grows: RFC 4180, UTF-8 behind a byte order mark (or Excel takes Arabic for something else). */
export class CsvTable {
  #rows: string
  readonly #pieces: Buffer[] = []

  constructor(names: readonly string[]) {
    this.#rows = `\ufeff${names.join(',')}\r\n`
  }

  row(cells: readonly (string | number)[]): void {
    let line = ''
    for (const [index, cell] of cells.entries()) line += `${index === 0 ? '' : ','}${quoted(String(cell))}`
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

const pieceCharacters = 64 * 1024
const needsQuotes = /[",\r\n]/

const quoted = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** What a person wrote: no formula where a spreadsheet would take it for one, no card number whoever typed it. */
export function freeText(text: string): string {
  const kept = text.length < 13 ? text : withoutCardNumbers(text)
  return /^[=+\-@\t\r]/.test(kept) ? `'${kept}` : kept
}

/** `-1234.50`; of a refund all amounts are negative. */
export const money = (amount: number, sign: 1 | -1 = 1): string => formatData(dirham(sign * amount) as Dirham)
