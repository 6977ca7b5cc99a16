import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlacedJson } from './placed-json.ts'
import { readJson } from './placed-json.ts'

function unplace(value: PlacedJson): unknown {
  if (value.kind === 'array') return value.items.map(unplace)
  if (value.kind === 'object') {
    // defineProperty as JSON.parse does: a key `__proto__` is a key.
    const held: Record<string, unknown> = {}
    for (const { key, value: inner } of value.members)
      Object.defineProperty(held, key, {
        value: unplace(inner),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    return held
  }
  if (value.kind === 'string') return value.text
  return JSON.parse(value.text)
}

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.integer({ min: 0, max: 4 }), (text, indent) => {
      const pretty = JSON.stringify(JSON.parse(text), null, indent)
      const read = readJson(pretty)
      expect(read.ok && unplace(read.value)).toEqual(JSON.parse(pretty))
    }),
  )
})

test('refuses what JSON.parse refuses', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '01',
    '-',
    '1.',
    'true',
    'nul',
    ' ',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = parts.join('')
      let valid = true
      try {
        JSON.parse(text)
      } catch {
        valid = false
      }
      return readJson(text).ok === valid
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['[\n  {"sku": "A",\n   "price": }\n]', 3, 13, 'this is not JSON'],
  ['[1, 2', 1, 6, 'the text ends too early'],
  ['{"a" 1}', 1, 6, 'expected :'],
  ['{a: 1}', 1, 2, 'expected a name in quotes'],
  ['[] []', 1, 4, 'text after the end'],
  [`${'['.repeat(40)}${']'.repeat(40)}`, 1, 34, 'too deeply nested'],
])('%j is wrong at %i:%i', (text, line, column, reason) => {
  expect(readJson(text)).toEqual({ ok: false, error: { line, column, reason } })
})

test('numbers keep their digits', () => {
  const read = readJson('1200.10')
  expect(read.ok && read.value).toMatchObject({ kind: 'number', text: '1200.10' })
})
