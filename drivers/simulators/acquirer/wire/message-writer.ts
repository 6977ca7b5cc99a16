import { type ElementTable, elementTable, isOfClass, isPadded } from './elements.ts'
import type { Digits, Element, HostDialect } from './host-dialect.ts'
import { isMacWanted, type Seal } from './mac.ts'
import type { HostMessage } from './message.ts'

/** Messages to bytes, without frame. */
export class MessageWriter {
  readonly #dialect: Pick<HostDialect, 'wire' | 'mac'>
  readonly #elements: ElementTable
  readonly #seal: Seal | null

  constructor(dialect: Pick<HostDialect, 'wire' | 'mac'>, seal: Seal | null) {
    this.#dialect = dialect
    this.#elements = elementTable(dialect.wire)
    this.#seal = seal
  }

  /** Whether this dialect has such a field, and room in it for this. */
  takes(field: number, value: string): boolean {
    const element = this.#elements.get(field)
    return element !== undefined && fits(element, value)
  }

  /** @throws RangeError for a field that has no room for its value: the host's own mistake */
  write({ mti, fields }: HostMessage): Buffer {
    const { wire, mac } = this.#dialect
    const numbers = [...fields.keys()].sort((a, b) => a - b)
    const sealed = this.#seal !== null && isMacWanted(mti, mac)
    const far = numbers.some((field) => field > 64)
    const shown = sealed ? [...numbers, far ? 128 : 64] : numbers
    const body = Buffer.concat([
      digits(wire.mti, mti),
      bitmap(shown, far, wire.bitmap),
      ...numbers.map((field) => this.#field(field, fields.get(field) ?? '')),
    ])
    return sealed && this.#seal !== null ? Buffer.concat([body, this.#seal.of(body)]) : body
  }

  #field(field: number, value: string): Buffer {
    const element = this.#elements.get(field)
    if (element === undefined) throw new RangeError(`no DE ${field} in this dialect`)
    if (!fits(element, value)) throw new RangeError(`DE ${field} cannot be that`)
    const full = filledUp(element, value)
    const length = lengthOf(element, full)
    const { lengths, numbers } = this.#dialect.wire
    const prefix =
      element.prefix === 0 ? empty : digits(lengths, String(length).padStart(element.prefix, '0'))
    return Buffer.concat([prefix, valueBytes(element, full, numbers)])
  }
}

const filledUp = (element: Element, value: string): string =>
  isPadded(element) ? value.padEnd(element.length) : value

const lengthOf = (element: Element, full: string): number =>
  element.class === 'b' ? full.length / 2 : full.length

function fits(element: Element, value: string): boolean {
  const full = filledUp(element, value)
  const length = lengthOf(element, full)
  const isLong = element.prefix === 0 ? length === element.length : length > 0 && length <= element.length
  return isLong && isOfClass(element, full)
}

const empty = Buffer.alloc(0)

function valueBytes({ class: kind }: Element, value: string, numbers: Digits): Buffer {
  if (kind === 'n') return digits(numbers, value)
  if (kind === 'b') return Buffer.from(value, 'hex')
  if (kind === 'x+n')
    return Buffer.concat([Buffer.from(value.charAt(0), 'latin1'), digits(numbers, value.slice(1))])
  return Buffer.from(value, 'latin1')
}

const digits = (how: Digits, text: string): Buffer =>
  how === 'ascii'
    ? Buffer.from(text, 'latin1')
    : Buffer.from(text.padStart(text.length + (text.length % 2), '0'), 'hex')

function bitmap(fields: readonly number[], far: boolean, how: 'binary' | 'hex'): Buffer {
  const bytes = Buffer.alloc(far ? 16 : 8)
  for (const field of far ? [1, ...fields] : fields) {
    const at = (field - 1) >> 3
    bytes[at] = (bytes[at] ?? 0) | (0x80 >> ((field - 1) & 7))
  }
  return how === 'binary' ? bytes : Buffer.from(bytes.toString('hex').toUpperCase(), 'latin1')
}
