import fc from 'fast-check'
import type { Dialect, FieldRow, WireFormat } from '#drivers/iso8583/dialect.ts'
import { fieldRow } from '#drivers/iso8583/field-row.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import golden from '#test/fixtures/iso8583/golden-0500.json' with { type: 'json' }

/** The golden 0500, its bytes written by others. */
export const goldenBytes: Uint8Array = Buffer.from(golden.bytes.replaceAll(' ', ''), 'ascii')

export const goldenMessage: Message = {
  mti: golden.mti,
  fields: new Map(Object.entries(golden.fields).map(([field, value]) => [Number(field), value])),
}

export const messageOf = (mti: string, fields: Readonly<Record<number, string | Uint8Array>>): Message => ({
  mti,
  fields: new Map(Object.entries(fields).map(([field, value]) => [Number(field), value])),
})

const digit = fc.constantFrom(...'0123456789')
const letter = fc.constantFrom(...'AZazQx')
const alphabets: Readonly<Record<Exclude<FieldRow['class'], 'b' | 'x+n'>, fc.Arbitrary<string>>> = {
  n: digit,
  a: letter,
  an: fc.oneof(digit, letter),
  ans: fc.oneof(digit, letter, fc.constantFrom(...' ~!-/|')),
  z: fc.constantFrom(...'0123456789=:;<>?D'),
}

/** Values of a field: as long as it may be, and of its class. Text of a fixed length never ends in a blank. */
function value(row: FieldRow): fc.Arbitrary<string | Uint8Array> {
  const { class: of, length, prefix } = row
  if (of === 'x+n')
    return fc
      .tuple(
        fc.constantFrom('C', 'D'),
        fc.string({ unit: digit, minLength: length - 1, maxLength: length - 1 }),
      )
      .map(([sign, digits]) => sign + digits)
  const exact = prefix === 0 && (of === 'n' || of === 'b')
  const sizes = { minLength: exact ? length : prefix === 0 ? 0 : 1, maxLength: length }
  if (of === 'b') return fc.uint8Array(sizes)
  const text = fc.string({ unit: alphabets[of], ...sizes })
  return prefix === 0 ? text.map((written) => written.replace(/ +$/, '')) : text
}

/** Messages that a dialect has room for. @param free fields it may use; without MACs the two of them, too */
export function messages(dialect: Pick<Dialect, 'version' | 'wire'>): fc.Arbitrary<Message> {
  const rows = Array.from({ length: 129 }, (_, field) => fieldRow(dialect.wire, field))
  const usable = rows.flatMap((row, field) => (row === null ? [] : [field]))
  return fc
    .tuple(
      fc.string({ unit: digit, minLength: 3, maxLength: 3 }),
      fc.uniqueArray(fc.constantFrom(...usable), { maxLength: 24 }),
    )
    .chain(([type, fields]) =>
      fc.tuple(...fields.map((field) => value(rows[field] as FieldRow))).map((values) => ({
        mti: dialect.version + type,
        fields: new Map(fields.map((field, at) => [field, values[at] as string | Uint8Array])),
      })),
    )
}

const row: fc.Arbitrary<FieldRow> = fc.oneof(
  fc.record({
    class: fc.constantFrom(
      'n' as const,
      'a' as const,
      'an' as const,
      'ans' as const,
      'z' as const,
      'b' as const,
    ),
    length: fc.integer({ min: 1, max: 99 }),
    prefix: fc.constantFrom(0 as const, 2 as const, 3 as const),
  }),
  fc.record({
    class: fc.constant('x+n' as const),
    length: fc.integer({ min: 2, max: 30 }),
    prefix: fc.constant(0 as const),
  }),
)

const wires: fc.Arbitrary<WireFormat> = fc.record({
  mti: fc.constantFrom('ascii', 'bcd'),
  bitmap: fc.constantFrom('binary', 'hex'),
  numbers: fc.constantFrom('ascii', 'bcd'),
  lengths: fc.constantFrom('ascii', 'bcd'),
  fields: fc.dictionary(
    fc
      .integer({ min: 2, max: 127 })
      .filter((field) => field !== 64 && field !== 65)
      .map(String),
    fc.option(row),
  ),
})

/** How dialects nobody has heard of could speak. */
export const dialects: fc.Arbitrary<Pick<Dialect, 'version' | 'wire' | 'mac'>> = fc.record({
  version: fc.constantFrom('0', '1', '2', '9'),
  wire: wires,
  mac: fc.constant(null),
})
