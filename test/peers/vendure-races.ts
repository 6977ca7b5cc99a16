import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Done, Hold, Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { lineCutAfter, newCall, newPiece, valueIn } from '../contracts/marketplace-rig.ts'
import { vendureBuyer } from './vendure-buyer.ts'
import type { VendureRig } from './vendure-rig.ts'

const eight = Array.from({ length: 8 }, (_, index) => index)

/** What must be true of one piece when everybody wants it at once. */
export function vendureRaces(name: string, start: () => Promise<VendureRig>): void {
  describe(name, () => {
    let rig: VendureRig
    let market: Marketplace
    beforeAll(async () => {
      rig = await start()
      market = rig.open()
    })
    afterAll(() => rig?.stop())

    const put = async (count = 1): Promise<OnlineRef> =>
      valueIn(await market.putPiece(newPiece({ count, unique: count === 1 }), null, newCall()))
    const hold = (ref: OnlineRef, call = newCall()): Promise<Done<Hold>> =>
      market.hold?.(ref, 1, call) ?? Promise.reject(new Error('no holds'))
    const stockOf = async (ref: OnlineRef) => valueIn(await market.readStock(ref, newCall()))

    /** Buyers with the piece in their baskets, before any of them goes to pay. */
    const buyersOf = (ref: OnlineRef) =>
      Promise.all(
        eight.map(async (index) => {
          const buyer = vendureBuyer(rig.peer.url, `Buyer${index} Of-${ref.variant}`)
          await buyer.fill(ref.variant, 1)
          return buyer
        }),
      )

    test('eight buyers, one piece: one of them pays', async () => {
      const ref = await put()
      const buyers = await buyersOf(ref)
      const paid = await Promise.all(
        buyers.map(async (buyer) => ((await buyer.goToPay()) ? buyer.pay() : null)),
      )
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
      const buyers = await buyersOf(ref)
      const ends = await Promise.all([
        ...buyers.map((buyer) => buyer.goToPay()),
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
        ...held.map(async ({ id }) => market.release?.(id, newCall())),
        ...eight.map(() => market.setStock(ref, 2, null, newCall())),
      ])
      expect(await stockOf(ref)).toEqual({ count: 2, held: 0 })
    })

    test('a hold that is let go is free; its key holds no more; let go twice is let go', async () => {
      const ref = await put()
      const call = newCall()
      const { id, until } = valueIn(await hold(ref, call))
      expect(until?.utcMs).toBeGreaterThan(0)
      expect(await rig.buy(ref, 1, 'ship').catch(() => null)).toBeNull()
      valueIn((await market.release?.(id, newCall())) as Done)
      valueIn((await market.release?.(id, newCall())) as Done)
      expect(await hold(ref, call)).toMatchObject({ end: 'refused', code: 'gone' })
      valueIn(await hold(ref))
    })

    test('sold at the counter under a hold: zero first, then the hold goes, and nobody gets it between', async () => {
      const ref = await put()
      const { id } = valueIn(await hold(ref))
      valueIn(await market.setStock(ref, 0, null, newCall()))
      valueIn((await market.release?.(id, newCall())) as Done)
      expect(await stockOf(ref)).toEqual({ count: 0, held: 0 })
      expect(await hold(ref)).toMatchObject({ code: 'notEnough' })
    })

    test('a buyer who turns round gives it back', async () => {
      const ref = await put()
      const buyer = vendureBuyer(rig.peer.url, 'Ines Ruiz')
      await buyer.fill(ref.variant, 1)
      expect(await buyer.goToPay()).toBe(true)
      expect(await hold(ref)).toMatchObject({ code: 'notEnough' })
      await buyer.turnRound()
      valueIn(await hold(ref))
    })

    test('holds are no orders', async () => {
      const { id } = valueIn(await hold(await put()))
      expect(valueIn(await market.readOrder(id, newCall()))).toBeNull()
    })

    describe('a line that is lost after it was done', () => {
      test.each(['createProduct(', 'createAssets', 'createProductVariants'])(
        '%s: put again, once there',
        async (mark) => {
          const piece = newPiece()
          const cut = rig.open(lineCutAfter(mark.replace('(', '\\(')))
          const first = await cut.putPiece(piece, null, newCall())
          expect(first).toMatchObject({ end: 'unknown', sent: true })
          const ref = valueIn(await cut.putPiece(piece, null, newCall()))
          expect(valueIn(await market.putPiece(piece, null, newCall()))).toEqual(ref)
        },
      )

      test('a hold: the same key finds it', async () => {
        const ref = await put(2)
        const call = newCall()
        const cut = rig.open(lineCutAfter('holdForTill'))
        expect(await cut.hold?.(ref, 1, call)).toMatchObject({ end: 'unknown', sent: true })
        valueIn((await cut.hold?.(ref, 1, call)) as Done<Hold>)
        expect(await stockOf(ref)).toEqual({ count: 2, held: 1 })
      })

      test('each step of a delivery and of a refund: the rest is done the next time', async () => {
        for (const mark of ['addFulfillmentToOrder', 'transitionFulfillmentToState']) {
          const id = (await rig.buy(await put(), 1, 'pickUp')) ?? ''
          const cut = rig.open(lineCutAfter(mark))
          expect((await cut.moveOrder(id, { to: 'handedOver' }, newCall())).end).toBe('unknown')
          valueIn(await cut.moveOrder(id, { to: 'handedOver' }, newCall()))
          expect(valueIn(await market.readOrder(id, newCall()))?.state).toBe('handedOver')
        }
        for (const mark of ['cancelOrder', 'refundOrder']) {
          const ref = await put()
          const id = (await rig.buy(ref, 1, 'ship')) ?? ''
          const cut = rig.open(lineCutAfter(mark))
          expect((await cut.cancelAndRefund(id, 'vendu', newCall())).end).toBe('unknown')
          valueIn(await cut.cancelAndRefund(id, 'vendu', newCall()))
          expect(valueIn(await market.readOrder(id, newCall()))?.state).toBe('refunded')
          expect(await stockOf(ref)).toEqual({ count: 1, held: 0 })
        }
      })
    })
  })
}
