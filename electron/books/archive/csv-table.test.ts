import { expect, test } from 'vitest'
import { CsvTable, freeText, money, word } from './csv-table.ts'

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
  expect(freeText(text)).toBe(cell)
})

test('a row is its cells, behind the names and a byte order mark', () => {
  const table = new CsvTable(['number', 'name', 'gross'])
  table.row([7, word('a,b'), money(123_405, -1)])
  table.row([8, freeText(''), money(5)])
  expect(Buffer.concat(table.bytes()).toString()).toBe(
    '\ufeffnumber,name,gross\r\n7,"a,b",-1234.05\r\n8,,0.05\r\n',
  )
})
