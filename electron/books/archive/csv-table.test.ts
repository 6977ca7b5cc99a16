import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'
import { CsvTable } from './csv-table.ts'

const written = (write: (table: CsvTable) => CsvTable): string => {
  const table = new CsvTable(['a'])
  write(table).endRow()
  return Buffer.concat(table.bytes()).toString().slice('\ufeffa\r\n'.length, -2)
}

test.each([
  ['Tapis berbère', 'Tapis berbère'],
  ['زربية', 'زربية'],
  ['a "fine", old rug', '"a ""fine"", old rug"'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@sum,2', '"\'@sum,2"'],
  ['4111111111111111', '************1111'],
  ['paid 4111 1111-1111.1111, thanks', '"paid ************1111, thanks"'],
  ['EAN 6111234567892', 'EAN 6111234567892'],
])('what a person wrote: %j', (text, cell) => {
  expect(written((table) => table.text(text))).toBe(cell)
})

/** A cell by the rules themselves, however slowly. */
function byTheRules(text: string): string {
  const kept = withoutCardNumbers(text).replace(/^(?=[=+\-@\t\r])/, "'")
  return /[",\r\n]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept
}

test('whatever a person wrote, the rules are kept', () => {
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789 .-,"\r\n=x'), maxLength: 40 }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('4111111111111111', '5500 0050 0000 0004', '37828224631000'),
  )
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 4 }), (parts) => {
      const text = parts.join('')
      expect(written((table) => table.text(text))).toBe(byTheRules(text))
    }),
    { numRuns: 2000 },
  )
})

test('numbers and amounts are written as everywhere else', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      expect(written((table) => table.whole(number))).toBe(String(number))
      expect(written((table) => table.money(number))).toBe(formatData(dirham(number)))
      expect(written((table) => table.money(number, -1))).toBe(formatData(dirham(-number)))
    }),
  )
  for (const number of [0, 9, 10, 99, 100, 101, 999_999, 10 ** 15])
    expect(written((table) => table.whole(number))).toBe(String(number))
  expect(() => written((table) => table.money(0.5))).toThrow(RangeError)
})

test('a row is its cells, behind the names and a byte order mark', () => {
  const table = new CsvTable(['number', 'name', 'gross'])
  table.whole(7).word('a,b').money(123_405, -1).endRow()
  table.empty().text('').money(5).endRow()
  expect(Buffer.concat(table.bytes()).toString()).toBe(
    '\ufeffnumber,name,gross\r\n7,"a,b",-1234.05\r\n,,0.05\r\n',
  )
})

test('a table longer than its pieces is whole, and so is a cell that is', () => {
  const names = ['زربية', 'rug', '"', 'x'.repeat(400_000), '地毯'.repeat(300_000)]
  const table = new CsvTable(['name', 'n'])
  const rows = Array.from({ length: 30_000 }, (_, n) => [names[n % 3] ?? '', n] as const)
  const long = names.slice(3).map((name, n) => [name, n] as const)
  for (const [name, n] of [...rows, ...long]) table.text(name).whole(n).endRow()
  const due = [...rows, ...long].map(([name, n]) => `${byTheRules(name)},${n}\r\n`).join('')
  expect(Buffer.concat(table.bytes()).toString() === `\ufeffname,n\r\n${due}`).toBe(true)
})
