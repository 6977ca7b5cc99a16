import { expect, test } from 'vitest'
import { openMapped } from '#drivers/marketplaces/mapped/mapped.ts'
import { readMapping } from '#drivers/marketplaces/mapped/read-mapping.ts'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { WebRequest } from '#drivers/marketplaces/web.ts'
import { type MappingJson, soukMapping } from './mapped-rig.ts'
import { newCall, newPiece, valueIn } from './marketplace-rig.ts'

/** What a marketplace answers: JSON, with what is unusual about it. */
interface Said {
  readonly json: unknown
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

const ref = { product: 'a1', variant: 'a1', stockItem: '', location: '' }

/** The adapter before a marketplace that answers by what it is asked; and what it was asked. */
function spoken(change: object, answer: (path: string, json: unknown) => Said) {
  const asked: WebRequest[] = []
  const read = readMapping({ ...soukMapping(), ...change })
  if (!read.ok) throw new Error(read.error)
  const settings = {
    url: 'https://souk.example/api',
    key: 'key-of-the-shop',
    webhookSecret: '',
    timeoutMs: 5_000,
  }
  const market: Marketplace = openMapped(settings, read.value, async (request) => {
    asked.push(request)
    const body = request.body instanceof Uint8Array ? new TextDecoder().decode(request.body) : ''
    const said = answer(request.url.slice(settings.url.length), body === '' ? null : JSON.parse(body))
    return {
      end: 'answered',
      status: said.status ?? 200,
      headers: { 'content-type': 'application/json', ...said.headers },
      body: new TextEncoder().encode(JSON.stringify(said.json)),
    }
  })
  return { market, asked }
}

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

/** Orders of one list, the `nth` a second after the one before. */
const orderOf = (nth: number) => ({
  id: `o${nth}`,
  reference: `N${nth}`,
  created_at: `2026-11-27T09:00:${String(nth).padStart(2, '0')}Z`,
  updated_at: `2026-11-27T09:00:${String(nth).padStart(2, '0')}Z`,
  payment: { status: 'paid' },
  fulfilment: { status: 'open', method: 'delivery' },
  currency: 'mad',
  total: '10.00',
  delivery_fee: '0.00',
  lines: [{ reference: 'S', title: 'Tapis', quantity: 1, unit_price: '10.00' }],
  customer: { name: 'Claire' },
})
const three = [1, 2, 3].map(orderOf)

/** Every order there is, and what was asked for each page. */
async function allOrders(market: Marketplace): Promise<readonly string[]> {
  let at = valueIn(await market.ordersSince(null, newCall())).cursor
  const ids: string[] = []
  for (let more = true, turn = 0; more && turn < 10; turn += 1) {
    const page = valueIn(await market.ordersSince(at, newCall()))
    ids.push(...page.orders.map(({ id }) => id))
    at = page.cursor
    more = page.more
  }
  return ids
}

const listOrders = (paging: object, query: object) => ({
  listOrders: {
    ask: { method: 'GET', path: '/orders', query: { updated_since: '{since}', ...query } },
    list: 'data',
    paging,
  },
})

test('paging by a cursor that the marketplace gives', async () => {
  const change = listOrders({ kind: 'cursor', size: 2, next: 'next' }, { after: '{page.cursor?}' })
  const { market, asked } = spoken(change, (path) =>
    path.includes('after=c1')
      ? { json: { data: three.slice(2), next: null } }
      : { json: { data: path.includes('sort') ? [] : three.slice(0, 2), next: 'c1' } },
  )
  expect(await allOrders(market)).toEqual(['o1', 'o2', 'o3'])
  expect(asked).toHaveLength(3)
})

test('a cursor that comes back is a list without end', async () => {
  const change = listOrders({ kind: 'cursor', size: 2, next: 'next' }, { after: '{page.cursor?}' })
  const { market } = spoken(change, (path) => ({
    json: { data: path.includes('sort') ? [] : three, next: 'c1' },
  }))
  await expect(allOrders(market)).rejects.toThrow('a list without end')
})

test.each([
  ['in the answer', { next: 'next' }, (url: string | null): Said => ({ json: { data: [], next: url } })],
  [
    'in the Link header',
    {},
    (url: string | null): Said => ({
      json: { data: [] },
      headers:
        url === null ? {} : { link: `<https://souk.example/api/first>; rel="first", <${url}>; rel="next"` },
    }),
  ],
])('paging by a link %s, and never to another host', async (_name, next, page) => {
  const change = listOrders({ kind: 'link', size: 2, ...next }, {})
  let second = 'https://souk.example/api/orders?page=2'
  const { market, asked } = spoken(change, (path) => {
    const said = page(path.includes('page=2') || path.includes('sort') ? null : second)
    const data = path.includes('page=2') ? three.slice(2) : path.includes('sort') ? [] : three.slice(0, 2)
    return { ...said, json: { ...(said.json as object), data } }
  })
  expect(await allOrders(market)).toEqual(['o1', 'o2', 'o3'])
  expect(asked.at(-1)?.url).toBe('https://souk.example/api/orders?page=2')
  second = 'https://elsewhere.example/api/orders?page=2'
  await expect(allOrders(market)).rejects.toThrow('the next page is somewhere else')
  expect(asked.every(({ url }) => url.startsWith('https://souk.example/api/'))).toBe(true)
})

test('a key in the query goes along with a link, and is not kept with it', async () => {
  const change = {
    ...listOrders({ kind: 'link', size: 2, next: 'next' }, {}),
    auth: { kind: 'query', name: 'key' },
  }
  const { market, asked } = spoken(change, (path) => ({
    json: {
      data: path.includes('sort') ? [] : three.slice(path.includes('page=2') ? 2 : 0),
      next: path.includes('page=2') ? null : '?key=key-of-the-shop&page=2',
    },
  }))
  const { cursor } = valueIn(await market.ordersSince(null, newCall()))
  const first = valueIn(await market.ordersSince(cursor, newCall()))
  expect(first).toMatchObject({ more: true, cursor: expect.not.stringContaining('key-of-the-shop') })
  valueIn(await market.ordersSince(first.cursor, newCall()))
  expect(asked.at(-1)?.url).toBe('https://souk.example/api/?page=2&key=key-of-the-shop')
})

test('paging by offset counts what was given, not what was asked for', async () => {
  const change = listOrders({ kind: 'offset', size: 50 }, { from: '{page.offset}' })
  const { market, asked } = spoken(change, (path) => {
    const query = new URL(path, 'https://souk.example').searchParams
    const since = Date.parse(query.get('updated_since') ?? '')
    const left = three.filter((order) => Date.parse(order.updated_at) >= since)
    // Two at once, and one in a second: whoever asks for fifty is given no more.
    const from = Number(query.get('from') ?? 0)
    return { json: { data: path.includes('sort=-') ? three.slice(2) : left.slice(from, from + 2) } }
  })
  expect(new Set(await allOrders(market))).toEqual(new Set(['o1', 'o2', 'o3']))
  expect(asked.length).toBeLessThan(8)
})

test('a list that gives the same page for ever is a mistake of the mapping', async () => {
  const same = [1, 1, 1].map(orderOf)
  const { market } = spoken({}, () => ({ json: { data: same } }))
  await expect(allOrders(market)).rejects.toThrow('the same page twice')
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
