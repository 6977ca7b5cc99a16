import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { inYen, orderBent, withoutLines } from './bent-answers.ts'
import { alwaysSays, type MarketplaceRig, newCall, newPiece, valueIn } from './marketplace-rig.ts'

/** What every adapter keeps where many pieces or orders are told at once: one bad one among them spoils no other. */
export function marketplaceMany(name: string, start: () => Promise<MarketplaceRig>): void {
  describe(`${name}, many at once`, () => {
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
    let known: Promise<OnlineRef> | null = null
    const any = (): Promise<OnlineRef> => {
      known ??= put()
      return known
    }
    const countOf = async (ref: OnlineRef) => valueIn(await market.readStock(ref, newCall())).count
    const write = (ref: OnlineRef, count: number) => ({ ref, count, expected: null })

    test('each count has its own end, in the order asked, whatever is wrong with another', async () => {
      const refs = [await put(5), await put(5), await put(5), await put(5)] as const
      await rig.deletePiece(refs[1])
      const ends = await market.setStocks(
        [write(refs[0], 3), write(refs[1], 1), write(refs[2], -1), write(refs[2], 0), write(refs[3], 7)],
        newCall(),
      )
      expect(ends.map((end) => (end.end === 'refused' ? end.code : end.end))).toEqual([
        'done',
        'gone',
        'negativeStock',
        'done',
        'done',
      ])
      expect([await countOf(refs[0]), await countOf(refs[2]), await countOf(refs[3])]).toEqual([3, 0, 7])
    })

    test('as many as it takes at once, in a handful of questions; none at all, in none', async () => {
      const refs = await Promise.all([put(9), put(9), put(9)])
      let questions = 0
      const counted = rig.open((web) => (request) => {
        questions += 1
        return web(request)
      })
      const ends = await counted.setStocks(
        refs.map((ref, index) => write(ref, index)),
        newCall(),
      )
      expect(ends.map(({ end }) => end)).toEqual(['done', 'done', 'done'])
      expect(questions).toBe(market.capabilities.batch === 1 ? 3 : 1)
      expect(await counted.setStocks([], newCall())).toEqual([])
      expect(await Promise.all(refs.map(countOf))).toEqual([0, 1, 2])
    })

    test('no answer is no answer for all of them, and the rest is not tried', async () => {
      const refs = [await any(), await any()]
      let questions = 0
      const silent = rig.open(() => async () => {
        questions += 1
        return { end: 'noAnswer', cause: 'silent', sent: true, text: '' }
      })
      const ends = await silent.setStocks(
        refs.map((ref) => write(ref, 0)),
        newCall(),
      )
      expect(ends.map(({ end }) => end)).toEqual(['unknown', 'unknown'])
      expect(questions).toBe(1)
    })

    test.each([
      [401, 'keyRefused'],
      [429, 'tooMany'],
      [503, 'unavailable'],
    ])('status %d is said of each, after one question', async (status, code) => {
      const refs = [await any(), await any(), await any()]
      const no = rig.open(alwaysSays({ end: 'answered', status, headers: {}, body: new Uint8Array() }))
      const ends = await no.setStocks(
        refs.map((ref) => write(ref, 0)),
        newCall(),
      )
      for (const end of ends) expect(end).toMatchObject({ end: 'refused', code })
      expect(ends).toHaveLength(3)
    })

    test.each([
      ['in a currency nobody counts in', inYen, 'otherCurrency'],
      ['whose lines are missing', withoutLines, 'malformed'],
    ] as const)('an order %s is told as odd, and the others are told', async (_name, bend, code) => {
      const { cursor } = valueIn(await market.ordersSince(null, newCall()))
      const ref = await put(2)
      const odd = (await rig.buy(ref, 1, 'ship')) ?? ''
      const sound = (await rig.buy(ref, 1, 'ship')) ?? ''
      const page = valueIn(await rig.open(orderBent(odd, bend)).ordersSince(cursor, newCall()))
      expect(page.odd).toMatchObject([{ id: odd, code, number: expect.stringMatching(/./) }])
      expect(page.orders.map(({ id }) => id)).toContain(sound)
      expect(page.orders.map(({ id }) => id)).not.toContain(odd)
    })
  })
}
