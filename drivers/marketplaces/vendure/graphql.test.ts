import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Web, WebRequest } from '../web.ts'
import { ask } from './graphql.ts'
import type { VendureSettings } from './settings.ts'

const settings: VendureSettings = {
  url: 'https://shop.example/admin-api',
  apiKey: 'key-1:secret',
  channel: '',
  location: '1',
  pickUpMethods: [],
  plugin: true,
  timeoutMs: 10_000,
}

/** A shop that says this, and what it was asked. */
function saying(json: unknown): { readonly web: Web; readonly asked: WebRequest[] } {
  const asked: WebRequest[] = []
  const body = new TextEncoder().encode(JSON.stringify(json))
  return {
    asked,
    web: async (request) => {
      asked.push(request)
      return { end: 'answered', status: 200, headers: { 'content-type': 'application/json' }, body }
    },
  }
}

const schema = z.object({ me: z.string() })
const end = (json: unknown) => ask({ settings, web: saying(json).web }, '{ me }', {}, schema, undefined)

test('the key is a header of its own, and a channel only where there is one', async () => {
  const shop = saying({ data: { me: 'x' } })
  await ask({ settings, web: shop.web }, '{ me }', { a: 1 }, schema, undefined)
  await ask({ settings: { ...settings, channel: 'derb' }, web: shop.web }, '{ me }', {}, schema, undefined)
  expect(shop.asked.map(({ headers }) => [headers['vendure-api-key'], headers['vendure-token']])).toEqual([
    ['key-1:secret', undefined],
    ['key-1:secret', 'derb'],
  ])
  const [first] = shop.asked
  expect(JSON.parse(new TextDecoder().decode(first?.body as Uint8Array))).toEqual({
    query: '{ me }',
    variables: { a: 1 },
  })
})

test.each([
  ['FORBIDDEN', 'notAllowed'],
  ['ENTITY_NOT_FOUND', 'gone'],
  ['GRAPHQL_VALIDATION_FAILED', 'malformed'],
  ['USER_INPUT_ERROR', 'refused'],
  ['INTERNAL_SERVER_ERROR', 'unavailable'],
  [undefined, 'unavailable'],
])('%s is %s, whatever part of the data came', async (code, trouble) => {
  const errors = [{ message: 'no', extensions: code === undefined ? {} : { code } }]
  expect(await end({ data: { me: 'x' }, errors })).toMatchObject({ end: 'refused', code: trouble })
})

test('data of another shape is not believed', async () => {
  for (const json of [{}, { data: null }, { data: { me: 1 } }, [], { errors: [] }]) {
    expect(await end(json)).toMatchObject({ end: 'refused', code: 'malformed' })
  }
})
