import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Column } from '#shared/books/sheets/sheet.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { filedSheets } from '#test/harness/workbook-formulas.ts'
import { columnName, numberOf, xmlText } from './cell.ts'
import { openTable } from './table-sheet.ts'
import { openWorkbook } from './workbook-writer.ts'

const columns: readonly Column[] = [
  { key: 'name', title: 'Name', kind: 'text', width: 20 },
  { key: 'day', title: 'Day', kind: 'day', width: 12 },
  { key: 'amount', title: 'Amount', kind: 'amount', width: 12, summed: true },
]
const look = { rightToLeft: false, total: 'Total' }

/** A workbook of one table, as another reader has it. */
async function readBack(rows: readonly (readonly [string, string, number])[], name = 'Names') {
  const path = join(testFolder(), 'book.xlsx')
  const book = openWorkbook(path)
  const table = openTable(book, 0, { name, columns }, look)
  for (const row of rows) table.row(row)
  table.end()
  const bytes = book.close()
  const file = readFileSync(path)
  expect(bytes).toBe(file.length)
  return { file, sheets: await readXlsx(file) }
}

test('whatever a catalogue calls its goods comes back as it was, or with a mark where XML has no letter', async () => {
  const kept = ['<b>"Tapis" & \'cie\'</b>', 'two  blanks', 'زربية أزيلال', '地毯 😀', '=1+1', 'é'.repeat(300)]
  const names = [...kept, '\u0000a\u0007\ud800b']
  const { sheets } = await readBack(names.map((name, at) => [name, '2026-11-27', at]))
  expect(sheets[0]?.data.slice(1, -1).map(([name]) => name)).toEqual([...kept, '\ufffda\ufffd\ufffdb'])
})

test('what a spreadsheet would read as another letter stays what it is', () => {
  expect(xmlText('_x0041_ and _x00g1_')).toBe('_x005F_x0041_ and _x00g1_')
})

test('days are days and amounts are numbers, to the centime', async () => {
  const { sheets } = await readBack([
    ['a', '2024-02-29', 1],
    ['b', '2026-12-31', -123_456_789],
  ])
  const [, a = [], b = [], sum = []] = sheets[0]?.data ?? []
  expect(a.slice(1)).toEqual([new Date('2024-02-29T00:00:00Z'), 0.01])
  expect(b.slice(1)).toEqual([new Date('2026-12-31T00:00:00Z'), -1_234_567.89])
  expect(sum).toEqual(['Total', null, -1_234_567.88])
})

test('a tab takes the name that a spreadsheet allows', async () => {
  const { file } = await readBack([], `Lignes [1/2]: l'été et tout ce qui s'ensuit`)
  expect(filedSheets(file)[0]?.name).toBe("Lignes  1 2   l'été et tout ce ")
})

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('a wall clock keeps its minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      const text = new Date(seconds * 1000).toISOString().slice(0, 19)
      const serial = numberOf('moment', text)
      // As a spreadsheet turns it back: 25,569 days lie before 1970.
      expect(Math.round((serial - 25_569) * 86_400)).toBe(seconds)
    }),
  )
})
