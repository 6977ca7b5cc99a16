import { expect, test } from 'vitest'
import { fields1987 } from './fields-1987.data.ts'

const written = (field: number): string => {
  const row = fields1987[field]
  if (row === undefined) return 'none'
  return `${row.class}${'.'.repeat(row.prefix)}${row.length}`
}

test('fields 2 to 128, and none at the bitmaps', () => {
  const numbers = Object.keys(fields1987).map(Number)
  expect(numbers).toEqual(Array.from({ length: 127 }, (_, at) => at + 2).filter((field) => field !== 65))
})

test('the rows that others get wrong', () => {
  // Amounts of totals have sixteen digits and not fifteen; a net amount seventeen characters; the message security code
  // eight bytes and not sixteen.
  expect(
    [82, 86, 87, 88, 89, 90, 93, 95, 96, 97, 99, 128].map((field) => `${field} ${written(field)}`),
  ).toEqual([
    '82 n12',
    '86 n16',
    '87 n16',
    '88 n16',
    '89 n16',
    '90 n42',
    '93 an5',
    '95 an42',
    '96 b8',
    '97 x+n17',
    '99 n..11',
    '128 b8',
  ])
})
