import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import { type MappingJson, mappedRig, placedOnly, soukMapping } from './mapped-rig.ts'
import { newCall, newPiece, valueIn } from './marketplace-rig.ts'

/** What happens next, on the marketplace or in the till. */
type Step =
  | { readonly do: 'buy'; readonly times: number; readonly lateMs: number }
  | { readonly do: 'pay' | 'giveUp'; readonly nth: number; readonly lateMs: number }
  | { readonly do: 'wait'; readonly ms: number }
  /** The till reads so many pages, and no more: somebody pulled the cable. */
  | { readonly do: 'read'; readonly pages: number }

/** No move takes longer to be seen than the walk reads back. */
const lateMs = fc.constantFrom(0, 0, 0, 500, 30_000, 110_000)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('buy' as const), times: fc.constantFrom(1, 2, 60), lateMs }),
  fc.record({ do: fc.constantFrom('pay' as const, 'giveUp' as const), nth: fc.nat(200), lateMs }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(10, 900, 20_000, 300_000, 86_400_000) }),
  fc.record({ do: fc.constant('read' as const), pages: fc.integer({ min: 1, max: 4 }) }),
)

/** More orders in one moment than come at once, twice: a walk that began anew each time would never reach the last. */
const crowdedPages: Step[] = [
  { do: 'buy', times: 60, lateMs: 0 },
  { do: 'wait', ms: 300_000 },
  { do: 'buy', times: 61, lateMs: 0 },
]

test.each([
  ['pages as long as they say', soukMapping()],
  ['pages shorter than they should be', shortPages(soukMapping())],
  ['no word of when orders move', placedOnly(soukMapping())],
])(
  'whatever happens between questions, every order is known as it is at the end: %s',
  async (_name, mapping) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const rig = mappedRig({ mapping })
        const market = rig.open()
        const piece = newPiece({ count: 2_000, unique: false, photographs: [] })
        valueIn(await market.putPiece(piece, null, newCall()))
        const known = new Map<string, string>()
        let at = valueIn(await market.ordersSince(null, newCall())).cursor
        for (const each of steps) {
          if ('lateMs' in each) rig.shop.lateMs = each.lateMs
          if (each.do === 'wait') rig.wait(each.ms)
          else if (each.do === 'read') at = (await read(market, at, known, each.pages)).at
          else if (each.do === 'buy') {
            for (let nth = 0; nth < each.times; nth += 1) rig.shop.buy({ reference: piece.sku, paid: false })
          } else {
            const order = rig.shop.orders()[each.nth % Math.max(1, rig.shop.orders().length)]
            if (order?.payment === 'pending' && order.fulfilment === 'open')
              each.do === 'pay' ? rig.shop.pay(order.id) : rig.shop.cancel(order.id)
          }
        }
        // The weather clears: everything is visible, and the till asks until nothing is new.
        rig.wait(111_000)
        for (let quiet = 0; quiet < 2; ) {
          const last = await read(market, at, known, 500)
          at = last.at
          quiet = last.news ? 0 : quiet + 1
        }
        const stands = rig.shop.orders().map((order) => [order.id, stateOf(order)] as const)
        expect(Object.fromEntries(known)).toEqual(Object.fromEntries(stands))
      }),
      { numRuns: 40, examples: [[crowdedPages]] },
    )
  },
  120_000,
)

const stateOf = ({
  payment,
  fulfilment,
}: {
  readonly payment: string
  readonly fulfilment: string
}): string => {
  if (fulfilment === 'cancelled') return 'cancelled'
  return payment === 'paid' ? 'paid' : 'placed'
}

/** @returns where the next question begins, and whether anything was new */
async function read(market: Marketplace, from: string, known: Map<string, string>, pages: number) {
  let at = from
  let news = false
  for (let nth = 0; nth < pages; nth += 1) {
    const page = valueIn(await market.ordersSince(at, newCall()))
    for (const { id, state } of page.orders) {
      news ||= known.get(id) !== state
      known.set(id, state)
    }
    at = page.cursor
    if (!page.more) return { at, news }
  }
  return { at, news: true }
}

/** The marketplace gives fifty at most, and the mapping believes that it gives more. */
function shortPages(mapping: MappingJson): MappingJson {
  const { listOrders } = mapping as { readonly listOrders: object }
  return { ...mapping, listOrders: { ...listOrders, paging: { kind: 'page', first: 1, size: 250 } } }
}
