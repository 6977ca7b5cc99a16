import { expect, test } from 'vitest'
import { crc32 } from './crc32.ts'
import { amountText, csvReader } from './csv-rows.ts'

const rowsOf = (text: string) => {
  const reader = csvReader('t.csv', text)
  const rows: (readonly string[])[] = []
  while (reader.next()) rows.push(Array.from({ length: reader.width }, (_, place) => reader.cell(place)))
  return rows
}

test('cells in quotes keep commas, quotes and line breaks; the rest is read as it is', () => {
  expect(rowsOf('\ufeffa,b\r\n1,2\r\n"x,""y""\r\nz",\r\n,"é"\r\n')).toEqual([
    ['1', '2'],
    ['x,"y"\r\nz', ''],
    ['', 'é'],
  ])
  expect(csvReader('t.csv', '\ufeffa,b\r\n').column('b')).toBe(1)
})

test('a cell says what it is read as, and nothing else', () => {
  const reader = csvReader('t.csv', '\ufeffa,b,c\r\n"x,""y""",12,"1,5"\r\n')
  reader.next()
  const cells = ['x,"y"', '12', '1,5', '']
  for (const [place, own] of cells.entries())
    expect(cells.filter((each) => reader.says(place, each))).toEqual([own])
  expect(reader.says(reader.column('d'), '')).toBe(true)
  expect(reader.says(1, '1')).toBe(false)
  expect(reader.says(0, 'x,""y""')).toBe(false)
})

test.each([
  'a,b\r\n1\r\n',
  'a,b\r\n1,2',
  'a,b\r\n"1,2\r\n',
  'a,b\r\n"1"x,2\r\n',
  'a,b\r\n1,2\n',
  'a,b\r\n1"x",2\r\n',
])('%j is no table', (text) => {
  expect(() => rowsOf(text)).toThrow(
    expect.objectContaining({ finding: expect.objectContaining({ code: 'rowWrong' }) }),
  )
})

test('amounts as tables write them', () => {
  expect([0, 5, -5, 100, -123_456].map(amountText)).toEqual(['0.00', '0.05', '-0.05', '1.00', '-1234.56'])
})

test('CRC-32 of the check text of its definition', () => {
  expect(crc32(Uint8Array.from('123456789', (each) => each.charCodeAt(0))).toString(16)).toBe('cbf43926')
})
