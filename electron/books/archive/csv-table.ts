import { dirham } from '#shared/money/amount.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'

const pieceBytes = 512 * 1024
/** UTF-8 of one UTF-16 unit, at most. */
const bytesALetter = 3
/** Digits of the largest whole number, with a sign and a point. */
const longestNumber = 18
/** Digits of the shortest card number (ISO/IEC 7812). */
const cardDigits = 13
/** A spreadsheet would take it for a formula. */
const formula = /^[=+\-@\t\r]/
const needsQuotes = /[",\r\n]/

const comma = 0x2c
const zero = 0x30
const nine = 0x39
const minus = 0x2d
const point = 0x2e
const carriageReturn = 0x0d
const lineFeed = 0x0a

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
 * cell and then ended. A month has two million cells, which become bytes at once: a string for each would cost as much as reading
 * them from the journal.
 */
export class CsvTable {
  #piece = Buffer.allocUnsafe(pieceBytes)
  #used = 0
  #rowBegun = false
  readonly #pieces: Buffer[] = []

  constructor(names: readonly string[]) {
    this.#write(`\ufeff${names.join(',')}`)
    this.endRow()
  }

  /** Nothing. */
  empty(): this {
    this.#beginCell(0)
    return this
  }

  whole(value: number): this {
    this.#beginCell(longestNumber)
    if (value < 0) this.#byte(minus)
    this.#digits(Math.abs(value))
    return this
  }

  /** `-1234.50` of minor units; of a refund all amounts are negative. @throws RangeError on what is no amount */
  money(minor: number, sign: 1 | -1 = 1): this {
    const amount = dirham(sign * minor)
    this.#beginCell(longestNumber)
    if (amount < 0) this.#byte(minus)
    const all = Math.abs(amount)
    const hundredths = all % 100
    this.#digits((all - hundredths) / 100)
    this.#byte(point)
    this.#byte(zero + Math.floor(hundredths / 10))
    this.#byte(zero + (hundredths % 10))
    return this
  }

  /** A word of ours: a kind, a moment, a hash. */
  word(text: string): this {
    this.#write(needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    return this
  }

  /** What a person wrote: no formula where a spreadsheet would take it for one, no card number whoever typed it. */
  text(text: string): this {
    if (isPlain(text)) this.#write(text)
    else {
      const kept = withoutCardNumbers(text)
      this.word(formula.test(kept) ? `'${kept}` : kept)
    }
    return this
  }

  endRow(): void {
    this.#room(2)
    this.#byte(carriageReturn)
    this.#byte(lineFeed)
    this.#rowBegun = false
  }

  /** All of it, in pieces. */
  bytes(): readonly Uint8Array[] {
    this.#cut()
    return this.#pieces
  }

  /** A cell of what needs no quotes, or has them. */
  #write(text: string): void {
    this.#beginCell(text.length * bytesALetter)
    const piece = this.#piece
    const begun = this.#used
    let at = begun
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0x7f) {
        this.#used = begun + piece.write(text, begun)
        return
      }
      piece[at++] = code
    }
    this.#used = at
  }

  #beginCell(bytes: number): void {
    this.#room(bytes + 1)
    if (this.#rowBegun) this.#byte(comma)
    this.#rowBegun = true
  }

  #digits(value: number): void {
    let digits = 1
    for (let power = 10; power <= value; power *= 10) digits += 1
    this.#used += digits
    for (let at = this.#used - 1, left = value; digits > 0; digits--, at--) {
      const rest = left % 10
      this.#piece[at] = zero + rest
      left = (left - rest) / 10
    }
  }

  #byte(byte: number): void {
    this.#piece[this.#used++] = byte
  }

  #room(bytes: number): void {
    if (this.#used + bytes <= this.#piece.length) return
    this.#cut()
    this.#piece = Buffer.allocUnsafe(Math.max(pieceBytes, bytes))
  }

  #cut(): void {
    this.#pieces.push(this.#piece.subarray(0, this.#used))
    this.#piece = Buffer.alloc(0)
    this.#used = 0
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
