import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { amount } from '#shared/money/amount.ts'
import { done, refused } from './json.ts'
import type { Done, OrderPage } from './marketplace.ts'
import { overlapMs, type PlacedOrders, placedSince } from './placed-orders.ts'

/** An order of a shop: others see it `visibleAt`; then it stands in each state from its instant on. Milliseconds. */
interface Kept {
  readonly id: string
  readonly placedAt: number
  readonly visibleAt: number
  readonly states: readonly (readonly [fromMs: number, state: OrderState])[]
}
/** As a shop tells it. */
interface Told {
  readonly id: string
  /** A database may keep it finer than to the millisecond, which is all that is said. */
  readonly placedAt: number
  readonly state: OrderState | 'basket'
}

/** A shop with a clock, which each question moves on by `stepMs`. */
class Shop implements PlacedOrders<Told> {
  nowMs = 0
  readonly #orders: readonly Kept[]
  readonly #stepMs: number
  constructor(orders: readonly Kept[], stepMs = 0) {
    this.#orders = orders
    this.#stepMs = stepMs
  }
  visible(): readonly Told[] {
    return this.#orders
      .filter(({ visibleAt }) => visibleAt <= this.nowMs)
      .map(({ id, placedAt, states }) => ({ id, placedAt, state: stateAt(states, this.nowMs) }))
      .toSorted((a, b) => a.placedAt - b.placedAt)
  }
  #ask(): readonly Told[] {
    this.nowMs += this.#stepMs
    return this.visible()
  }
  async placedAfter(utcMs: number, skip: number, take: number): Promise<Done<readonly Told[]>> {
    const later = this.#ask().filter(({ placedAt }) => placedAt > utcMs)
    return done(later.slice(skip, skip + take))
  }
  async newest(): Promise<Done<readonly Told[]>> {
    return done(this.#ask().slice(-1))
  }
  async byId(ids: readonly string[]): Promise<Done<readonly Told[]>> {
    return done(this.#ask().filter(({ id }) => ids.includes(id)))
  }
  readonly read = readTold
}

const readTold = ({ id, placedAt, state }: Told): OnlineOrder | null =>
  state === 'basket'
    ? null
    : { ...anOrder, id, number: id, state, placedAt: { utcMs: Math.floor(placedAt), offsetMinutes: 60 } }
const stateAt = (states: Kept['states'], nowMs: number): OrderState =>
  states.findLast(([fromMs]) => fromMs <= nowMs)?.[1] ?? 'placed'
const anOrder = {
  lines: [],
  total: amount(0),
  currency: 'MAD',
  shipping: amount(0),
  buyer: { name: '', email: '', language: '', address: '', country: '' },
  delivery: 'ship',
} as const

async function pageOf(
  shop: PlacedOrders<Told>,
  cursor: string | null,
  pageSize?: number,
): Promise<OrderPage> {
  const said = await placedSince(shop, cursor, pageSize)
  if (said.end !== 'done') throw new Error(JSON.stringify(said))
  return said.value
}

/** Orders of one shop. */
const most = 24

/** All pages, as the till asks for them, with these pauses between them: it may be off for a day. */
async function walk(shop: Shop, from: string, pageSize: number, pauses: readonly number[] = []) {
  const told: OnlineOrder[] = []
  let cursor = from
  for (let more = true, pages = 0; more; pages += 1) {
    // Each page but the last is full of orders that were not on the ones before it.
    expect(pages).toBeLessThanOrEqual(most)
    const page = await pageOf(shop, cursor, pageSize)
    told.push(...page.orders)
    ;({ cursor, more } = page)
    if (more) shop.nowMs += pauses[pages] ?? 0
  }
  return { told, cursor }
}

const evening = 6 * overlapMs
const steps: readonly OrderState[] = ['paid', 'shipped']
/**
 * Orders that others see late, in any order. The overlap is for both: how long a placing lasts, and how long a walk does,
 * which is no more questions than pages and the orders that are open.
 */
const evenings = fc.record({ stepMs: fc.nat(800), pageSize: fc.integer({ min: 1, max: 7 }) }).chain((how) =>
  fc.record({
    how: fc.constant(how),
    orders: fc.array(
      fc.record({
        placedAt: fc.oneof(fc.nat(evening), fc.nat(5)),
        lateMs: fc.nat(overlapMs - 1 - 3 * most * how.stepMs),
        paidMs: fc.nat(evening),
        shippedMs: fc.nat(evening),
      }),
      { maxLength: most },
    ),
    pauses: fc.array(fc.nat(overlapMs), { maxLength: 12 }),
    between: fc.array(fc.nat(2 * overlapMs), { maxLength: 3 }),
  }),
)

test('whenever orders are seen, each walk has told all that were there as it began, as they stood then or later', async () => {
  await fc.assert(
    fc.asyncProperty(evenings, async ({ how: { stepMs, pageSize }, orders, pauses, between }) => {
      const kept = orders.map(({ placedAt, lateMs, paidMs, shippedMs }, index) => ({
        id: String(index),
        placedAt: placedAt + 1 + stepMs,
        visibleAt: placedAt + 1 + stepMs + lateMs,
        states: [paidMs, paidMs + shippedMs].map((ms, at) => [placedAt + ms, steps[at] ?? 'paid'] as const),
      }))
      const shop = new Shop(kept, stepMs)
      const known = new Map<string, OrderState>()
      let { cursor } = await pageOf(shop, null)
      for (const pauseMs of [...pauses, 3 * evening]) {
        shop.nowMs += pauseMs
        const begun = shop.visible()
        const walked = await walk(shop, cursor, pageSize, between)
        cursor = walked.cursor
        for (const { id, state } of walked.told) known.set(id, state)
        for (const { id, state } of begun) {
          expect(rank(known.get(id)), `order ${id}`).toBeGreaterThanOrEqual(rank(state))
        }
      }
      // Whatever was open has come to its end.
      expect([...known.values()].filter((state) => state !== 'shipped')).toEqual([])
      expect(known.size).toBe(kept.length)
      expect(JSON.parse(cursor)).toMatchObject({ open: [] })
    }),
  )
})
const rank = (state: string | undefined): number => ['placed', 'paid', 'shipped'].indexOf(state ?? '')

const shippedAt = (id: string, placedAt: number): Kept => ({
  id,
  placedAt,
  visibleAt: placedAt,
  states: [[0, 'shipped']],
})

test('a walk from now tells what was dated before the last order and seen after it, and nothing older than the overlap', async () => {
  const old = shippedAt('old', 500_000 - overlapMs)
  const late = { ...shippedAt('late', 490_000), visibleAt: 500_002 }
  const shop = new Shop([old, late, shippedAt('last', 500_000), shippedAt('new', 500_002)])
  shop.nowMs = 500_001
  const { orders, cursor, more } = await pageOf(shop, null)
  expect({ orders, more }).toEqual({ orders: [], more: false })
  shop.nowMs = 500_002
  expect((await pageOf(shop, cursor)).orders.map(({ id }) => id)).toEqual(['late', 'last', 'new'])
})

test('an order is told that was seen at the end of the overlap, behind one that was placed and seen in it', async () => {
  const late = { ...shippedAt('late', 1_000), visibleAt: 1_000 + overlapMs }
  const shop = new Shop([late, shippedAt('newer', 1_000 + overlapMs - 1)])
  let { cursor } = await pageOf(shop, null)
  const seen: string[] = []
  for (const nowMs of [overlapMs + 999, overlapMs + 1_000]) {
    shop.nowMs = nowMs
    const page = await pageOf(shop, cursor)
    seen.push(...page.orders.map(({ id }) => id))
    cursor = page.cursor
  }
  expect(seen).toEqual(['newer', 'late', 'newer'])
})

test('a hundred orders are a page', async () => {
  const shop = new Shop(Array.from({ length: 101 }, (_, index) => shippedAt(String(index), index + 1)))
  const { cursor } = await pageOf(shop, null)
  shop.nowMs = 1_000
  const first = await pageOf(shop, cursor)
  expect([first.orders.length, first.more]).toEqual([100, true])
  const then = await pageOf(shop, first.cursor)
  expect([then.orders.map(({ id }) => id), then.more]).toEqual([['100'], false])
})

const told = (id: string, state: Told['state']): Told => ({ id, placedAt: 5, state })
const openCursor = JSON.stringify({ since: 5, skip: 0, asOf: null, open: ['1', '2', '3'] })
/** A shop that says the same at any time. */
const answers = (placed: Done<readonly Told[]>, moved: Done<readonly Told[]>): PlacedOrders<Told> => ({
  placedAfter: async () => placed,
  newest: async () => placed,
  byId: async () => moved,
  read: readTold,
})

test('an order that is placed and moved is told once, as it was said last; what nobody placed is not told', async () => {
  const shop = answers(
    done([told('1', 'paid'), told('4', 'basket')]),
    done([told('1', 'shipped'), told('2', 'paid')]),
  )
  const { orders, cursor } = await pageOf(shop, openCursor)
  expect(orders.map(({ id, state }) => [id, state])).toEqual([
    ['1', 'shipped'],
    ['2', 'paid'],
  ])
  // The third is gone or late: it stays open, and is asked for again.
  expect(JSON.parse(cursor)).toMatchObject({ open: ['2', '3'] })
})

test('a page of what nobody placed is a full page', async () => {
  const { orders, more } = await pageOf(answers(done([told('4', 'basket')]), done([])), openCursor, 1)
  expect({ orders, more }).toEqual({ orders: [], more: true })
})

test('a question that is refused ends the walk with its refusal; another’s cursor asks nothing', async () => {
  const no = refused('unavailable', 'status 503')
  expect(await placedSince(answers(no, done([])), null)).toEqual(no)
  expect(await placedSince(answers(no, done([])), openCursor)).toEqual(no)
  expect(await placedSince(answers(done([]), no), openCursor)).toEqual(no)
  expect(await placedSince(answers(no, no), '7/2')).toMatchObject({ end: 'refused', code: 'malformed' })
})
