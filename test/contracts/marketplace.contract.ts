import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { alwaysSays, type MarketplaceRig, newCall, newPiece, valueIn } from './marketplace-rig.ts'

/** What every adapter keeps, whatever platform is behind it: `drivers/marketplaces/marketplace.ts`. */
export function marketplaceContract(name: string, start: () => Promise<MarketplaceRig>): void {
  describe(name, () => {
    let rig: MarketplaceRig
    let market: Marketplace
    beforeAll(async () => {
      rig = await start()
      market = rig.open()
    })
    afterAll(() => rig?.stop())

    const put = async (count = 1): Promise<OnlineRef> =>
      valueIn(await market.putPiece(newPiece({ count, unique: count === 1 }), null, newCall()))

    /** One for all who only say no to it: on some platforms a piece takes a second to put. */
    let known: OnlineRef | null = null

    test('a key that is good lacks nothing', async () => {
      expect(valueIn(await market.check())).toMatchObject({ currency: 'MAD', lacks: [] })
    })

    test('a key nobody gave is refused as one', async () => {
      expect(await rig.openWithWrongKey().check()).toMatchObject({ end: 'refused', code: 'keyRefused' })
    })

    test('a piece is put once, however often it is put', async () => {
      const piece = newPiece()
      const ref = valueIn(await market.putPiece(piece, null, newCall()))
      const once = (await listAll(market)).filter((each) => each.piece.sku === piece.sku)
      expect(once).toMatchObject([{ ref, price: 450_050, piece: { count: 1, name: { fr: piece.name.fr } } }])
      expect(valueIn(await market.putPiece(piece, ref, newCall()))).toEqual(ref)
      expect(valueIn(await market.putPiece(piece, null, newCall()))).toEqual(ref)
      expect((await listAll(market)).filter((each) => each.piece.sku === piece.sku)).toEqual(once)
    })

    test('a new price and a new name are what is online', async () => {
      const piece = newPiece()
      const ref = valueIn(await market.putPiece(piece, null, newCall()))
      const renamed = newPiece({ ...piece, name: { fr: 'Tapis Azilal' }, price: newPiece().price })
      valueIn(await market.putPiece(renamed, ref, newCall()))
      const listed = (await listAll(market)).find((each) => each.ref.variant === ref.variant)
      expect(listed?.piece.name.fr).toBe('Tapis Azilal')
    })

    test('a count is what was written last, written twice too', async () => {
      const ref = await put(5)
      for (const count of [3, 3, 0, 7]) {
        valueIn(await market.setStock(ref, count, null, newCall()))
        expect(valueIn(await market.readStock(ref, newCall()))).toEqual({ count, held: 0 })
      }
    })

    test('a count below zero is not sent', async () => {
      expect(await market.setStock(await put(), -1, null, newCall())).toMatchObject({ code: 'negativeStock' })
    })

    test('a piece that was deleted online is gone', async () => {
      const ref = await put()
      await rig.deletePiece(ref)
      expect(await market.setStock(ref, 1, null, newCall())).toMatchObject({ end: 'refused', code: 'gone' })
      expect(await market.readStock(ref, newCall())).toMatchObject({ end: 'refused', code: 'gone' })
    })

    test('a hidden piece is bought by nobody', async () => {
      const ref = await put()
      valueIn(await market.hidePiece(ref, newCall()))
      valueIn(await market.hidePiece(ref, newCall()))
      expect(await rig.buy(ref, 1, 'ship').catch(() => null)).toBeNull()
    })

    test('an order is told, told again as it moves, and moved once', async () => {
      const { cursor, orders } = valueIn(await market.ordersSince(null, newCall()))
      expect(orders).toEqual([])
      const ref = await put()
      const id = (await rig.buy(ref, 1, 'ship')) ?? ''
      const first = valueIn(await market.ordersSince(cursor, newCall()))
      const order = first.orders.find((each) => each.id === id)
      expect(order).toMatchObject({ state: 'paid', currency: 'MAD', delivery: 'ship' })
      expect(order?.lines).toMatchObject([{ units: 1, price: 450_050 }])
      expect(order?.total).toBe(450_050 + (order?.shipping ?? 0))
      expect(order?.buyer).toMatchObject({ country: 'FR', email: expect.stringContaining('@') })
      expect(valueIn(await market.readOrder(id, newCall()))).toEqual(order)

      const move = { to: 'shipped', carrier: 'Amana', tracking: 'AM 123' } as const
      valueIn(await market.moveOrder(id, move, newCall()))
      valueIn(await market.moveOrder(id, move, newCall()))
      const then = valueIn(await market.ordersSince(first.cursor, newCall()))
      expect(then.orders.find((each) => each.id === id)?.state).toBe('shipped')
    })

    test('what is fetched in the shop is handed over', async () => {
      const id = (await rig.buy(await put(), 1, 'pickUp')) ?? ''
      expect(valueIn(await market.readOrder(id, newCall()))).toMatchObject({ delivery: 'pickUp' })
      valueIn(await market.moveOrder(id, { to: 'handedOver' }, newCall()))
      valueIn(await market.moveOrder(id, { to: 'handedOver' }, newCall()))
      expect(valueIn(await market.readOrder(id, newCall()))?.state).toBe('handedOver')
    })

    test('an order that lost is cancelled and its money given back, once', async () => {
      const ref = await put()
      const id = (await rig.buy(ref, 1, 'ship')) ?? ''
      valueIn(await market.cancelAndRefund(id, 'vendu en boutique', newCall()))
      valueIn(await market.cancelAndRefund(id, 'vendu en boutique', newCall()))
      const order = valueIn(await market.readOrder(id, newCall()))
      expect(order).toMatchObject({ state: 'refunded', lines: [{ units: 1 }] })
    })

    test('an order nobody made is none', async () => {
      expect(valueIn(await market.readOrder('999999', newCall()))).toBeNull()
    })

    test('given up before it began: not sent', async () => {
      const ref = await put()
      expect(await market.setStock(ref, 0, null, newCall(AbortSignal.abort()))).toMatchObject({
        end: 'unknown',
        cause: 'aborted',
        sent: false,
      })
    })

    test.each([
      ['a page', 200, '<!doctype html><title>Login</title>', 'malformed'],
      ['something else', 200, '{"hello":"world"}', 'malformed'],
      ['no key of ours', 401, '{}', 'keyRefused'],
      ['too many', 429, '{}', 'tooMany'],
      ['closed', 503, '<h1>Maintenance</h1>', 'unavailable'],
    ])('a platform that answers %s is not believed, by any call', async (_name, status, text, code) => {
      known ??= await put()
      const ref = known
      const body = new TextEncoder().encode(text)
      const headers = { 'content-type': text.startsWith('<') ? 'text/html' : 'application/json' }
      const odd = rig.open(alwaysSays({ end: 'answered', status, headers, body }))
      const ends = await Promise.all([
        odd.check(),
        odd.putPiece(newPiece(), null, newCall()),
        odd.setStock(ref, 1, null, newCall()),
        odd.readStock(ref, newCall()),
        odd.ordersSince(null, newCall()),
        odd.readOrder('1', newCall()),
        odd.cancelAndRefund('1', 'x', newCall()),
        odd.listPieces(null, newCall()),
      ])
      for (const end of ends) expect(end).toMatchObject({ end: 'refused', code })
    })
  })
}

async function listAll(
  market: Marketplace,
): Promise<readonly Awaited<ReturnType<typeof pageOf>>['pieces'][number][]> {
  const all = []
  let next: string | null = null
  do {
    const page = await pageOf(market, next)
    all.push(...page.pieces)
    next = page.next
  } while (next !== null)
  return all
}

const pageOf = async (market: Marketplace, page: string | null) =>
  valueIn(await market.listPieces(page, newCall()))
