import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastFour, withoutCardNumbers } from './card-digits.ts'
import { isSumWord, readDayCell, readMoneyCell } from './statement-cells.ts'

const moneyOf = (text: string, decimal: ',' | '.' = ',') => {
  const read = readMoneyCell(text, decimal)
  return read.ok ? read.value : read.error
}

test.each([
  ['1234,5', 123_450],
  ['1 234,50', 123_450],
  ['1\u00a0234,50', 123_450],
  ['1\u202f234,50', 123_450],
  ['1.234,50', 123_450],
  ["1'234,50", 123_450],
  ['1.234.567,89', 123_456_789],
  ['-12,00', -1200],
  ['\u2212 12,00', -1200],
  ['12,00-', -1200],
  ['(12,00)', -1200],
  ['+12', 1200],
  ['12,00 MAD', 1200],
  ['MAD 12,00', 1200],
  ['(12,00 DH)', -1200],
  ['\u200f١٬٢٣٤٫٥٠ د.م.', 123_450],
  ['1.50', 'not an amount'],
  ['1.234.50', 'not an amount'],
  ['1.234 567,00', 'not an amount'],
  ['12.34,50', 'not an amount'],
  ['1,2,3', 'not an amount'],
  ['1e3', 'not an amount'],
  ['--1', 'not an amount'],
  ['(-1)', 'not an amount'],
  ['', 'not an amount'],
  ['=1+1', 'not an amount'],
  ['12,00 EUR', 'not an amount'],
  ['1,005', 'more than two decimals'],
  ['99999999999,00', 'too large'],
  ['9'.repeat(10_000), 'too large'],
])('%j with a decimal comma is %j', (text, expected) => {
  expect(moneyOf(text)).toBe(expected)
})

test('with a decimal point, commas are thousands', () => {
  expect(moneyOf('1,234.50', '.')).toBe(123_450)
  expect(moneyOf('1,234', '.')).toBe(123_400)
  expect(moneyOf('1,23', '.')).toBe('not an amount')
})

test('every amount that a bank can write is read back, whatever its marks', () => {
  const marks = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009', "'", '’', 'other')
  const shapes = fc.constantFrom<(text: string) => string>(
    (text) => `-${text}`,
    (text) => `${text}-`,
    (text) => `(${text})`,
    (text) => `−${text}`,
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.constantFrom(',' as const, '.' as const),
      marks,
      fc.option(shapes),
      (minor, decimal, mark, negative) => {
        const group = mark === 'other' ? (decimal === ',' ? '.' : ',') : mark
        const whole = BigInt(minor) / 100n
        const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, group)
        const text = `${grouped}${decimal}${String(BigInt(minor) % 100n).padStart(2, '0')}`
        expect(moneyOf(negative === null ? text : negative(text), decimal)).toBe(negative ? -minor : minor)
      },
    ),
  )
})

test.each([
  ['23/11/2026', 'DD/MM/YYYY', '2026-11-23'],
  ['3/1/2026', 'DD/MM/YYYY', '2026-01-03'],
  ['23/11/2026 14:05:09', 'DD/MM/YYYY', '2026-11-23'],
  ['11/23/2026', 'MM/DD/YYYY', '2026-11-23'],
  ['23-11-2026', 'DD-MM-YYYY', '2026-11-23'],
  ['2026-11-23T14:05', 'YYYY-MM-DD', '2026-11-23'],
  ['20261123', 'YYYYMMDD', '2026-11-23'],
  ['٢٣/١١/٢٠٢٦', 'DD/MM/YYYY', '2026-11-23'],
  ['29/02/2028', 'DD/MM/YYYY', '2028-02-29'],
] as const)('%s as %s is %s', (text, shape, day) => {
  expect(readDayCell(text, shape)).toEqual({ ok: true, value: day })
})

test.each([
  ['11/23/2026', 'DD/MM/YYYY'],
  ['29/02/2027', 'DD/MM/YYYY'],
  ['31/04/2026', 'DD/MM/YYYY'],
  ['00/01/2026', 'DD/MM/YYYY'],
  ['23/11/26', 'DD/MM/YYYY'],
  ['2026-11-23', 'DD/MM/YYYY'],
  ['2026-1-3', 'YYYY-MM-DD'],
  ['46349', 'YYYYMMDD'],
] as const)('%s is no day as %s', (text, shape) => {
  expect(readDayCell(text, shape)).toMatchObject({ ok: false })
})

test('of a card number the last four digits are taken, and none from what is none', () => {
  expect(lastFour('516794******3315')).toBe('3315')
  expect(lastFour('XXXX XXXX XXXX 3315')).toBe('3315')
  expect(lastFour('4111-1111-1111-1111')).toBe('1111')
  expect(lastFour('0315')).toBe('0315')
  // A spreadsheet rounded it, or wrote it as a power of ten.
  expect(lastFour('5167940000003310')).toBeNull()
  expect(lastFour('5,16794E+15')).toBeNull()
  expect(lastFour('315')).toBeNull()
  expect(lastFour('')).toBeNull()
  expect(withoutCardNumbers('of 4111 1111 1111 1111, RRN 632718000123')).toBe(
    'of ************1111, RRN 632718000123',
  )
})

test('sums are told by their word, and a petrol station is none', () => {
  for (const word of ['TOTAL', 'Total général :', 'Sous-total', 'Totaux', 'المجموع', 'Total: 12'])
    expect(isSumWord(word), word).toBe(true)
  for (const word of ['totalité', 'TOTALENERGIES', 'Subtle', 'VISA TOTAL'])
    expect(isSumWord(word), word).toBe(false)
})
