import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTemplate } from './parse-template.ts'
import { type Filling, fill, namesIn, type Values, type Vocabulary } from './template.ts'

const vocabulary: Vocabulary = {
  values: ['sku', 'count', 'unique', 'weight'],
  lists: { photographs: ['photograph.id'] },
}
const filling: Filling = {
  values: { sku: 'TAP-1', count: 2, unique: false, weight: null },
  lists: { photographs: [{ 'photograph.id': 'p1' }, { 'photograph.id': 'p2' }] },
}

function filled(json: unknown): unknown {
  const template = parseTemplate(json, vocabulary)
  if (!template.ok) throw new Error(`${template.error.path.join('.')}: ${template.error.sentence}`)
  return fill(template.value, filling)
}

test.each([
  ['{sku}', 'TAP-1'],
  ['{count}', 2],
  ['{unique}', false],
  ['{weight}', null],
  ['n° {sku}, {count} of them{weight}', 'n° TAP-1, 2 of them'],
  [
    { a: '{weight?}', b: '{sku?}', c: null, d: 1.5 },
    { b: 'TAP-1', c: null, d: 1.5 },
  ],
  [['{weight?}', '{count}'], [2]],
  [
    { $each: 'photographs', $as: { id: '{photograph.id}', of: '{sku}' } },
    [
      { id: 'p1', of: 'TAP-1' },
      { id: 'p2', of: 'TAP-1' },
    ],
  ],
  ['plain', 'plain'],
])('%j is filled', (json, value) => {
  expect(filled(json)).toEqual(value)
})

test.each([
  ['{price}', ': has no {price} here; there is: sku, count, unique, weight'],
  [{ a: [{ b: '{x}' }] }, 'a.0.b: has no {x} here'],
  ['{sku} {count?}', 'only where it stands alone'],
  ['{ "a": 1 }', 'has no { "a": 1 } here'],
  ['a } b', 'has a brace of its own'],
  ['{sku', 'has a brace of its own'],
  [{ $each: 'lines', $as: 1 }, '$each: is no list here; there is: photographs'],
  [{ $each: 'photographs' }, 'has $each and $as, and nothing else'],
  [
    { $each: 'photographs', $as: { $each: 'photographs', $as: 1 } },
    '$as.$each: is no list here; there is: none',
  ],
  ['x'.repeat(20_001), 'is longer than 20000 characters'],
  [Array.from({ length: 1_001 }, () => 1), 'has more than 1000 parts'],
])('%j is refused, with its place', (json, sentence) => {
  expect(() => filled(json)).toThrow(sentence)
})

test('too deep is refused before it is walked', () => {
  let deep: unknown = 'x'
  for (let n = 0; n < 10_000; n += 1) deep = [deep]
  expect(() => filled(deep)).toThrow('is deeper than 12')
})

describe('whatever stands in a mapping, and whatever a piece says', () => {
  const words = fc.constantFrom(
    'sku',
    'count',
    '{sku}',
    '{weight?}',
    'a {sku} b',
    '$each',
    '$as',
    'photographs',
    '{',
    '}',
  )
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(words, fc.string(), fc.constantFrom<unknown>(null, true, 0, 1.5)),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(words, fc.constant('__proto__'), fc.string()), tie('json'), { maxKeys: 3 }),
    ),
  }))
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))

  test('it is refused or filled, throws nothing, and has no placeholder left', () => {
    fc.assert(
      fc.property(json, scalar, scalar, (said, sku, count) => {
        const template = parseTemplate(said, vocabulary)
        if (!template.ok) return
        const values: Values = { sku, count }
        const value = fill(template.value, { values, lists: { photographs: [{ 'photograph.id': count }] } })
        expect(namesIn(template.value).every((name) => /^[a-z.]+$/.test(name))).toBe(true)
        if (!/[{}]/.test(`${sku}${count}`)) {
          const texts = JSON.stringify(value, (_key, each: unknown) =>
            typeof each === 'string' && /[{}]/.test(each) ? '!!' : each,
          )
          expect(texts ?? '').not.toContain('!!')
        }
      }),
    )
  })

  test('what a piece says is text, and never a placeholder of its own', () => {
    const template = parseTemplate({ name: 'n° {sku}' }, vocabulary)
    expect(template.ok && fill(template.value, { values: { sku: '{count}', count: 2 } })).toEqual({
      name: 'n° {count}',
    })
  })
})
