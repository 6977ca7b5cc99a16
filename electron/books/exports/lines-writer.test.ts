import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { openWorkbook } from '#electron/books/xlsx/workbook-writer.ts'
import { exportWords } from '#shared/i18n/documents/export-words.ts'
import { total } from '#test/harness/books-oracle.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { livedShop } from '#test/harness/lived-shop.ts'
import { filedSheets, workedOut } from '#test/harness/workbook-formulas.ts'
import { linesWriter } from './lines-writer.ts'

const { tickets } = livedShop(79, { shifts: 2, mostTickets: 20 })
const words = exportWords.en

test('more lines than a sheet holds go on the next one, each with sums of its own', async () => {
  const path = join(testFolder(), 'lines.xlsx')
  const book = openWorkbook(path)
  const writer = linesWriter(book, 'en', { rightToLeft: false, total: words.total }, 10)
  for (const { ticket, at } of tickets) writer.add(ticket, at)
  const sums = writer.end()
  book.close()
  const lines = tickets.flatMap((each) => each.lines)
  expect(sums).toHaveLength(Math.ceil(lines.length / 10))
  expect(total(sums, (each) => each.of('gross'))).toBe(total(lines, ({ gross }) => gross))

  const sheets = filedSheets(readFileSync(path))
  expect(sheets.map(({ name }) => name).slice(0, 3)).toEqual([
    'Ticket lines',
    'Ticket lines 2',
    'Ticket lines 3',
  ])
  const read = await readXlsx(path)
  const skus = read.flatMap(({ data }) => data.slice(1, -1).map((row) => row[7]))
  expect(skus).toEqual(lines.map(({ sku }) => sku))
  for (const [at, sheet] of sheets.entries()) {
    const own = sums[at]
    if (own === undefined) throw new Error('sums of every sheet')
    const [, cell = ''] = own.ref('gross').split('!')
    expect(Math.round(workedOut(sheets, sheet, cell) * 100)).toBe(own.of('gross'))
  }
})
