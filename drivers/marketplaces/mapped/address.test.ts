import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soukMapping } from '#test/contracts/mapped-rig.ts'
import { addressOf, headersOf, ownLink, queryOf } from './address.ts'
import { parseText } from './parse-template.ts'
import { readMapping } from './read-mapping.ts'
import type { Shop } from './settings.ts'
import { shapesOf } from './shapes.ts'
import type { Template } from './template.ts'

const template = (text: string): Template => {
  const read = parseText(text, ['id', 'name'])
  if (!read.ok) throw new Error(read.error)
  return read.value
}

function shopAt(url: string, change: object = {}): Shop {
  const read = readMapping({ ...soukMapping(), ...change })
  if (!read.ok) throw new Error(read.error)
  const settings = { url, key: 'a key of the shop', webhookSecret: '', timeoutMs: 5_000 }
  return {
    settings,
    mapping: read.value,
    shapes: shapesOf(read.value),
    web: async () => Promise.reject(new Error('unused')),
  }
}

test('an id is one step of an address, whatever it is', () => {
  const address = template('/orders/{id}/refund')
  expect(addressOf(address, { values: { id: 'ord 7/ü?#' } })).toBe('/orders/ord%207%2F%C3%BC%3F%23/refund')
  for (const id of ['', '.', '..', null]) expect(addressOf(address, { values: { id } })).toBeNull()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      const path = addressOf(address, { values: { id } })
      if (path === null) return
      const { pathname } = new URL(`https://souk.example${path}`)
      expect(pathname.split('/')).toHaveLength(4)
      expect(pathname).toMatch(/^\/orders\/[^/]+\/refund$/)
    }),
  )
})

test('a key in the query is behind everything else, and what is not there is left out', () => {
  const shop = shopAt('https://souk.example', { auth: { kind: 'query', name: 'key' } })
  expect(
    queryOf(
      { q: template('a & {name}'), none: template('{id}') },
      { values: { name: 'b=c', id: null } },
      shop,
    ),
  ).toBe('?q=a+%26+b%3Dc&key=a+key+of+the+shop')
})

test('a header is printable ASCII, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(headersOf({ 'x-name': template('n {name}') }, { values: { name } })['x-name']).toMatch(
        /^[\x20-\x7e]*$/,
      )
    }),
  )
})

test.each([
  ['https://souk.example/api/v1/orders?page=2', '/orders?page=2'],
  ['/api/v1/orders?page=2', '/orders?page=2'],
  ['orders?page=2', '/orders?page=2'],
  ['?page=2', '/?page=2'],
  ['/api/v2/orders', null],
  ['../v2/orders', null],
  ['/api/v1/../../admin', null],
  ['https://elsewhere.example/api/v1/orders', null],
  ['http://souk.example/api/v1/orders', null],
  ['https://souk.example.elsewhere.example/api/v1/orders', null],
  ['https://souk.example@elsewhere.example/api/v1/', null],
  ['javascript:alert(1)', null],
  ['//elsewhere.example/api/v1/x', null],
  [`/api/v1/${'x'.repeat(2_000)}`, null],
])('the next page at %s', (link, path) => {
  expect(ownLink(link, shopAt('https://souk.example/api/v1'))).toBe(path)
})
