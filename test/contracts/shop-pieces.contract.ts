import { describe, expect, test } from 'vitest'
import type { Holder } from '#electron/shop/piece.ts'
import type { SaleId } from '#shared/kernel/ids.ts'
import { cart, done, type ShopRig, seller, sku, till } from './shop-rig.ts'

const rug = sku('RUG-1')
const minute = 60_000
const online: Holder = { place: 'online', order: 'M-1001' }
const parked: Holder = { place: 'parked', till: till('t1'), sale: 's1' as SaleId }

export function shopPiecesContract(rigOf: () => ShopRig | Promise<ShopRig>): void {
  describe('a piece', () => {
    test('nobody asked for is on the shelf', async () => {
      const shop = (await rigOf()).open()
      const piece = { sku: rug, at: { place: 'shelf' }, untilMs: null, version: 0 }
      expect(await done(shop.whereIs(rug))).toEqual(piece)
    })

    test('is with the first of eight that claim it at once', async () => {
      const rig = await rigOf()
      const tills = Array.from({ length: 8 }, (_, i) => ({ shop: rig.open(), by: cart(`t${i}`, `s${i}`) }))
      const claims = await Promise.all(tills.map(({ shop, by }) => done(shop.claim(rug, by, minute))))
      expect(claims.filter(({ yours }) => yours)).toHaveLength(1)
      const winner = tills[claims.findIndex(({ yours }) => yours)]?.by
      for (const { piece } of claims) expect(piece.at).toEqual(winner)
    })

    test('claimed again by the same sale is still its own, parked and resumed', async () => {
      const shop = (await rigOf()).open()
      await done(shop.claim(rug, cart('t1', 's1'), minute))
      expect(await done(shop.claim(rug, parked, minute))).toMatchObject({
        yours: true,
        piece: { at: parked },
      })
      expect(await done(shop.extend(rug, cart('t1', 's1'), minute))).toMatchObject({
        yours: true,
        piece: { at: cart('t1', 's1'), version: 3 },
      })
      expect(await done(shop.claim(rug, cart('t1', 's2'), minute))).toMatchObject({ yours: false })
    })

    test('released is free; released by somebody else it is not', async () => {
      const shop = (await rigOf()).open()
      await done(shop.claim(rug, online, null))
      await done(shop.release(rug, cart('t1', 's1')))
      expect(await done(shop.whereIs(rug))).toMatchObject({ at: online, untilMs: null })
      await done(shop.release(rug, online))
      await done(shop.release(rug, online))
      expect(await done(shop.whereIs(rug))).toMatchObject({ at: { place: 'shelf' }, version: 2 })
    })

    test('whose hold is over is the next one’s, and no longer the first one’s to extend', async () => {
      const rig = await rigOf()
      const shop = rig.open()
      await done(shop.claim(rug, cart('t1', 's1'), 50))
      await rig.pass(120)
      expect(await done(shop.whereIs(rug))).toMatchObject({ at: { place: 'shelf' } })
      expect(await done(shop.claim(rug, online, null))).toMatchObject({ yours: true })
      expect(await done(shop.extend(rug, cart('t1', 's1'), minute))).toMatchObject({
        yours: false,
        piece: { at: online },
      })
    })

    test('whose hold is over and that nobody took can be extended', async () => {
      const rig = await rigOf()
      const shop = rig.open()
      await done(shop.claim(rug, cart('t1', 's1'), 50))
      await rig.pass(120)
      expect(await done(shop.extend(rug, cart('t1', 's1'), minute))).toMatchObject({ yours: true })
    })

    test('on the shelf is not taken by extending', async () => {
      const shop = (await rigOf()).open()
      expect(await done(shop.extend(rug, cart('t1', 's1'), minute))).toMatchObject({
        yours: false,
        piece: { at: { place: 'shelf' } },
      })
    })

    test('of one shop is no other shop’s', async () => {
      const rig = await rigOf()
      await done(rig.open().claim(rug, cart('t1', 's1'), minute))
      expect(await done(rig.openOther().claim(rug, cart('t9', 's9'), minute))).toMatchObject({ yours: true })
    })
  })

  describe('a piece that is sold', () => {
    test('is sold to whoever claimed it, and to nobody else, however often it is said', async () => {
      const shop = (await rigOf()).open()
      await done(shop.claim(rug, cart('t1', 's1'), minute))
      for (const _ of [1, 2])
        expect(await done(shop.sell(rug, seller('t1', 's1', 7)))).toEqual({ end: 'sold' })
      expect(await done(shop.claim(rug, cart('t2', 's2'), minute))).toMatchObject({
        yours: false,
        piece: { at: { place: 'sold', ticket: { till: 't1', number: 7 } }, untilMs: null },
      })
    })

    test('over another’s claim stays sold, and says who has lost, however often it is said', async () => {
      const shop = (await rigOf()).open()
      await done(shop.claim(rug, online, null))
      const overruled = { end: 'overruled', lost: online }
      for (const _ of [1, 2]) expect(await done(shop.sell(rug, seller('t1', 's1', 7)))).toEqual(overruled)
      expect(await done(shop.whereIs(rug))).toMatchObject({ at: { place: 'sold' } })
    })

    test('through its online order has overruled nobody', async () => {
      const shop = (await rigOf()).open()
      await done(shop.claim(rug, online, null))
      expect(await done(shop.sell(rug, seller('t1', 's1', 7, 'M-1001')))).toEqual({ end: 'sold' })
    })

    test('by another ticket before names that ticket, however often it is said', async () => {
      const shop = (await rigOf()).open()
      await done(shop.sell(rug, seller('t1', 's1', 7)))
      const before = { end: 'soldBefore', first: { till: 't1', number: 7 } }
      for (const _ of [1, 2]) expect(await done(shop.sell(rug, seller('t2', 's2', 7)))).toEqual(before)
      expect(await done(shop.sell(rug, seller('t1', 's1', 7)))).toEqual({ end: 'sold' })
    })

    test('by several at once is sold by one, and sold before to the others', async () => {
      const rig = await rigOf()
      const ends = await Promise.all(
        Array.from({ length: 6 }, (_, i) => done(rig.open().sell(rug, seller(`t${i}`, 's', 1)))),
      )
      expect(ends.map(({ end }) => end).sort()).toEqual([
        ...Array(1).fill('sold'),
        ...Array(5).fill('soldBefore'),
      ])
    })
  })
}
