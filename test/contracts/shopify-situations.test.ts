import { describe, expect, test } from 'vitest'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { lineCutAfter, newCall, newPiece, valueIn } from './marketplace-rig.ts'
import { shopifyRig } from './shopify-rig.ts'
import { numberOf, stage } from './shopify-stage.ts'

describe('a count that is compared', () => {
  test('what a buyer took in between is not written over', async () => {
    const { shop, market, piece, ref } = await stage()
    expect(shop.buy({ sku: piece.sku })).not.toBeNull()
    expect(await market.setStock(ref, 0, 1, newCall())).toMatchObject({ end: 'refused', code: 'stale' })
    expect(valueIn(await market.readStock(ref, newCall()))).toEqual({ count: 0, held: 1 })
  })

  test('a claim whose answer was lost is ours when it is made again', async () => {
    const { shop, market, ref, piece } = await stage()
    const call = newCall()
    shop.door.faults.set('cutAfter')
    expect(await market.setStock(ref, 0, 1, call)).toMatchObject({ end: 'unknown' })
    expect(valueIn(await market.setStock(ref, 0, 1, call))).toEqual({ count: 0 })
    expect(shop.buy({ sku: piece.sku })).toBeNull()
  })

  test('where keys are forgotten it is stale: a buyer’s piece is never taken for ours', async () => {
    const { shop, market, ref } = await stage()
    shop.once.forgets = true
    const call = newCall()
    valueIn(await market.setStock(ref, 0, 1, call))
    expect(await market.setStock(ref, 0, 1, call)).toMatchObject({ code: 'stale' })
  })

  test('an old request that comes again changes nothing', async () => {
    const { shop, market, ref } = await stage()
    const old = newCall()
    valueIn(await market.setStock(ref, 5, null, old))
    valueIn(await market.setStock(ref, 2, null, newCall()))
    valueIn(await market.setStock(ref, 5, null, old))
    expect(shop.available(ref.stockItem)).toBe(2)
  })

  test('another count under one key is another request, and is done', async () => {
    const { shop, market, ref } = await stage()
    const call = newCall()
    valueIn(await market.setStock(ref, 5, null, call))
    expect(valueIn(await market.setStock(ref, 6, null, call))).toEqual({ count: 6 })
    expect(shop.available(ref.stockItem)).toBe(6)
  })

  test('one of many that is stale keeps no other from being written', async () => {
    const { shop, market, ref } = await stage()
    const refs = await Promise.all(
      [1, 2, 3].map(async () => valueIn(await market.putPiece(newPiece(), null, newCall()))),
    )
    const writes = [...refs, ref].map((each) => ({ ref: each, count: 0, expected: each === refs[1] ? 7 : 1 }))
    const ends = await market.setStocks(writes, newCall())
    expect(ends.map((end) => (end.end === 'refused' ? end.code : end.end))).toEqual([
      'done',
      'stale',
      'done',
      'done',
    ])
    expect([...refs, ref].map(({ stockItem }) => shop.available(stockItem))).toEqual([0, 1, 0, 0])
  })
})

describe('a key that is spent, though nothing was done with it', () => {
  test('the same count goes under another key, the next time and every time after', async () => {
    const { shop, market, ref } = await stage()
    const call = newCall()
    shop.once.breaks = 1
    expect(await market.setStock(ref, 0, null, call)).toMatchObject({ end: 'unknown' })
    expect(valueIn(await market.setStock(ref, 0, null, call))).toEqual({ count: 0 })
    valueIn(await market.setStock(ref, 4, null, newCall()))
    valueIn(await market.setStock(ref, 0, null, call))
    expect(shop.available(ref.stockItem)).toBe(4)
  })

  test('money goes back once', async () => {
    const { shop, market, piece } = await stage()
    const order = shop.buy({ sku: piece.sku })
    if (order === null) throw new Error('not bought')
    const id = numberOf(order)
    valueIn(await market.moveOrder(id, { to: 'handedOver' }, newCall()))
    const call = newCall()
    shop.once.breaks = 1
    expect(await market.cancelAndRefund(id, 'vendu', call)).toMatchObject({ end: 'unknown' })
    valueIn(await market.cancelAndRefund(id, 'vendu', call))
    expect(order.refunds).toHaveLength(1)
  })
})

describe('putting a piece', () => {
  test.each([
    /productSet/,
    /stagedUploadsCreate/,
    /inventoryActivate/,
    /inventorySetQuantities/,
    /publishable/,
  ])('cut off at %s and made again, it is there once', async (step) => {
    const rig = shopifyRig({ searchLagMs: 60_000 })
    let cut = false
    const market = rig.open((web) => async (request) => {
      const outcome = await web(request)
      const text = request.body instanceof Uint8Array ? new TextDecoder().decode(request.body) : ''
      if (cut || !step.test(text)) return outcome
      cut = true
      return { end: 'noAnswer', cause: 'silent', sent: true, text: '' }
    })
    const piece = newPiece()
    const call = newCall()
    expect(await market.putPiece(piece, null, call)).toMatchObject({ end: 'unknown' })
    const ref = valueIn(await market.putPiece(piece, null, call))
    expect(rig.shop.variants().filter(({ sku }) => sku === piece.sku)).toHaveLength(1)
    expect(rig.shop.products()).toMatchObject([{ title: 'Tapis Beni Ouarain', media: [{}] }])
    expect(rig.shop.available(ref.stockItem)).toBe(1)
  })

  test('a variant of the owner’s own product: its brothers stay, and so does the product when it is hidden', async () => {
    const { shop, market } = await stage()
    const [small, large] = shop.add('Babouches', ['BAB-38', 'BAB-39'])
    const piece = newPiece({ sku: 'BAB-38' as Sku })
    const ref = valueIn(await market.putPiece(piece, null, newCall()))
    expect(ref.variant).toBe(small?.id)
    expect(shop.variants().map(({ id }) => id)).toContain(large?.id)
    expect(shop.products().map(({ title }) => title)).toContain('Babouches')
    valueIn(await market.hidePiece(ref, newCall()))
    expect(shop.buy({ sku: 'BAB-38' })).toBeNull()
    expect(shop.buy({ sku: 'BAB-39' })).not.toBeNull()
  })

  test('a sku twice', async () => {
    const { shop, market, piece } = await stage()
    shop.add('the same again', [piece.sku])
    expect(await market.putPiece(piece, null, newCall())).toMatchObject({ code: 'skuTwice' })
  })

  test('a shop in another currency', async () => {
    const market = shopifyRig({ currency: 'USD' }).open()
    expect(await market.putPiece(newPiece(), null, newCall())).toMatchObject({ code: 'otherCurrency' })
    expect(await market.listPieces(null, newCall())).toMatchObject({ code: 'otherCurrency' })
  })
})

describe('giving up an order', () => {
  test('a job that takes its time is asked about again, and pays once', async () => {
    const { shop, market, piece } = await stage()
    const order = shop.buy({ sku: piece.sku })
    shop.holdJobs()
    const call = newCall()
    expect(await market.cancelAndRefund(numberOf(order), 'vendu', call)).toMatchObject({
      code: 'unavailable',
      again: { afterMs: 2_000 },
    })
    expect(await market.cancelAndRefund(numberOf(order), 'vendu', call)).toMatchObject({
      code: 'unavailable',
    })
    shop.runJobs()
    valueIn(await market.cancelAndRefund(numberOf(order), 'vendu', call))
    expect(order?.refunds).toHaveLength(1)
  })

  test('one that was cancelled without its money, and one that was sent already: the money goes back, once', async () => {
    const { rig, shop, market, piece } = await stage({}, 5)
    const kept = shop.buy({ sku: piece.sku })
    if (kept !== null) shop.cancel(kept, false)
    const sent = shop.buy({ sku: piece.sku })
    valueIn(await market.moveOrder(numberOf(sent), { to: 'handedOver' }, newCall()))
    for (const order of [kept, sent]) {
      const call = newCall()
      const cut = rig.open(lineCutAfter(/refundCreate/))
      expect(await cut.cancelAndRefund(numberOf(order), 'vendu', call)).toMatchObject({ end: 'unknown' })
      valueIn(await market.cancelAndRefund(numberOf(order), 'vendu', call))
      valueIn(await market.cancelAndRefund(numberOf(order), 'vendu', newCall()))
      expect(order?.refunds).toMatchObject([{ amount: 454_550 }])
      expect(valueIn(await market.readOrder(numberOf(order), newCall()))?.state).toBe('refunded')
    }
  })

  test('an unpaid one is cancelled, and nothing is put back on the shelf', async () => {
    const { shop, market, piece, ref } = await stage()
    const order = shop.buy({ sku: piece.sku, paid: false })
    expect(valueIn(await market.readOrder(numberOf(order), newCall()))?.state).toBe('placed')
    valueIn(await market.cancelAndRefund(numberOf(order), 'vendu', newCall()))
    expect(valueIn(await market.readOrder(numberOf(order), newCall()))?.state).toBe('cancelled')
    expect(valueIn(await market.readStock(ref, newCall()))).toEqual({ count: 0, held: 0 })
  })
})

describe('limits and versions', () => {
  test('throttled, with the time until there is enough', async () => {
    const tight = shopifyRig({ points: { maximum: 1_000, restoreRate: 100 } })
    const market = tight.open()
    let end = await market.ordersSince('0/0/', newCall())
    expect(end.end).toBe('done')
    for (let nth = 0; nth < 10 && end.end === 'done'; nth += 1) {
      end = await market.ordersSince('0/0/', newCall())
    }
    expect(end).toMatchObject({ end: 'refused', code: 'tooMany' })
    tight.wait(end.end === 'refused' ? (end.again?.afterMs ?? 0) : 0)
    expect((await market.ordersSince('0/0/', newCall())).end).toBe('done')
  })

  test('an answer in another version is not believed', async () => {
    const { shop, market, ref } = await stage()
    shop.serveVersion('2025-10')
    expect(await market.readStock(ref, newCall())).toMatchObject({ code: 'malformed' })
  })

  test('what an app may not do is listed, and a token withdrawn is refused', async () => {
    const few = shopifyRig({ scopes: ['write_products'] }).open()
    expect(valueIn(await few.check()).lacks).toEqual([
      'write_inventory',
      'write_orders',
      'write_merchant_managed_fulfillment_orders',
      'write_publications',
    ])
    const { shop, market } = await stage()
    shop.revokeKey()
    expect(await market.check()).toMatchObject({ code: 'keyRefused' })
  })

  test('an order of a currency that the till does not count in', async () => {
    const { shop, market, piece } = await stage({}, 2)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    shop.buy({ sku: piece.sku, currency: 'JPY' })
    const order = shop.buy({ sku: piece.sku })
    const { orders, odd } = valueIn(await market.ordersSince(cursor, newCall()))
    expect(odd).toMatchObject([{ code: 'otherCurrency', text: 'JPY' }])
    expect(orders.map(({ id }) => id)).toEqual([numberOf(order)])
  })
})

test('webhooks: the order by its number, whoever else it comes with; a bent one is none', async () => {
  const { shop, market, piece } = await stage({}, 5)
  const order = shop.buy({ sku: piece.sku })
  const [call] = shop.hooks.take()
  if (call === undefined) throw new Error('no webhook')
  const read = (change: Record<string, string>, body: Uint8Array = call.body) =>
    market.readEvent?.({ ...call.headers, ...change }, body)
  expect(read({})).toEqual({ ok: true, event: 'event-1', orders: [numberOf(order)] })
  expect(read({ 'x-shopify-hmac-sha256': 'AAAA' })).toMatchObject({ code: 'badSignature' })
  expect(read({}, Buffer.concat([call.body, Buffer.from(' ')]))).toMatchObject({ code: 'badSignature' })
  expect(read({ 'x-shopify-topic': 'app/uninstalled' })).toMatchObject({ code: 'malformed' })
})

test('an id of another platform is gone, and nothing is sent', async () => {
  const { shop, market } = await stage()
  const before = shop.door.asked.length
  const odd: OnlineRef = { product: '1', variant: '1', stockItem: '1', location: '' }
  expect(await market.setStock(odd, 1, null, newCall())).toMatchObject({ code: 'gone' })
  expect(await market.hidePiece(odd, newCall())).toMatchObject({ code: 'gone' })
  expect(shop.door.asked.length).toBe(before)
})
