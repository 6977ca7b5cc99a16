import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphicBytes } from '#drivers/simulators/label-printer/graphic-data.ts'
import { graphicField } from './graphic-field.ts'

const field = (bytesPerRow: number, ...rows: readonly string[]) =>
  graphicField({ bytesPerRow, rows: rows.length, data: Buffer.from(rows.join(''), 'hex') })

test('runs are counted, rows filled up and repeated', () => {
  expect(field(3, '000000', 'FFFFFF', 'FFFFFF', '0F0000', '111112', 'A00FFF')).toBe(
    '^GFA,18,18,3,,!:0F,K12A00F!^FS',
  )
})

test('a row fills up in whole bytes only', () => {
  expect(field(2, '1000', '1FFF', '0100')).toBe('^GFA,6,6,2,10,1F!01,^FS')
})

test('long runs take several letters', () => {
  // 2 × 20 + 5 = 45 and 400 + 20 + 1 = 421 hexadecimal figures (ZPL II guide: letters add up).
  expect(field(23, `${'1'.repeat(45)}2`)).toContain('hK12')
  expect(field(211, `${'3'.repeat(421)}4`)).toContain('zgG34')
})

test('any picture comes back dot by dot', () => {
  const row = fc.array(fc.constantFrom(0, 0, 0, 255, 255, 0x0f, 0x81), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(row, fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (first, same) => {
      const rows = same.map((again, y) => (again ? first : first.map((byte, x) => byte ^ ((x + y) % 3))))
      const data = Uint8Array.from(rows.flat())
      const sent = graphicField({ bytesPerRow: first.length, rows: rows.length, data })
      const packed = /^\^GFA,\d+,\d+,\d+,(.*)\^FS$/.exec(sent)?.[1] ?? ''
      expect(graphicBytes(packed, first.length, rows.length)).toEqual(Buffer.from(data))
    }),
  )
})
