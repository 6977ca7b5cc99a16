import { expect, test } from 'vitest'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import { type Said, spoken, three } from './mapped-spoken.ts'
import { newCall, valueIn } from './marketplace-rig.ts'

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
  const same = Array(3).fill(three[0])
  const { market } = spoken({}, () => ({ json: { data: same } }))
  await expect(allOrders(market)).rejects.toThrow('the same page twice')
})
