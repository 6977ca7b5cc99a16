import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Done, Hold, Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { lineCutAfter, newCall, newPiece, valueIn } from '../contracts/marketplace-rig.ts'
import { vendureBuyer } from './vendure-buyer.ts'
import type { VendureRig } from './vendure-rig.ts'

/** What our plugin adds to a Vendure, and what is left of a change whose answer was lost. */
export function vendureRaces(name: string, start: () => Promise<VendureRig>): void {
  describe(name, () => {
    let rig: VendureRig
    let market: Marketplace
    beforeAll(async () => {
      rig = await start()
      market = rig.open()
    })
    afterAll(() => rig?.stop())

    const put = async (): Promise<OnlineRef> => valueIn(await market.putPiece(newPiece(), null, newCall()))
    const hold = (ref: OnlineRef, call = newCall()): Promise<Done<Hold>> =>
      market.hold?.(ref, 1, call) ?? Promise.reject(new Error('no holds'))
    const stockOf = async (ref: OnlineRef) => valueIn(await market.readStock(ref, newCall()))

    test('eight who are about to pay, one piece: one of them is let', async () => {
      const ref = await put()
      const buyers = Array.from({ length: 8 }, (_, index) =>
        vendureBuyer(rig.peer.url, `Buyer${index} Of-${ref.variant}`),
      )
      await Promise.all(buyers.map((buyer) => buyer.fill(ref.variant, 1)))
      const letIn = await Promise.all(buyers.map((buyer) => buyer.goToPay()))
      expect(letIn.filter((each) => each)).toHaveLength(1)
      const paid = await Promise.all(buyers.map((buyer) => buyer.pay()))
      expect(paid.filter((id) => id !== null)).toHaveLength(1)
    })

    test('the language a buyer went to pay in is known', async () => {
      const id = (await rig.buy(await put(), 1, 'ship')) ?? ''
      expect(valueIn(await market.readOrder(id, newCall()))?.buyer.language).toBe('es')
    })

    test('a hold has an end, and a key that was let go holds no more', async () => {
      const ref = await put()
      const call = newCall()
      const { id, until } = valueIn(await hold(ref, call))
      expect(until?.utcMs).toBeGreaterThan(0)
      valueIn((await market.release?.(id, newCall())) as Done)
      expect(await hold(ref, call)).toMatchObject({ end: 'refused', code: 'gone' })
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

    test.each(['createProduct\\(', 'createAssets', 'createProductVariants'])(
      'a line lost after %s: put again, once there',
      async (mark) => {
        const piece = newPiece()
        const cut = rig.open(lineCutAfter(mark))
        expect(await cut.putPiece(piece, null, newCall())).toMatchObject({ end: 'unknown', sent: true })
        const ref = valueIn(await cut.putPiece(piece, null, newCall()))
        expect(valueIn(await market.putPiece(piece, null, newCall()))).toEqual(ref)
      },
    )

    test.each(['addFulfillmentToOrder', 'transitionFulfillmentToState'])(
      'a line lost after %s: the rest of the delivery is done the next time',
      async (mark) => {
        const id = (await rig.buy(await put(), 1, 'pickUp')) ?? ''
        const cut = rig.open(lineCutAfter(mark))
        expect((await cut.moveOrder(id, { to: 'handedOver' }, newCall())).end).toBe('unknown')
        valueIn(await cut.moveOrder(id, { to: 'handedOver' }, newCall()))
        expect(valueIn(await market.readOrder(id, newCall()))?.state).toBe('handedOver')
      },
    )

    test.each(['cancelOrder', 'refundOrder'])(
      'a line lost after %s: the money is given back once, and the piece is free',
      async (mark) => {
        const ref = await put()
        const id = (await rig.buy(ref, 1, 'ship')) ?? ''
        const cut = rig.open(lineCutAfter(mark))
        expect((await cut.cancelAndRefund(id, 'vendu', newCall())).end).toBe('unknown')
        valueIn(await cut.cancelAndRefund(id, 'vendu', newCall()))
        expect(valueIn(await market.readOrder(id, newCall()))?.state).toBe('refunded')
        expect(await stockOf(ref)).toEqual({ count: 1, held: 0 })
      },
    )
  })
}
