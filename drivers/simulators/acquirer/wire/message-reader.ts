import { type ElementTable, elementTable, isOfClass } from './elements.ts'
import type { Digits, Element, HostDialect, HostWire } from './host-dialect.ts'
import { isMacWanted, type Seal } from './mac.ts'
import type { Reading, ReadingTrouble } from './message.ts'

/** What a till has no business to send: card number, expiry, tracks, PIN, chip. Never read, so never kept. */
const cardElements: ReadonlySet<number> = new Set([2, 14, 34, 35, 36, 45, 52, 55])

/** One message, from its type to its last byte; a second one is another reader's. */
export class MessageReader {
  readonly #dialect: Pick<HostDialect, 'version' | 'wire' | 'mac'>
  readonly #elements: ElementTable
  readonly #seal: Seal | null

  constructor(dialect: Pick<HostDialect, 'version' | 'wire' | 'mac'>, seal: Seal | null) {
    this.#dialect = dialect
    this.#elements = elementTable(dialect.wire)
    this.#seal = seal
  }

  /** Whether this dialect has such a field. */
  has(field: number): boolean {
    return this.#elements.has(field)
  }

  /** Never throws: what is wrong is said in the reading. */
  read(bytes: Buffer): Reading {
    const fields = new Map<number, string>()
    const from = new Reader(bytes, this.#dialect.wire)
    let mti = ''
    try {
      mti = from.digits('mti', 4, 'the type')
      if (!mti.startsWith(this.#dialect.version)) throw new Trouble('the type is of another version')
      for (const field of bitmapOf(from)) fields.set(field, this.#readField(field, from))
      if (from.left > 0) throw new Trouble(`${from.left} bytes follow the message`)
      this.#checkMac(mti, fields)
      return { mti, fields, trouble: null }
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      return { mti, fields, trouble: error.trouble }
    }
  }

  #readField(field: number, from: Reader): string {
    const element = this.#elements.get(field)
    if (element === undefined) throw new Trouble(`there is no DE ${field}`)
    if (cardElements.has(field)) throw new Trouble(`DE ${field} is of a card`, 'cardData')
    if (field === 64 || field === 128) this.#verify(field, from)
    return from.element(field, element)
  }

  /** Over all before it (ISO 8583:1987 DE 64, 128), so the reader still stands there. */
  #verify(field: number, from: Reader): void {
    const wrong = this.#seal !== null && !this.#seal.isOf(from.before(), from.next(8))
    if (wrong) throw new Trouble(`DE ${field} is not the MAC of this message`)
  }

  #checkMac(mti: string, fields: ReadonlyMap<number, string>): void {
    const has = fields.has(64) || fields.has(128)
    const wanted = isMacWanted(mti, this.#dialect.mac)
    if (wanted && !has) throw new Trouble('there is no MAC')
    if (!wanted && has) throw new Trouble('there is a MAC, and none is agreed on')
    if (fields.has(64) && [...fields.keys()].at(-1) !== 64) throw new Trouble('DE 64 is not the last')
  }
}

/** Numbers of the fields that are there, in order. */
function bitmapOf(from: Reader): readonly number[] {
  const first = fieldsIn(from.bitmap(), 0)
  if (first[0] !== 1) return first
  const second = fieldsIn(from.bitmap(), 64)
  if (second.length === 0) throw new Trouble('the second bitmap is empty')
  if (second[0] === 65) throw new Trouble('there is a third bitmap')
  return [...first.slice(1), ...second]
}

/** The highest bit is the first. @param before number of the field before the first */
function fieldsIn(bitmap: Buffer, before: number): number[] {
  const fields: number[] = []
  for (const [index, byte] of bitmap.entries()) {
    for (let bit = 0; bit < 8; bit += 1) if (byte & (0x80 >> bit)) fields.push(before + 8 * index + bit + 1)
  }
  return fields
}

class Trouble extends Error {
  readonly trouble: ReadingTrouble
  constructor(text: string, kind: ReadingTrouble['kind'] = 'format') {
    super(text)
    this.trouble = { kind, text }
  }
}

class Reader {
  readonly #bytes: Buffer
  readonly #wire: HostWire
  #at = 0

  constructor(bytes: Buffer, wire: HostWire) {
    this.#bytes = bytes
    this.#wire = wire
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  before(): Buffer {
    return this.#bytes.subarray(0, this.#at)
  }

  next(count: number): Buffer {
    return this.#bytes.subarray(this.#at, this.#at + count)
  }

  digits(of: 'mti' | 'numbers' | 'lengths', count: number, what: string): string {
    const text = this.#digits(this.#wire[of], count, what)
    if (!/^\d*$/.test(text)) throw new Trouble(`${what} has other than digits`)
    return text
  }

  bitmap(): Buffer {
    if (this.#wire.bitmap === 'binary') return this.#take(8, 'a bitmap')
    const hex = this.#take(16, 'a bitmap').toString('latin1')
    if (!/^[0-9A-F]{16}$/.test(hex)) throw new Trouble('a bitmap is no such thing')
    return Buffer.from(hex, 'hex')
  }

  element(field: number, element: Element): string {
    const what = `DE ${field}`
    const length = this.#length(element, what)
    const value = this.#value(element, length, what)
    if (!isOfClass(element, value)) throw new Trouble(`${what} has characters it may not have`)
    return value
  }

  #length({ length, prefix }: Element, what: string): number {
    if (prefix === 0) return length
    const said = Number(this.digits('lengths', prefix, `the length of ${what}`))
    if (said > length) throw new Trouble(`${what} is too long`)
    if (said === 0) throw new Trouble(`${what} is empty`)
    return said
  }

  #value({ class: kind }: Element, length: number, what: string): string {
    if (kind === 'n') return this.#digits(this.#wire.numbers, length, what)
    if (kind === 'b') return this.#take(length, what).toString('hex').toUpperCase()
    if (kind === 'x+n') {
      return this.#take(1, what).toString('latin1') + this.#digits(this.#wire.numbers, length - 1, what)
    }
    return this.#take(length, what).toString('latin1')
  }

  /** Packed, an odd count has a 0 in front. */
  #digits(how: Digits, count: number, what: string): string {
    if (how === 'ascii') return this.#take(count, what).toString('latin1')
    const text = this.#take(Math.ceil(count / 2), what).toString('hex')
    if (count % 2 === 0) return text
    if (!text.startsWith('0')) throw new Trouble(`${what} is not filled with 0`)
    return text.slice(1)
  }

  #take(count: number, what: string): Buffer {
    if (this.left < count) throw new Trouble(`the message ends in ${what}`)
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }
}
