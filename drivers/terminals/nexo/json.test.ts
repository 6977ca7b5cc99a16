import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flagAt, Literal, listAt, objectAt, readJson, textAt, writeJson } from './json.ts'

test('an amount leaves and arrives with the digits it has', () => {
  const text = writeJson({ Amount: new Literal('125.50'), Name: 'Fès "1"', Flag: false, List: [1, 'x'] })
  expect(text).toBe('{"Amount":125.50,"Name":"Fès \\"1\\"","Flag":false,"List":[1,"x"]}')
  expect(textAt(readJson(text), 'Amount')).toBe('125.50')
  expect(textAt(readJson('{"Amount":0.30000000000000004}'), 'Amount')).toBe('0.30000000000000004')
})

test('what is not there or has another shape is nothing, not an error', () => {
  const value = readJson('{"a":{"b":[{"c":"x"},3]},"f":"true","one":{"c":"y"}}')
  expect(objectAt(value, 'a', 'x', 'y')).toBeUndefined()
  expect(textAt(value, 'a', 'b')).toBeUndefined()
  expect(textAt(value, 'toString')).toBeUndefined()
  expect(textAt(value, '__proto__', 'a')).toBeUndefined()
  expect(listAt(value, 'a', 'b')).toEqual([{ c: 'x' }])
  expect(listAt(value, 'one')).toEqual([{ c: 'y' }])
  expect(flagAt(value, 'f')).toBe(true)
})

test('whatever the text, it is an object or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const value = readJson(text)
      expect(value === undefined || typeof value === 'object').toBe(true)
    }),
  )
})
