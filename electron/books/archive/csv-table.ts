import { dirham } from '#shared/money/amount.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'
import { ByteText } from '../byte-text.ts'

const pieceBytes = 512 * 1024
/** Digits of the shortest card number (ISO/IEC 7812). */
const cardDigits = 13
/** A spreadsheet would take it for a formula. */
const formula = /^[=+\-@\t\r]/
const needsQuotes = /[",\r\n]/

const comma = 0x2c
const zero = 0x30
const nine = 0x39

/** Characters that need a second look wherever they stand, and where a text begins. */
const never = flags('",\r\n')
const neverFirst = flags('=+-@\t\r')

function flags(characters: string): Uint8Array {
  const all = new Uint8Array(128)
  for (const each of characters) all[each.charCodeAt(0)] = 1
  return all
}

/**
 * A table as it grows: RFC 4180, UTF-8 behind a byte order mark (or Excel takes Arabic for something else). A row is said cell by
 * cell and then ended.
 */
export class CsvTable {
  #rowBegun = false
  readonly #pieces: Uint8Array[] = []
  readonly #text = new ByteText(pieceBytes, (piece) => void this.#pieces.push(Buffer.from(piece)))

  constructor(names: readonly string[]) {
    this.#text.text(`\ufeff${names.join(',')}\r\n`)
  }

  /** Nothing. */
  empty(): this {
    this.#cell()
    return this
  }

  whole(value: number): this {
    this.#cell().whole(value)
    return this
  }

  /** `-1234.50` of minor units; of a refund all amounts are negative. @throws RangeError on what is no amount */
  money(minor: number, sign: 1 | -1 = 1): this {
    this.#cell().hundredths(dirham(sign * minor))
    return this
  }

  /** A word of ours: a kind, a moment, a hash. */
  word(text: string): this {
    this.#cell().text(needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    return this
  }

  /** What a person wrote: no formula where a spreadsheet would take it for one, no card number whoever typed it. */
  text(text: string): this {
    if (isPlain(text)) {
      this.#cell().text(text)
      return this
    }
    const kept = withoutCardNumbers(text)
    return this.word(formula.test(kept) ? `'${kept}` : kept)
  }

  endRow(): void {
    this.#text.text('\r\n')
    this.#rowBegun = false
  }

  /** All of it, in pieces. */
  bytes(): readonly Uint8Array[] {
    this.#text.flush()
    return this.#pieces
  }

  #cell(): ByteText {
    if (this.#rowBegun) this.#text.byte(comma)
    this.#rowBegun = true
    return this.#text
  }
}

/** Whether a text can stand as it is: no quotes due, no formula, nowhere thirteen digits with at most one other sign between two. */
function isPlain(text: string): boolean {
  if (neverFirst[text.charCodeAt(0)] === 1) return false
  let digits = 0
  let between = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= zero && code <= nine) {
      digits += 1
      if (digits === cardDigits) return false
      between = 0
    } else {
      if (never[code] === 1) return false
      between += 1
      if (between > 1) digits = 0
    }
  }
  return true
}
