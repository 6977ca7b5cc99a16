import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goldenBytes, goldenMessage } from '#test/harness/iso8583-messages.ts'
import { packedByOther, unpackedByOther } from '#test/harness/other-iso8583.ts'
import { iso87 } from './dialects/iso87.data.ts'
import { fields1987 } from './fields-1987.data.ts'
import type { Message } from './message.ts'
import { packager } from './packager.ts'

/** The published codec says the same of every message that both take; what else it takes is why there is ours. */

const { pack, unpack } = packager(iso87)
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

test('the golden 0500', () => {
  expect(text(packedByOther(goldenMessage))).toBe(text(goldenBytes))
  expect(unpackedByOther(goldenBytes)).toEqual(goldenMessage)
})

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const letters = fc.constantFrom(...'0123456789ABCXYZabcxyz')
const words = fc.constantFrom(...'0123456789ABCXYZabcxyz -.,/')

/** A value of a field that fills it, as the other one wants of fixed ones. */
function filled(field: number): fc.Arbitrary<string> {
  const { class: of, length, prefix } = fields1987[field] ?? { class: 'n', length: 1, prefix: 0 }
  const size = prefix === 0 ? fc.constant(length) : fc.integer({ min: 1, max: length })
  return size.chain((count) => {
    // A currency is its number to the other one.
    if (of === 'n' || field === 49) return digits(count)
    if (of === 'x+n')
      return fc.tuple(fc.constantFrom('C', 'D'), digits(count - 1)).map((parts) => parts.join(''))
    // A blank at its end would be filling to us, and text to the other.
    const unit = of === 'ans' ? words : letters
    return fc
      .string({ unit, minLength: count, maxLength: count })
      .map((written) => `${written.slice(0, -1)}${written.endsWith(' ') ? '.' : written.slice(-1)}`)
  })
}

/** Text of settlement messages; binary fields it wants as hexadecimal, and 127 it takes apart. */
const lower = [
  3, 4, 7, 11, 12, 13, 15, 17, 24, 25, 32, 33, 37, 38, 39, 41, 42, 43, 44, 48, 49, 54, 60, 61, 62, 63,
]
const upper = [
  66, 70, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 97, 99, 100, 102, 103,
]

const messages: fc.Arbitrary<Message> = fc
  .tuple(
    fc.constantFrom('0500', '0501', '0510', '0320', '0330', '0420', '0430', '0800', '0810'),
    fc.subarray(lower),
    fc.subarray(upper, { minLength: 1 }),
  )
  .chain(([mti, some, others]) => {
    const fields = [...some, ...others]
    return fc
      .tuple(...fields.map(filled))
      .map((values) => ({ mti, fields: new Map(fields.map((field, at) => [field, values[at] ?? ''])) }))
  })

test('any message of settlement: the same bytes, and the same read from them', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const packed = pack(message)
      expect(text(packed)).toBe(text(packedByOther(message)))
      expect(unpackedByOther(packed)).toEqual(unpack(packed))
    }),
  )
})

test('what it takes and we do not: cut short, too long, and letters for a number', () => {
  const golden = text(goldenBytes)
  for (const wrong of [golden.slice(0, -3), `${golden}99`, golden.replace('000123', '0O0123')]) {
    expect(() => unpackedByOther(Buffer.from(wrong))).not.toThrow()
    expect(() => unpack(Buffer.from(wrong))).toThrow()
  }
})
