import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, separatorOf } from './csv.ts'

const cells = (text: string): unknown => {
  const read = readCsv(text)
  return read.ok ? read.value.map((row) => row.map((cell) => cell.text)) : read.error
}

test('what is written comes back, with any separator, line end, quote or accent inside', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', 'ز', '"', ';', ',', '\t', '\n', ' ', '1'),
    maxLength: 6,
  })
  const table = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .chain(([width, height]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      (rows, separator, end, last) => {
        const header = rows[0]?.map((_, index) => `h${index}`) ?? ['h0', 'h1']
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const lines = [header.join(separator), ...rows.map((row) => row.map(quoted).join(separator))]
        expect(cells(lines.join(end) + (last ? end : ''))).toEqual([header, ...rows])
      },
    ),
  )
})

test('unquoted fields, blank lines and an empty last field', () => {
  expect(cells('a;b\r\n1;\r\n\r\n;2\r\n')).toEqual([
    ['a', 'b'],
    ['1', ''],
    ['', '2'],
  ])
})

test('places count lines inside quotes too', () => {
  const read = readCsv('a;b\n"x\ny";z\nq;w')
  expect(read.ok && read.value[1]?.[1]).toEqual({ line: 3, column: 4, text: 'z' })
  expect(read.ok && read.value[2]?.[0]).toEqual({ line: 4, column: 1, text: 'q' })
})

test.each([
  ['a;b\n1;"x', 2, 3, 'a quote is opened and never closed'],
  ['a;b\n"x"y;2', 2, 4, 'text after a closing quote'],
  ['a;b\nx"y;2', 2, 2, 'a quote in the middle of a field'],
])('%j is wrong at %i:%i', (text, line, column, reason) => {
  expect(cells(text)).toEqual({ line, column, reason })
})

test('the separator is the one the header uses most', () => {
  expect(separatorOf('sku,"name;fr;x",price\n1;2;3;4')).toBe(',')
  expect(separatorOf('sku\tprice')).toBe('\t')
  expect(separatorOf('sku')).toBe(';')
})
