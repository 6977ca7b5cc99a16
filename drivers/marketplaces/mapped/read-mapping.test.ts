import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MappingJson, soukMapping, weakest } from '#test/contracts/mapped-rig.ts'
import { mappingSchema } from './mapping-schema.ts'
import { readMapping } from './read-mapping.ts'
import { vocabularies } from './vocabulary.data.ts'

/** The mapping with one thing changed. `undefined`: it is gone. */
function changed(place: string, value: unknown): MappingJson {
  const mapping = structuredClone(soukMapping()) as Record<string, unknown>
  const steps = place.split('.')
  const last = steps.pop() ?? ''
  let at = mapping
  for (const step of steps) at = at[step] as Record<string, unknown>
  if (value === undefined) delete at[last]
  else at[last] = value
  return mapping
}

test('the shipped mapping is one, and so is the least of it', () => {
  expect(readMapping(soukMapping()).ok).toBe(true)
  expect(readMapping(weakest(soukMapping())).ok).toBe(true)
})

test.each([
  ['mapping', 2, 'mapping: must be 1'],
  ['nmae', 'x', ': Unrecognized key: "nmae"'],
  ['name', 'a\nb', 'name: has a control character'],
  ['auth', { kind: 'cookie' }, 'auth.kind: Invalid'],
  ['money', 'cents', 'money: Invalid option: expected one of "minor"|"decimal"|"number"'],
  ['headers', { 'Content-Type': 'text/plain' }, 'headers.Content-Type: is written by the till itself'],
  ['headers', { 'x y': '1' }, 'headers.x y: is no header name'],
  ['order.id', 'data..id', 'order.id: is no path: "..id" cannot be read'],
  ['order.lines.list', 7, 'order.lines.list: Invalid input: expected string'],
  ['order.buyer.name', ['name', 'a b'], 'order.buyer.name.1: is no path'],
  ['order.states.0.when', { 'a b': 1 }, 'order.states.0.when.a b: is no path'],
  ['order.states.0.is', 'sold', 'order.states.0.is: Invalid option'],
  ['order.lines.total', 'total', 'order.lines.price: of one unit, or the total of all: one of them'],
  [
    'setStock.ask.body.quantity',
    '{stock.cuont}',
    'setStock.ask.body.quantity: has no {stock.cuont} here; there is: ref.product',
  ],
  ['setStock.ask.path', 'articles', 'setStock.ask.path: must begin with /'],
  [
    'setStock.ask.path',
    '/articles?x=1',
    'setStock.ask.path: must begin with / and have neither blanks nor ?',
  ],
  ['setStock.ask.method', 'GET', 'setStock.ask.body: cannot go with GET'],
  ['setStock.expect', {}, 'setStock.expect: must expect something'],
  ['setStock.expect', { 'data.id': '{piece.sku}' }, 'setStock.expect.data.id: has no {piece.sku} here'],
  ['setStocks.each.rules.0', { when: {}, is: 'gone' }, 'setStocks.each.rules.0.when: is empty'],
  ['auth', { kind: 'basic', user: 'a:b' }, 'auth.user: has a colon'],
  ['errors.rules.0', { is: 'gone' }, 'errors.rules.0: needs a status, a when, or both'],
  ['listOrders.paging', { kind: 'page', size: 500 }, 'listOrders.paging.size: Too big'],
  ['webhook.signature.encoding', 'base32', 'webhook.signature.encoding: Invalid option'],
  // What each part could be, and all together cannot.
  ['setStock.ask.body', {}, 'setStock.ask: has no {stock.count}'],
  ['listOrders.ask.query.updated_since', undefined, 'listOrders.ask: has no {since}'],
  [
    'listOrders.ask.query.page',
    undefined,
    'listOrders.ask: has no {page.number}, which paging by page goes by',
  ],
  ['updatePiece', undefined, 'findPiece: goes with updatePiece'],
  ['release', undefined, 'hold: goes with release'],
  ['check.currency', undefined, 'check.currency: is needed where currency is absent'],
  ['createPiece.expect', 'nothing', 'createPiece.expect: cannot be nothing'],
  ['setStock.expect', 'nothing', 'setStock.count: cannot be read'],
  ['setStocks.each', undefined, 'setStocks: needs each, or expect'],
  ['order.states', [{ when: { status: 'new' }, is: 'placed' }], 'order.states: has no rule for paid'],
  ['readOrder.ask.path', '/orders', 'readOrder.ask: has no {order.id}'],
])('%s as %j is refused with its place', (place, value, sentence) => {
  const read = readMapping(changed(place, value))
  expect(read.ok ? 'read' : read.error).toContain(sentence)
})

test('a hold that nobody could know again is refused', () => {
  const silent = changed('hold.ask.body', { units: '{hold.units}' }) as Record<string, unknown>
  expect(readMapping(silent).ok).toBe(true)
  silent.headers = {}
  expect(readMapping(silent)).toMatchObject({ error: expect.stringContaining('hold.ask: has no {call.key}') })
})

test('a GraphQL that cannot say no is refused', () => {
  const graphql = changed('newestOrder.ask', { method: 'POST', path: '', graphql: '{ orders { id } }' })
  const mute = { ...graphql, errors: { rules: [] } }
  expect(readMapping(graphql).ok).toBe(true)
  expect(readMapping(mute)).toMatchObject({ error: expect.stringContaining('errors.rules: needs a rule') })
})

test.each([null, undefined, [], 'mapping', 7, {}])('%j is no mapping', (json) => {
  expect(readMapping(json)).toMatchObject({ ok: false, error: expect.stringMatching(/./) })
})

test('whatever becomes of any part of it, it is read or refused in a sentence, and nothing is thrown', () => {
  const places = [...placesIn(soukMapping())]
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (place, value) => {
      const read = readMapping(changed(place, value))
      if (!read.ok) expect(read.error).toMatch(/\S/)
    }),
    { numRuns: 200 },
  )
})

function* placesIn(json: unknown, place = ''): Generator<string> {
  if (place !== '') yield place
  if (typeof json !== 'object' || json === null) return
  for (const [name, value] of Object.entries(json))
    if (!name.includes('.')) yield* placesIn(value, place === '' ? name : `${place}.${name}`)
}

test('the file that docs/marketplaces.md shows is the one that is shipped', () => {
  const page = readFileSync('docs/marketplaces.md', 'utf8')
  const [, shown = ''] = /```json\n(.*?)```/s.exec(page) ?? []
  expect(shown).toBe(readFileSync('drivers/marketplaces/mapped/souk.json', 'utf8'))
})

test('docs/marketplaces.md names every field and every placeholder', () => {
  const page = readFileSync('docs/marketplaces.md', 'utf8')
  const placeholders = Object.values(vocabularies).flatMap(({ values, lists }) => [
    ...values,
    ...Object.values(lists).flat(),
  ])
  const last = (name: string): string => name.slice(name.lastIndexOf('.'))
  const fields = [...Object.keys(mappingSchema.shape), ...Object.keys(soukMapping())]
  expect(fields.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  expect(
    placeholders.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`\`${last(name)}\``)),
  ).toEqual([])
})
