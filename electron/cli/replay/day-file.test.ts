import { expect, test } from 'vitest'
import { linesOf } from './day-file.ts'

const lines = (text: string | Uint8Array) => [...linesOf(typeof text === 'string' ? Buffer.from(text) : text)]

function sentence(text: string): string {
  const [line] = lines(text)
  if (line === undefined || line.parsed.ok) throw new Error(`accepted: ${text}`)
  return line.parsed.error
}

test('a byte order mark, CRLF, blank lines and a missing last newline mean nothing; numbers are the editor’s', () => {
  const read = lines('\uFEFF{"do":"restart"}\r\n\r\n   \n{"do":"cancel"}')
  expect(read.map((line) => [line.number, line.parsed.ok && line.parsed.value.do])).toEqual([
    [1, 'restart'],
    [4, 'cancel'],
  ])
})

test.each([
  ['"1200"', 120000],
  ['"1200.5"', 120050],
  ['"1200.05"', 120005],
  ['"0.00"', 0],
  ['"10000000.00"', 1_000_000_000],
])('%s dirhams are %d centimes', (text, minor) => {
  const [line] = lines(`{"do":"open","cashier":"amina","float":${text}}`)
  expect(line?.parsed).toMatchObject({ ok: true, value: { float: minor } })
})

test.each([
  '"1.234"',
  '"-1.00"',
  '12',
  '"1,20"',
  '"1e3"',
  '""',
  '" 1"',
  '"10000000.01"',
  '".5"',
  '"5."',
  'null',
])('%s is not an amount', (text) => {
  expect(sentence(`{"do":"open","cashier":"amina","float":${text}}`)).toContain('float')
})

test.each([
  ['{"do":"dance"}', 'do'],
  ['{}', 'do'],
  ['[]', 'object'],
  ['{"do":"scan"', 'JSON'],
  ['{"do":"scan"}', 'sku'],
  ['{"do":"scan","sku":"A","qty":0}', 'qty'],
  ['{"do":"scan","sku":"A","qty":1.5}', 'qty'],
  ['{"do":"scan","sku":"A","qty":"2"}', 'qty'],
  ['{"do":"scan","sku":"A","quantity":2}', 'quantity'],
  ['{"do":"pay","tender":"gold","given":"1"}', 'tender'],
  ['{"do":"pay","tender":"card","terminal":"maybe"}', 'terminal'],
  ['{"do":"training","on":"yes"}', 'on'],
  ['{"do":"resolve","outcome":"unknown"}', 'outcome'],
  ['{"do":"catalogue","items":[{"sku":"A","name":{},"price":"1","vat":"20","stock":1}]}', 'items.0.name'],
  [
    '{"do":"catalogue","items":[{"sku":"A","name":{"fr":"a"},"price":"1","vat":"7","stock":1}]}',
    'items.0.vat',
  ],
  [
    '{"do":"catalogue","items":[{"sku":"A","name":{"fr":"a"},"price":"1","vat":"20","stock":1,"owner":"o","share":"1.01"}]}',
    'items.0.share',
  ],
])('%s is malformed, and the sentence says where', (text, where) => {
  const said = sentence(text)
  expect(said).toContain(where)
  expect(said).not.toContain('\n')
})

test('bytes that are not UTF-8 are malformed, on their own line only', () => {
  const read = lines(
    Buffer.from([...Buffer.from('{"do":"cancel"}\n{"do":"'), 0xff, 0x0a, ...Buffer.from('{"do":"cancel"}')]),
  )
  expect(read.map((line) => line.parsed.ok)).toEqual([true, false, true])
})
