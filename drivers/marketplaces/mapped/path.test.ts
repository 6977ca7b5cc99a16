import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePath, readList, readPath } from './path.ts'

const order = {
  id: 7,
  lines: [{ sku: 'A', 'unit price': '4.00' }, { sku: 'B' }],
  edges: [{ node: { id: 'x' } }, { node: { id: 'y' } }],
  many: [[1, 2], [3]],
}

const at = (text: string): unknown => {
  const path = parsePath(text, false)
  return path.ok ? readPath(path.value, order) : path.error
}
const all = (text: string, most = 10): unknown => {
  const path = parsePath(text, true)
  return path.ok ? readList(path.value, order, most) : path.error
}

test.each([
  ['.', order],
  ['id', 7],
  ['lines[1].sku', 'B'],
  ['lines[0]["unit price"]', '4.00'],
  ['["id"]', 7],
  ['lines[9].sku', undefined],
  ['lines.length', undefined],
  ['id.toString', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['lines[0].sku[0]', undefined],
])('%s is found, or is not there', (text, value) => {
  expect(at(text)).toEqual(value)
})

test.each([
  ['lines', order.lines],
  ['lines[*].sku', ['A', 'B']],
  ['edges[*].node', [{ id: 'x' }, { id: 'y' }]],
  ['many[*][*]', [1, 2, 3]],
  ['.', null],
  ['id', null],
  ['lines[*]["unit price"]', null],
  ['missing[*].sku', null],
])('%s is a list, or there is none', (text, value) => {
  expect(all(text)).toEqual(value)
})

test('a list of more than were wanted is none', () => {
  expect(all('lines', 2)).toHaveLength(2)
  expect(all('lines', 1)).toBeNull()
  expect(all('many[*][*]', 2)).toBeNull()
})

test.each([
  ['', /"" cannot be read/],
  ['a..b', /"\.\.b" cannot be read/],
  ['a b', /" b" cannot be read/],
  ['a[-1]', /cannot be read/],
  ['a[1', /cannot be read/],
  ['a["b', /cannot be read/],
  ['a.b()', /"\(\)" cannot be read/],
  ['a[*]', /\[\*\] cannot be in it/],
  ['x'.repeat(201), /more than 200 characters/],
  [Array.from({ length: 17 }, () => 'a').join('.'), /more than 16 steps/],
])('"%s" is refused in a sentence', (text, sentence) => {
  expect(at(text)).toMatch(sentence)
})

test('no text and no answer makes it throw, or read more than there is', () => {
  const pieces = fc.constantFrom('a', '.', '[', ']', '*', '0', '"', '\\', '$', '__proto__', '[*]', 'b', ' ')
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, fc.jsonValue(), (text, json) => {
      for (const lists of [false, true]) {
        const path = parsePath(text, lists)
        if (!path.ok) {
          expect(path.error).not.toBe('')
          continue
        }
        expect(path.value.length).toBeLessThanOrEqual(16)
        readPath(path.value, json)
        expect(readList(path.value, json, 5)?.length ?? 0).toBeLessThanOrEqual(5)
      }
    }),
  )
})

test('whatever is in an answer has a path to it', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/["\\]/.test(text))
  const steps = fc.array(fc.oneof(name, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(steps, (way) => {
      const text = way.map((step) => (typeof step === 'number' ? `[${step}]` : `["${step}"]`)).join('')
      const json = way.reduceRight<unknown>(
        (inside, step) =>
          typeof step === 'number'
            ? [...Array<null>(step).fill(null), inside]
            : Object.fromEntries([[step, inside]]),
        'here',
      )
      const path = parsePath(text, false)
      expect(path.ok && readPath(path.value, json)).toBe('here')
    }),
  )
})
