import { checkBytes, isOf, isTextClass, maskOf, type TextClass } from './character-class.ts'
import type { ByteReader, ByteWriter } from './cursor.ts'
import type { FieldRow, WireFormat } from './dialect.ts'
import { type DigitCodec, digitCodecs } from './digits.ts'
import { Iso8583Error } from './message.ts'

export type FieldValue = string | Uint8Array

/** One field on the wire, with its length before it where it has one. Both directions throw Iso8583Error. */
export interface FieldCodec {
  /** Most bytes it takes. */
  readonly largest: number
  write(value: FieldValue, out: ByteWriter): void
  read(from: ByteReader): FieldValue
}

/** Built once a dialect; what it depends on is looked at here and not in each message. */
export function fieldCodec(
  field: number,
  row: FieldRow,
  wire: Pick<WireFormat, 'numbers' | 'lengths'>,
): FieldCodec {
  const length = new LengthRule(field, row, digitCodecs[wire.lengths])
  const digits = digitCodecs[wire.numbers]
  if (row.class === 'b') return bytesCodec(field, length)
  if (row.class === 'n') return numberCodec(field, length, digits)
  if (isTextClass(row.class)) return textCodec(field, length, row.class)
  return signedCodec(field, length, digits)
}

/** How long a field may be, and how long it says it is. */
class LengthRule {
  readonly most: number
  readonly fixed: boolean
  readonly #field: number
  readonly #prefix: number
  readonly #digits: DigitCodec

  constructor(field: number, row: FieldRow, digits: DigitCodec) {
    this.most = row.length
    this.fixed = row.prefix === 0
    this.#field = field
    this.#prefix = row.prefix
    this.#digits = digits
  }

  get prefixWidth(): number {
    return this.#digits.width(this.#prefix)
  }

  /** Writes the prefix, if there is one. @param fills shorter text is filled up, so it is not too short */
  write(out: ByteWriter, length: number, fills = false): void {
    this.#check(length, out.at, fills)
    if (!this.fixed) this.#digits.write(out, String(length).padStart(this.#prefix, '0'), 0, this.#field)
  }

  read(from: ByteReader): number {
    if (this.fixed) return this.most
    const at = from.at
    const length = Number(this.#digits.read(from, this.#prefix, this.#field))
    this.#check(length, at, false)
    return length
  }

  /** A field that is there and empty is none: it says neither that nor anything else. */
  #check(length: number, at: number, fills: boolean): void {
    if (length > this.most) throw new Iso8583Error('tooLong', this.#field, at)
    if (!fills && length < (this.fixed ? this.most : 1)) throw new Iso8583Error('tooShort', this.#field, at)
  }
}

function textOf(value: FieldValue, field: number, out: ByteWriter): string {
  if (typeof value !== 'string') throw new Iso8583Error('wrongClass', field, out.at)
  return value
}

function numberCodec(field: number, length: LengthRule, digits: DigitCodec): FieldCodec {
  return {
    largest: length.prefixWidth + digits.width(length.most),
    write(value, out) {
      const text = textOf(value, field, out)
      length.write(out, text.length)
      digits.write(out, text, 0, field)
    },
    read: (from) => digits.read(from, length.read(from), field),
  }
}

const creditLetter = 0x43
const debitLetter = 0x44

/** A letter and digits; the letter is a byte of text even where digits are packed. */
function signedCodec(field: number, length: LengthRule, digits: DigitCodec): FieldCodec {
  const checkLetter = (code: number, at: number): void => {
    if (code !== creditLetter && code !== debitLetter) throw new Iso8583Error('wrongClass', field, at)
  }
  return {
    largest: length.prefixWidth + 1 + digits.width(length.most - 1),
    write(value, out) {
      const text = textOf(value, field, out)
      length.write(out, text.length)
      checkLetter(text.charCodeAt(0), out.at)
      out.put(text.charCodeAt(0))
      digits.write(out, text, 1, field)
    },
    read(from) {
      const count = length.read(from)
      const at = from.take(1, field)
      checkLetter(from.bytes[at] ?? 0, at)
      return from.text.charAt(at) + digits.read(from, count - 1, field)
    },
  }
}

const blank = 0x20

/** Text of a fixed length is filled with blanks on the right, and read without them. */
function textCodec(field: number, length: LengthRule, of: TextClass): FieldCodec {
  const mask = maskOf(of)
  return {
    largest: length.prefixWidth + length.most,
    write(value, out) {
      const text = textOf(value, field, out)
      length.write(out, text.length, length.fixed)
      const { bytes, at } = out
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index)
        if (!isOf(code, mask)) throw new Iso8583Error('wrongClass', field, at + index)
        bytes[at + index] = code
      }
      out.at = at + (length.fixed ? length.most : text.length)
      bytes.fill(blank, at + text.length, out.at)
    },
    read(from) {
      const count = length.read(from)
      const start = from.take(count, field)
      let end = start + count
      if (length.fixed) while (end > start && from.bytes[end - 1] === blank) end--
      checkBytes(from.bytes, start, end, mask, field)
      return from.text.slice(start, end)
    },
  }
}

function bytesCodec(field: number, length: LengthRule): FieldCodec {
  return {
    largest: length.prefixWidth + length.most,
    write(value, out) {
      if (typeof value === 'string') throw new Iso8583Error('wrongClass', field, out.at)
      length.write(out, value.length)
      out.bytes.set(value, out.at)
      out.at += value.length
    },
    read(from) {
      const count = length.read(from)
      const start = from.take(count, field)
      return new Uint8Array(from.bytes.subarray(start, start + count))
    },
  }
}
