import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Done, Hold, Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { lineCutAfter, type MarketplaceRig, newCall, newPiece, valueIn } from './marketplace-rig.ts'

const eight = Array.from({ length: 8 }, (_, index) => index)

/**
 * What must be true of one piece when everybody wants it at once, on a platform that can hold.
 *
 * @param holdMark what a request that makes a hold has in its address or body
 */
export function marketplaceHolds(
  name: string,
  holdMark: string | RegExp,
  start: () => Promise<MarketplaceRig>,
): void {
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
    const hold = (ref: OnlineRef, call = newCall(), by = market): Promise<Done<Hold>> =>
      by.hold?.(ref, 1, call) ?? Promise.reject(new Error('no holds'))
    const release = (id: string): Promise<Done> =>
      market.release?.(id, newCall()) ?? Promise.reject(new Error('no holds'))
    const stockOf = async (ref: OnlineRef) => valueIn(await market.readStock(ref, newCall()))
    const buy = (ref: OnlineRef): Promise<string | null> => rig.buy(ref, 1, 'ship').catch(() => null)

    test('eight buyers, one piece: one of them pays', async () => {
      const ref = await put()
      const paid = await Promise.all(eight.map(() => buy(ref)))
      expect(paid.filter((id) => id !== null)).toHaveLength(1)
      expect(await stockOf(ref)).toEqual({ count: 1, held: 1 })
    })

    test('eight tills, one piece: one of them holds it', async () => {
      const ref = await put()
      const ends = await Promise.all(eight.map(() => hold(ref)))
      expect(ends.filter((end) => end.end === 'done')).toHaveLength(1)
      for (const end of ends) {
        if (end.end !== 'done') expect(end).toMatchObject({ end: 'refused', code: 'notEnough' })
      }
      expect(await stockOf(ref)).toEqual({ count: 1, held: 1 })
    })

    test('one key, eight times at once: it holds once', async () => {
      const ref = await put(5)
      const call = newCall()
      const holds = (await Promise.all(eight.map(() => hold(ref, call)))).map(valueIn)
      expect(new Set(holds.map(({ id }) => id)).size).toBe(1)
      expect(await stockOf(ref)).toEqual({ count: 5, held: 1 })
    })

    test('tills and buyers together: one of all', async () => {
      const ref = await put()
      const ends = await Promise.all([
        ...eight.map(async () => (await buy(ref)) !== null),
        ...eight.map(async () => (await hold(ref)).end === 'done'),
      ])
      expect(ends.filter((mine) => mine)).toHaveLength(1)
    })

    test('counts written while it is held and let go leave the count, and every hold', async () => {
      const ref = await put(3)
      const [holds] = await Promise.all([
        Promise.all(eight.map(() => hold(ref))),
        Promise.all(eight.map(() => market.setStock(ref, 3, null, newCall()))),
      ])
      const held = holds.filter((end) => end.end === 'done').map(valueIn)
      expect(held).toHaveLength(3)
      expect(await stockOf(ref)).toEqual({ count: 3, held: 3 })
      await Promise.all([
        ...held.map(({ id }) => release(id)),
        ...eight.map(() => market.setStock(ref, 2, null, newCall())),
      ])
      expect(await stockOf(ref)).toEqual({ count: 2, held: 0 })
    })

    test('what is held is bought by nobody; let go, twice, it is free', async () => {
      const ref = await put()
      const { id } = valueIn(await hold(ref))
      expect(await buy(ref)).toBeNull()
      valueIn(await release(id))
      valueIn(await release(id))
      valueIn(await hold(ref))
    })

    test('sold at the counter under a hold: zero first, then the hold goes, and nobody gets it between', async () => {
      const ref = await put()
      const { id } = valueIn(await hold(ref))
      valueIn(await market.setStock(ref, 0, null, newCall()))
      valueIn(await release(id))
      expect(await stockOf(ref)).toEqual({ count: 0, held: 0 })
      expect(await hold(ref)).toMatchObject({ end: 'refused', code: 'notEnough' })
    })

    test('a line lost after a hold was made: the same key finds it', async () => {
      const ref = await put()
      const call = newCall()
      const cut = rig.open(lineCutAfter(holdMark))
      expect(await hold(ref, call, cut)).toMatchObject({ end: 'unknown', sent: true })
      valueIn(await hold(ref, call, cut))
      expect(await stockOf(ref)).toEqual({ count: 1, held: 1 })
    })

    test('holds are no orders', async () => {
      const { cursor } = valueIn(await market.ordersSince(null, newCall()))
      const told = async () => valueIn(await market.ordersSince(cursor, newCall())).orders
      const before = await told()
      valueIn(await hold(await put()))
      expect(await told()).toEqual(before)
    })
  })
}
