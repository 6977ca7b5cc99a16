import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultyWeb, webFaults } from '#drivers/marketplaces/faulty-web.ts'
import type { Call, Done, Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { Web } from '#drivers/marketplaces/web.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { type MarketplaceRig, newCall, newPiece, valueIn } from './marketplace-rig.ts'

/** What a platform may say while the line is bad; whoever is told this tries again. */
const passing: ReadonlySet<string> = new Set(['malformed', 'tooMany', 'unavailable'])
/** What is late would be done in the middle of the next test. */
const faults = webFaults.filter((fault) => fault !== 'late')

export interface BadDays {
  /** As many days, each with other faults. */
  readonly seeds: number
  /** Whether each request of each call is lost or doubled in turn: a minute on a platform that is slow. */
  readonly eachInTurn: boolean
}

/**
 * What must be true however bad the line to the platform is: each call is made again until it is done, with the same
 * arguments and key, and then it is done once.
 */
export function marketplaceFaults(
  name: string,
  { seeds, eachInTurn }: BadDays,
  start: () => Promise<MarketplaceRig>,
): void {
  describe(`${name}, on a bad line`, () => {
    let rig: MarketplaceRig
    let sound: Marketplace
    beforeAll(async () => {
      rig = await start()
      sound = rig.open()
    })
    afterAll(() => rig?.stop())

    const put = async (): Promise<OnlineRef> => valueIn(await sound.putPiece(newPiece(), null, newCall()))
    const bad = async (seed: number): Promise<Marketplace> => {
      const plan = { seed, rates: Object.fromEntries(faults.map((fault) => [fault, 0.06])) }
      return (await rig.openBad?.(plan)) ?? rig.open((web) => faultyWeb(web, plan, hasty))
    }

    test.each(Array.from({ length: seeds }, (_, seed) => seed))(
      'seed %d: everything is done once',
      async (seed) => {
        const market = await bad(seed)
        const piece = newPiece({ count: 3, unique: false })
        const ref = await untilDone((call) => market.putPiece(piece, null, call))
        expect((await skusOf(sound)).filter((sku) => sku === piece.sku)).toHaveLength(1)

        await untilDone((call) => market.setStock(ref, 5, null, call))
        const [end] = await market.setStocks([{ ref, count: 4, expected: null }], newCall())
        if (end?.end !== 'done') await untilDone((call) => market.setStock(ref, 4, null, call))
        expect(valueIn(await sound.readStock(ref, newCall())).count).toBe(4)

        const { cursor } = await untilDone((call) => market.ordersSince(null, call))
        const sent = (await rig.buy(ref, 1, 'ship')) ?? ''
        const lost = (await rig.buy(ref, 1, 'ship')) ?? ''
        const move = { to: 'shipped', carrier: 'Amana', tracking: `AM ${seed}` } as const
        await untilDone((call) => market.moveOrder(sent, move, call))
        await untilDone((call) => market.cancelAndRefund(lost, 'vendu', call))
        const states = new Map<string, string>()
        for (let at = cursor, more = true; more; ) {
          const page = await untilDone((call) => market.ordersSince(at, call))
          for (const { id, state } of page.orders) states.set(id, state)
          ;({ cursor: at, more } = page)
        }
        expect([states.get(sent), states.get(lost)]).toEqual(['shipped', 'refunded'])
      },
    )

    const inTurn = eachInTurn ? (['lostAfter', 'doubled'] as const) : []
    test.each(inTurn)('%s, whichever request it is: done once', async (fault) => {
      for (let nth = 1, happened = true; happened; nth += 1) {
        happened = false
        const hit = (web: Web): Web => {
          const faulty = faultyWeb(web, { seed: nth, rates: { [fault]: 1 } }, hasty)
          let seen = 0
          return (request) => {
            seen += 1
            happened ||= seen === nth
            return seen === nth ? faulty(request) : web(request)
          }
        }
        const piece = newPiece()
        const putting = rig.open(hit)
        const ref = await untilDone((call) => putting.putPiece(piece, null, call))
        expect((await skusOf(sound)).filter((sku) => sku === piece.sku)).toHaveLength(1)
        const id = (await rig.buy(ref, 1, 'ship')) ?? ''
        const cancelling = rig.open(hit)
        await untilDone((call) => cancelling.cancelAndRefund(id, 'vendu', call))
        expect(valueIn(await sound.readOrder(id, newCall()))?.state).toBe('refunded')
        const sent = (await rig.buy(await put(), 1, 'pickUp')) ?? ''
        const moving = rig.open(hit)
        await untilDone((call) => moving.moveOrder(sent, { to: 'handedOver' }, call))
        expect(valueIn(await sound.readOrder(sent, newCall()))?.state).toBe('handedOver')
      }
    })
  })
}

/** Nobody waits for what is only pretended to take its time. */
const hasty: Timers = {
  nowMs: () => 0,
  after(_delayMs, run) {
    const soon = setImmediate(run)
    return () => clearImmediate(soon)
  },
}

/** @throws where the platform says no to what is right */
async function untilDone<T>(run: (call: Call) => Promise<Done<T>>): Promise<T> {
  const call = newCall()
  for (let tries = 0; tries < 300; tries += 1) {
    const end = await run(call)
    if (end.end === 'done') return end.value
    if (end.end === 'refused' && !passing.has(end.code)) throw new Error(JSON.stringify(end))
  }
  throw new Error('never done')
}

async function skusOf(market: Marketplace): Promise<readonly string[]> {
  const skus: string[] = []
  for (let page: string | null = null, more = true; more; more = page !== null) {
    const listed: { pieces: readonly { piece: { sku: string } }[]; next: string | null } = valueIn(
      await market.listPieces(page, newCall()),
    )
    skus.push(...listed.pieces.map(({ piece }) => piece.sku))
    page = listed.next
  }
  return skus
}
