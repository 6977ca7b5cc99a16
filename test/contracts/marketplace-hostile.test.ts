import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Done, Marketplace } from '#drivers/marketplaces/marketplace.ts'
import { onlyEnd } from '#drivers/marketplaces/stock-writes.ts'
import type { WebOutcome } from '#drivers/marketplaces/web.ts'
import { mappedRig } from './mapped-rig.ts'
import { alwaysSays, type MarketplaceRig, newCall, newPiece } from './marketplace-rig.ts'
import { shopifyRig } from './shopify-rig.ts'
import { wooRig } from './woocommerce-rig.ts'

const ref = {
  product: 'gid://shopify/Product/1',
  variant: 'gid://shopify/ProductVariant/2',
  stockItem: 'gid://shopify/InventoryItem/3',
  location: 'gid://shopify/Location/7',
}
const rigs: readonly (readonly [string, MarketplaceRig, typeof ref])[] = [
  ['WooCommerce', wooRig(), { product: '1', variant: '1', stockItem: '', location: '' }],
  ['Shopify', shopifyRig(), ref],
  ['a mapping', mappedRig(), { product: '1', variant: '1', stockItem: '', location: '' }],
]

const mappedCursor = JSON.stringify({
  beganMs: 1_795_000_000_000,
  sinceMs: 1_795_000_000_000,
  turn: { page: 0, items: 0, next: '' },
  before: '',
  nextMs: null,
})

const calls = (market: Marketplace, at: typeof ref): Promise<readonly Done<unknown>[]> =>
  Promise.all([
    market.check(),
    market.putPiece(newPiece(), at, newCall()),
    market.hidePiece(at, newCall()),
    market.setStock(at, 1, 1, newCall()),
    market.setStocks([{ ref: at, count: 1, expected: null }], newCall()).then(onlyEnd),
    market.readStock(at, newCall()),
    market.ordersSince(null, newCall()),
    market.ordersSince('1795000000000/1', newCall()),
    market.ordersSince('1795000000000/1795000000000/', newCall()),
    market.ordersSince(mappedCursor, newCall()),
    market.readOrder('1', newCall()),
    market.moveOrder('1', { to: 'handedOver' }, newCall()),
    market.cancelAndRefund('1', 'x', newCall()),
    market.listPieces(null, newCall()),
  ])

const answered = (status: number, body: Uint8Array, type = 'application/json'): WebOutcome => ({
  end: 'answered',
  status,
  headers: { 'content-type': type },
  body,
})
const utf8 = new TextEncoder()

/** JSON of any shape, whose words are those a platform uses, so that it comes near. */
const word = fc.constantFrom(
  'data',
  'errors',
  'id',
  'sku',
  'status',
  'orders',
  'order',
  'nodes',
  'userErrors',
  'total',
  'stock_quantity',
  'productVariant',
  'inventoryItem',
  'extensions',
  'error',
  'lines',
  'reference',
  'payment',
  'code',
  'message',
)
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', '1', 'refunded', 'done', 1e300),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(word, tie('json'), { maxKeys: 5 }),
  ),
}))
/** An empty list is a shop without orders or pieces, and may be believed as that. */
const saysNothing = (value: unknown): boolean =>
  isEmptyList(value) || value === null || value === true || isEmptyList(Object(value).data)
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const hostile = fc.oneof(
  fc
    .tuple(fc.integer({ min: 200, max: 299 }), fc.uint8Array({ maxLength: 200 }))
    .filter(([, bytes]) => !isJson(bytes))
    .map(([status, bytes]) => answered(status, bytes)),
  fc.tuple(fc.integer({ min: 300, max: 599 }), json).map(([status, value]) => said(status, value)),
  json.filter((value) => !saysNothing(value)).map((value) => said(200, value)),
  fc.constant<WebOutcome>({ end: 'tooLarge', status: 200 }),
  fc.constantFrom<WebOutcome>(
    { end: 'noAnswer', cause: 'silent', sent: true, text: '' },
    { end: 'noAnswer', cause: 'noNetwork', sent: false, text: '' },
  ),
  fc.constant(answered(200, utf8.encode('[]<html>'), 'text/html')),
)
const said = (status: number, value: unknown): WebOutcome =>
  answered(status, utf8.encode(JSON.stringify(value) ?? 'null'))

function isJson(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return true
  } catch {
    return false
  }
}

describe.each(rigs)('%s', (_name, rig, at) => {
  test('nothing that is not well formed is done, and nothing rejects', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (outcome) => {
        for (const end of await calls(rig.open(alwaysSays(outcome)), at)) {
          // Of an order that is gone there is nothing to know: a platform may say so.
          if (end.end === 'done') expect(end.value).toBeNull()
          if (outcome.end !== 'answered' || outcome.status < 400) expect(end.end).not.toBe('done')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('no key is in what is said of it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (outcome) => {
        const ends = JSON.stringify(await calls(rig.open(alwaysSays(outcome)), at))
        for (const secret of ['ck_0123', 'cs_0123', 'shpat_', 'souk_0123', 'a secret between']) {
          expect(ends).not.toContain(secret)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('an answer with any one field gone or turned into something else is never another piece’s or order’s', async () => {
    const market = rig.open()
    const left = market.capabilities.counts === 'onHand' ? 1 : 0
    const put = await market.putPiece(newPiece(), null, newCall())
    if (put.end !== 'done') throw new Error(put.text)
    const id = (await rig.buy(put.value, 1, 'ship')) ?? ''
    // Every value of each answer in turn, until there is none left.
    let bends = true
    for (let nth = 0; bends; nth += 1) {
      bends = false
      for (const into of [undefined, null, -1, 'x', [], {}]) {
        const bent = rig.open((web) => async (request) => {
          const outcome = await web(request)
          const other = bend(outcome, nth, into)
          bends ||= other !== outcome
          return other
        })
        const order = await bent.readOrder(id, newCall())
        if (order.end === 'done' && order.value !== null) {
          expect(order.value).toMatchObject({ id, currency: 'MAD' })
          expect(order.value.lines.every(({ units }) => units > 0)).toBe(true)
        }
        const stock = await bent.readStock(put.value, newCall())
        if (stock.end === 'done') expect(stock.value.count).toBe(left)
      }
    }
  })
})

/** The `nth` value in an answer becomes another; the same outcome where it has fewer. */
function bend(outcome: WebOutcome, nth: number, into: unknown): WebOutcome {
  if (outcome.end !== 'answered') return outcome
  let seen = -1
  const text = JSON.stringify(JSON.parse(new TextDecoder().decode(outcome.body)), (_key, value: unknown) => {
    seen += 1
    return seen === nth ? into : value
  })
  return seen < nth ? outcome : { ...outcome, body: utf8.encode(text ?? '') }
}
