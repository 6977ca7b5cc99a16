import { describe, expect, test } from 'vitest'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { newCall, newPiece, valueIn } from './marketplace-rig.ts'
import { type WooRig, wooRig } from './woocommerce-rig.ts'
import { stage, stockOf } from './woocommerce-stage.ts'

describe('a platform that compares nothing', () => {
  test('a count that was read before a sale puts the piece back: only the till can know better', async () => {
    const { shop, market, piece, ref } = await stage()
    const before = await stockOf(market, ref)
    expect(shop.buy({ sku: piece.sku })).not.toBeNull()
    expect(shop.buy({ sku: piece.sku })).toBeNull()
    valueIn(await market.setStock(ref, before, before, newCall()))
    expect(shop.buy({ sku: piece.sku })).not.toBeNull()
  })

  test('an unpaid order takes its piece, and cancelled puts it back: the count is written after', async () => {
    const { shop, market, piece, ref } = await stage()
    const order = shop.buy({ sku: piece.sku, paid: false })
    expect(await stockOf(market, ref)).toBe(0)
    const id = String(order?.id)
    expect(valueIn(await market.readOrder(id, newCall()))?.state).toBe('placed')
    valueIn(await market.cancelAndRefund(id, 'vendu', newCall()))
    expect(valueIn(await market.readOrder(id, newCall()))?.state).toBe('cancelled')
    expect(await stockOf(market, ref)).toBe(1)
    valueIn(await market.setStock(ref, 0, null, newCall()))
    expect(await stockOf(market, ref)).toBe(0)
  })
})

describe('an answer that is lost after it was done', () => {
  test.each(['cutAfter', 'silent', 'gateway'] as const)(
    '%s: each call made again is done once',
    async (fault) => {
      const { shop, market, piece, ref } = await stage()
      const again = async <T>(match: RegExp, run: () => Promise<{ end: string } & T>): Promise<void> => {
        shop.door.faults.set(fault, match)
        expect((await run()).end).toBe('unknown')
        expect((await run()).end).toBe('done')
      }
      const call = newCall()
      const other = newPiece()
      await again(/POST .*products$/, () => market.putPiece(other, null, call))
      expect(shop.goods().filter(({ sku }) => sku === other.sku)).toHaveLength(1)
      expect(shop.photographs()).toBe(1)

      const id = String(shop.buy({ sku: piece.sku })?.id)
      await again(/POST .*refunds/, () => market.cancelAndRefund(id, 'vendu', call))
      expect(shop.orders().find((order) => String(order.id) === id)?.refunds).toHaveLength(1)

      valueIn(await market.setStock(ref, 1, null, newCall()))
      const sent = shop.buy({ sku: piece.sku })
      const move = { to: 'shipped', carrier: 'Amana', tracking: 'AM 77' } as const
      await again(/POST .*notes/, () => market.moveOrder(String(sent?.id), move, call))
      expect(sent?.notes.map(({ text }) => text)).toEqual(['Amana AM 77'])
    },
  )
})

describe('counts of many pieces', () => {
  test('variations of a product are written together, beside products of their own', async () => {
    const { shop, market, ref } = await stage()
    const parent = shop.add({ type: 'variable', name: 'Babouches' })
    const sizes = ['38', '39'].map((size) =>
      shop.add({ type: 'variation', parent: parent.id, sku: `BAB-${size}`, manageStock: true, stock: 4 }),
    )
    const refs = sizes.map(({ id }) => ({ ...ref, product: String(parent.id), variant: String(id) }))
    const before = shop.door.asked.length
    const writes = [refs[0], ref, refs[1]].map((each, count) => ({ ref: each ?? ref, count, expected: null }))
    expect((await market.setStocks(writes, newCall())).map(valueIn)).toEqual([
      { count: 0 },
      { count: 1 },
      { count: 2 },
    ])
    expect(shop.door.asked.slice(before)).toEqual([
      `POST /wp-json/wc/v3/products/${parent.id}/variations/batch`,
      'POST /wp-json/wc/v3/products/batch',
    ])
  })

  test('a shop that takes fewer at once is asked in halves', async () => {
    const { rig, market } = await stage()
    const refs = await Promise.all(
      Array.from({ length: 5 }, async () => valueIn(await market.putPiece(newPiece(), null, newCall()))),
    )
    const sizes: number[] = []
    const few = rig.open((web) => async (request) => {
      const { update } = JSON.parse(new TextDecoder().decode(request.body as Uint8Array))
      sizes.push(update.length)
      const body = new TextEncoder().encode(
        JSON.stringify({ code: 'woocommerce_rest_request_entity_too_large', message: 'too many' }),
      )
      const headers = { 'content-type': 'application/json' }
      return update.length > 2 ? { end: 'answered', status: 413, headers, body } : web(request)
    })
    const ends = await few.setStocks(
      refs.map((ref) => ({ ref, count: 0, expected: null })),
      newCall(),
    )
    expect(ends.map(({ end }) => end)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(sizes).toEqual([5, 3, 2, 1, 2])
  })
})

describe('bad input', () => {
  test('a sku twice', async () => {
    const { shop, market, piece } = await stage()
    shop.add({ sku: piece.sku, name: 'the same again' })
    expect(await market.putPiece(piece, null, newCall())).toMatchObject({ code: 'skuTwice' })
  })

  test('a sku that lies in the bin', async () => {
    const { shop, market, piece, ref } = await stage()
    shop.remove(piece.sku, 'bin')
    expect(await market.putPiece(piece, null, newCall())).toMatchObject({ code: 'skuTwice' })
    // By its ref it is taken out again.
    expect(valueIn(await market.putPiece(piece, ref, newCall()))).toEqual(ref)
  })

  test('a piece deleted online is made anew, and its old ref is nobody else’s', async () => {
    const { rig, market, piece, ref } = await stage()
    await rig.deletePiece(ref)
    const anew = valueIn(await market.putPiece(piece, ref, newCall()))
    expect(anew.product).not.toBe(ref.product)
    expect(valueIn(await market.putPiece(newPiece(), anew, newCall()))).not.toEqual(anew)
  })

  test('stock below zero', async () => {
    const { shop, market, ref, piece } = await stage()
    shop.remove(piece.sku)
    const { id } = shop.add({ sku: piece.sku, manageStock: true, stock: -2, backorders: 'yes' })
    const there = { ...ref, product: String(id), variant: String(id) }
    expect(await market.readStock(there, newCall())).toMatchObject({ code: 'negativeStock' })
  })

  test('a shop in another currency', async () => {
    const market = wooRig({ currency: 'EUR' }).open()
    expect(await market.putPiece(newPiece(), null, newCall())).toMatchObject({ code: 'otherCurrency' })
    expect(await market.listPieces(null, newCall())).toMatchObject({ code: 'otherCurrency' })
  })

  test('a key that only reads, and one that was withdrawn', async () => {
    const readOnly = wooRig({ readOnly: true }).open()
    expect(valueIn(await readOnly.check())).toMatchObject({ lacks: ['products', 'orders'] })
    const { shop, market } = await stage()
    shop.revokeKey()
    expect(await market.check()).toMatchObject({ code: 'keyRefused' })
  })

  test.each([
    ['html', 'malformed', null],
    ['half', 'malformed', null],
    ['otherShape', 'malformed', null],
    ['moved', 'malformed', null],
    ['maintenance', 'unavailable', { afterMs: 7_000 }],
    ['tooMany', 'tooMany', { afterMs: 3_000 }],
  ] as const)('%s is %s', async (fault, code, again) => {
    const { shop, market, ref } = await stage()
    shop.door.faults.set(fault)
    expect(await market.setStock(ref, 0, null, newCall())).toMatchObject({ end: 'refused', code, again })
  })
})

describe('webhooks', () => {
  const events = (rig: WooRig, market: Marketplace) =>
    rig.shop.hooks.take().map(({ headers, body }) => market.readEvent?.(headers, body))

  test('doubled, reordered and late, they name the order and nothing else', async () => {
    const { rig, shop, market, piece } = await stage({}, 5)
    const first = String(shop.buy({ sku: piece.sku })?.id)
    shop.hooks.manner = 'late'
    expect(events(rig, market)).toEqual([])
    const second = String(shop.buy({ sku: piece.sku })?.id)
    shop.hooks.manner = 'reordered'
    expect(events(rig, market)).toMatchObject([
      { ok: true, orders: [second] },
      { ok: true, orders: [first] },
    ])
    shop.buy({ sku: piece.sku })
    shop.hooks.manner = 'doubled'
    const [one, other] = events(rig, market)
    expect(one).toEqual(other)
  })

  test('with another signature, another body, or no signature', async () => {
    const { shop, market, piece } = await stage()
    shop.buy({ sku: piece.sku })
    const [call] = shop.hooks.take()
    if (call === undefined) throw new Error('no webhook')
    const read = (change: Record<string, string>, body: Uint8Array = call.body) =>
      market.readEvent?.({ ...call.headers, ...change }, body)
    expect(read({})).toMatchObject({ ok: true })
    expect(read({ 'x-wc-webhook-signature': 'AAAA' })).toMatchObject({ code: 'badSignature' })
    expect(read({ 'x-wc-webhook-signature': '' })).toMatchObject({ code: 'badSignature' })
    expect(read({}, Buffer.concat([call.body, Buffer.from(' ')]))).toMatchObject({ code: 'badSignature' })
    expect(read({ 'x-wc-webhook-topic': 'product.updated' })).toMatchObject({ code: 'malformed' })
  })

  test('five that failed, and there are no more', async () => {
    const { shop, piece } = await stage({}, 9)
    for (let nth = 0; nth < 5; nth += 1) shop.delivered(false)
    shop.buy({ sku: piece.sku })
    expect(shop.hooksDisabled).toBe(true)
    expect(shop.hooks.take()).toEqual([])
  })
})

test('pieces of a shop that was there first: variations are pieces, what has no sku is none', async () => {
  const { shop, market, rig } = await stage()
  const parent = shop.add({ type: 'variable', name: 'Babouches' })
  for (const size of ['38', '39']) {
    shop.add({
      type: 'variation',
      parent: parent.id,
      sku: `BAB-${size}`,
      regularPrice: '120',
      manageStock: true,
      stock: 4,
      weight: '0.450',
    })
  }
  shop.add({ name: 'no sku', regularPrice: '5' })
  const { pieces } = valueIn(await market.listPieces(null, newCall()))
  const found = pieces.filter(({ piece }) => piece.sku.startsWith('BAB'))
  expect(found.map(({ piece }) => piece)).toMatchObject([
    { name: { fr: 'Babouches' }, price: 12_000, count: 4, weightGrams: 450 },
    { sku: 'BAB-39' },
  ])
  const ref = found[1]?.ref as OnlineRef
  valueIn(await market.setStock(ref, 2, null, newCall()))
  expect(await stockOf(market, ref)).toBe(2)
  await rig.deletePiece(ref)
  expect(await market.setStock(ref, 2, null, newCall())).toMatchObject({ code: 'gone' })
})
