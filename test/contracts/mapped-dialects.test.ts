import { expect, test } from 'vitest'
import { openMapped } from '#drivers/marketplaces/mapped/mapped.ts'
import { readMapping } from '#drivers/marketplaces/mapped/read-mapping.ts'
import { type MappingJson, soukMapping } from './mapped-rig.ts'
import { ref, spoken, three } from './mapped-spoken.ts'
import { newCall, newPiece, valueIn } from './marketplace-rig.ts'

const stock = { json: { data: { article_id: 'a1', quantity: 3, held: 0 } } }

test.each([
  [{ kind: 'bearer' }, 'authorization', 'Bearer key-of-the-shop'],
  [{ kind: 'header', name: 'X-Api-Key' }, 'x-api-key', 'key-of-the-shop'],
  [{ kind: 'basic', user: 'till' }, 'authorization', 'Basic dGlsbDprZXktb2YtdGhlLXNob3A='],
])('the key as %j', async (auth, header, value) => {
  const { market, asked } = spoken({ auth }, () => stock)
  valueIn(await market.readStock(ref, newCall()))
  expect(asked[0]?.headers).toMatchObject({ [header]: value })
})

test('the key in the query, and in nothing that is told of it', async () => {
  const echo = { status: 400, json: { error: { code: 'no', message: 'I do not like key-of-the-shop' } } }
  const { market, asked } = spoken({ auth: { kind: 'query', name: 'key' } }, () => echo)
  const end = await market.readStock(ref, newCall())
  expect(asked[0]?.url).toBe('https://souk.example/api/articles/a1/stock?key=key-of-the-shop')
  expect(end).toMatchObject({ code: 'refused', text: 'no: I do not like …' })
})

/** A shop that is asked by GraphQL throughout: what is asked stands still, and its variables say the rest. */
const graphql: MappingJson = {
  errors: {
    text: 'errors[0].message',
    rules: [
      { when: { 'errors[0].extensions.code': 'NOT_FOUND' }, is: 'gone' },
      { when: { 'errors[0].message': '*' }, is: 'refused' },
    ],
  },
  readStock: {
    ask: {
      method: 'POST',
      path: '/graphql',
      graphql: 'query ($id: ID!) { article(id: $id) { id stock { quantity } } }',
      body: { id: '{ref.variant}' },
    },
    expect: { 'data.article.id': '{ref.variant}' },
    count: 'data.article.stock.quantity',
  },
  readOrder: {
    ask: {
      method: 'POST',
      path: '/graphql',
      graphql: 'query ($id: ID!) { order(id: $id) { id } }',
      body: { id: '{order.id}' },
    },
    answer: 'data.order',
  },
}

test('GraphQL: a fixed question, its variables, and a no with status 200', async () => {
  const { market, asked } = spoken(graphql, (_path, json) => {
    const { variables } = json as { readonly variables: { readonly id: string } }
    if (variables.id === 'a1') return { json: { data: { article: { id: 'a1', stock: { quantity: 2 } } } } }
    if (variables.id === 'none') return { json: { data: { order: null } } }
    const code = variables.id === 'a0' ? 'NOT_FOUND' : 'INTERNAL'
    return { json: { data: null, errors: [{ message: 'Not like that.', extensions: { code } }] } }
  })
  expect(valueIn(await market.readStock(ref, newCall()))).toEqual({ count: 2, held: 0 })
  expect(JSON.parse(new TextDecoder().decode(asked[0]?.body as Uint8Array))).toEqual({
    query: 'query ($id: ID!) { article(id: $id) { id stock { quantity } } }',
    variables: { id: 'a1' },
  })
  expect(await market.readStock({ ...ref, variant: 'a0' }, newCall())).toMatchObject({ code: 'gone' })
  expect(await market.readStock({ ...ref, variant: 'a9' }, newCall())).toMatchObject({
    text: 'Not like that.',
  })
  expect(valueIn(await market.readOrder('none', newCall()))).toBeNull()
})

test('money as JSON numbers, times in seconds, a line’s total, one word for both ends', async () => {
  const change = {
    money: 'number',
    times: 'seconds',
    currency: 'MAD',
    order: {
      id: 'id',
      number: 'id',
      placedAt: 'at',
      movedAt: 'at',
      states: [
        { when: { status: 'done' }, is: 'left' },
        { when: { status: 'paid*' }, is: 'paid' },
      ],
      total: ['sum', 'tax'],
      lines: { list: 'lines', sku: 'sku', name: 'name', units: 'n', total: ['sum', 'tax'] },
      buyer: { name: ['first', 'last'], language: 'lang' },
      pickUp: [{ fetch: true }],
    },
  }
  const order = {
    id: 12,
    at: 1_795_768_200,
    status: 'done',
    sum: 1_000.1,
    tax: 200.02,
    lines: [{ sku: null, name: 'Tapis', n: '3', sum: 1_000.1, tax: 200.02 }],
    first: 'Claire',
    lang: 'fr_FR',
  }
  let json: object = { ...order, fetch: true }
  const { market } = spoken(change, () => ({ json: { data: json } }))
  const read = async () => valueIn(await market.readOrder('12', newCall()))
  expect(await read()).toEqual({
    id: '12',
    number: '12',
    state: 'handedOver',
    placedAt: { utcMs: 1_795_768_200_000, offsetMinutes: 60 },
    lines: [{ sku: null, name: 'Tapis', units: 3, price: 40_004 }],
    total: 120_012,
    currency: 'MAD',
    shipping: 0,
    buyer: { name: 'Claire', email: '', language: 'fr-FR', address: '', country: '' },
    delivery: 'pickUp',
  })
  json = order
  expect(await read()).toMatchObject({ state: 'shipped', delivery: 'ship' })
  json = { ...order, status: 'paid, waiting' }
  expect(await read()).toMatchObject({ state: 'paid' })
  json = { ...order, status: 'lost in the post' }
  expect(await market.readOrder('12', newCall())).toMatchObject({
    code: 'malformed',
    text: expect.stringContaining('its state is in no rule'),
  })
})

test.each([
  ['a sum below zero', { total: '-1.00' }, 'total'],
  ['a part of a centime', { total: '1.005' }, 'total'],
  ['no units', { lines: [{ ...three[0]?.lines[0], quantity: 0 }] }, 'lines.0.units'],
  ['half a rug', { lines: [{ ...three[0]?.lines[0], quantity: 0.5 }] }, 'lines.0.units'],
  ['a page for its lines', { lines: '<html>' }, 'lines'],
  ['no number', { reference: null }, 'number'],
  ['a day that is none', { created_at: '2026-02-31T99:00:00Z' }, 'placedAt'],
])('an order with %s is not taken for one', async (_name, bent, place) => {
  const { market } = spoken({}, () => ({ json: { data: { ...three[0], ...bent } } }))
  const end = await market.readOrder('o1', newCall())
  expect(end).toMatchObject({ code: 'malformed', text: expect.stringContaining(place) })
})

test('when to ask again, in a header of its own', async () => {
  const { market } = spoken({ retryAfter: { header: 'X-Wait-Ms', unit: 'milliseconds' } }, () => ({
    status: 429,
    json: {},
    headers: { 'x-wait-ms': '2500' },
  }))
  expect(await market.readStock(ref, newCall())).toMatchObject({ code: 'tooMany', again: { afterMs: 3_000 } })
})

test('a marketplace that knows pieces by their sku is told the whole piece each time', async () => {
  const { findPiece, updatePiece, ...mapping } = soukMapping()
  const read = readMapping({
    ...mapping,
    check: { ask: { method: 'GET', path: '/account' } },
    currency: 'MAD',
  })
  if (!read.ok) throw new Error(read.error)
  const asked: string[] = []
  const settings = { url: 'https://souk.example', key: 'k', webhookSecret: '', timeoutMs: 5_000 }
  const piece = newPiece({ photographs: [] })
  const market = openMapped(settings, read.value, async ({ method, url }) => {
    asked.push(`${method} ${url}`)
    const json = { data: { id: 'a7', reference: piece.sku, price: '4500.50' } }
    return { end: 'answered', status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)) }
  })
  const put = async () => valueIn(await market.putPiece(piece, null, newCall()))
  expect([await put(), await put()]).toEqual(Array(2).fill({ ...ref, product: 'a7', variant: 'a7' }))
  expect(asked).toEqual(Array(2).fill('POST https://souk.example/articles'))
})
