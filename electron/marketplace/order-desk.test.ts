import { expect, onTestFinished, test } from 'vitest'
import type { Done, Marketplace, OrderPage } from '#drivers/marketplaces/marketplace.ts'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { amount } from '#shared/money/amount.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testLedger } from '#test/harness/ledger-folder.ts'
import { goods, rug } from '#test/harness/market-room-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { OrderDesk } from './order-desk.ts'

const everyMs = 30_000
const order = (id: string, state: OrderState = 'paid', sku: Sku = rug): OnlineOrder => ({
  id,
  number: `N${id}`,
  state,
  placedAt: { utcMs: 1_795_000_000_000, offsetMinutes: 60 },
  lines: [{ sku, name: 'Tapis', units: 1, price: amount(100) }],
  total: amount(100),
  currency: 'MAD',
  shipping: amount(0),
  buyer: { name: 'Anna', email: '', language: 'de', address: '', country: 'DE' },
  delivery: 'ship',
})
type Page = Done<OrderPage>
const page = (orders: readonly OnlineOrder[], cursor: string, more: Partial<OrderPage> = {}): Page => ({
  end: 'done',
  value: { orders, odd: [], cursor, more: false, ...more },
})
const silent: Page = { end: 'unknown', cause: 'silent', sent: true, text: 'no answer' }

/** A desk before a platform whose answers a test holds. */
function aDesk() {
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const ledger = testLedger()
  ledger.append([{ kind: 'catalogueLoaded', items: goods }], 'Hassan', clock.now())
  ledger.append(
    [{ kind: 'marketplaceConnected', connection: 'c', platform: 'mapped', shop: 's' }],
    'Hassan',
    clock.now(),
  )
  const platform = {
    connection: 'c' as string | null,
    pages: new Map<string | null, Page>(),
    read: new Map<string, OnlineOrder | null>(),
    asked: [] as (string | null)[],
    reads: [] as string[],
    answer: async (cursor: string | null): Promise<Page> =>
      platform.pages.get(cursor) ?? page([], cursor ?? 'start'),
  }
  const market = {
    ordersSince: (cursor: string | null) => {
      platform.asked.push(cursor)
      return platform.answer(cursor)
    },
    readOrder: async (id: string) => {
      platform.reads.push(id)
      return { end: 'done', value: platform.read.get(id) ?? null }
    },
  } as unknown as Marketplace
  let ids = 0
  const append = { fail: null as Error | null }
  const desk = new OrderDesk({
    ledger: {
      ...ledger,
      append: (...args) => {
        if (append.fail !== null) throw append.fail
        return ledger.append(...args)
      },
    },
    current: () => (platform.connection === null ? null : { connection: platform.connection, market }),
    sinceUtcMs: () => 1_794_000_000_000,
    clock,
    ids: { next: () => `id-${ids++}` },
    log: silentLog,
    timers,
    everyMs: () => everyMs,
    changed: () => undefined,
  })
  onTestFinished(() => desk.close())
  const known = (id: string) => ledger.findOnlineOrder(id as OnlineOrderId)
  return { desk, timers, clock, ledger, platform, append, known }
}

test('the first question only says where the next begins; then each goes on from the one before', async () => {
  const { desk, timers, platform, ledger, known } = aDesk()
  platform.pages.set(null, page([], 'a'))
  platform.pages.set('a', page([order('1')], 'b'))
  desk.begin()
  await timers.advance(everyMs * 3)
  expect(platform.asked).toEqual([null, 'a', 'b', 'b'])
  expect(known('1')).toMatchObject({ state: 'paid', stage: 'open' })
  expect(ledger.buyerOf('1' as OnlineOrderId)).toMatchObject({ name: 'Anna' })
  expect(ledger.market.ordersCursor('c')).toBe('b')
})

test('more pages are asked for at once, and what is told again or twice changes nothing', async () => {
  const { desk, platform, ledger, known } = aDesk()
  platform.pages.set(null, page([order('1', 'placed'), order('1'), order('2')], 'a', { more: true }))
  platform.pages.set('a', page([order('2'), order('3', 'cancelled'), order('1')], 'b'))
  await desk.ask()
  expect(platform.asked).toEqual([null, 'a'])
  expect([known('1')?.state, known('2')?.state, known('3')]).toEqual(['paid', 'paid', null])
  const { seq } = ledger.head() ?? {}
  await desk.ask()
  expect(ledger.head()?.seq).toBe(seq)
})

test('an order that cannot be understood is a task, and keeps out no other', async () => {
  const { desk, platform, ledger, known } = aDesk()
  const odd = [{ id: '7', number: 'N7', code: 'malformed', text: 'no total' }] as const
  platform.pages.set(null, page([order('1')], 'a', { odd }))
  await desk.ask()
  await desk.ask()
  expect(ledger.onlineTasks()).toMatchObject([
    { order: { number: 'N7' }, task: { kind: 'odd', odd: { text: 'malformed: no total' } } },
  ])
  expect(known('1')).not.toBeNull()
})

test('what the last question ended with is said, and it is asked again', async () => {
  const { desk, timers, platform } = aDesk()
  platform.answer = async () => silent
  desk.begin()
  await timers.advance(everyMs)
  expect(desk.heard()).toEqual({ at: null, trouble: { code: 'silent', text: 'no answer' } })
  platform.answer = async (cursor) => page([], cursor ?? 'a')
  await timers.advance(everyMs)
  expect(desk.heard()).toMatchObject({ at: { offsetMinutes: 60 }, trouble: null })
})

test('a platform that says when to come again is not asked before', async () => {
  const { desk, timers, platform } = aDesk()
  platform.answer = async () => ({
    end: 'refused',
    code: 'tooMany',
    text: '',
    again: { afterMs: 5 * everyMs },
  })
  desk.begin()
  await timers.advance(4 * everyMs)
  expect(platform.asked).toHaveLength(1)
  await timers.advance(everyMs)
  expect(platform.asked).toHaveLength(2)
})

test('pages that go round are given up, and not asked for without end', async () => {
  const { desk, platform } = aDesk()
  platform.answer = async () => page([], 'a', { more: true })
  expect(await desk.ask()).toMatchObject({ code: 'malformed' })
  expect(platform.asked.length).toBeLessThan(4)
})

test('the cursor stays where it was until all before it is written down', async () => {
  const { desk, platform, append, ledger, known } = aDesk()
  platform.pages.set(null, page([order('1'), order('2', 'paid', 'KILIM' as Sku)], 'a'))
  append.fail = new LedgerUnwritable('full')
  expect(await desk.ask()).toMatchObject({ code: 'internal' })
  expect(ledger.market.ordersCursor('c')).toBeNull()
  append.fail = null
  expect(await desk.ask()).toBeNull()
  expect([known('1'), known('2')]).not.toContain(null)
  expect(ledger.market.ordersCursor('c')).toBe('a')
})

test('who wakes the desk while it asks is answered by a question that began after that', async () => {
  const { desk, platform, known } = aDesk()
  const first = Promise.withResolvers<Page>()
  platform.answer = () => first.promise
  const asking = desk.ask()
  const woken = [desk.ask(), desk.ask(), desk.ask()]
  platform.answer = async () => page([order('1')], 'b')
  first.resolve(page([], 'a'))
  await Promise.all([asking, ...woken])
  expect(platform.asked).toEqual([null, 'a'])
  expect(known('1')).not.toBeNull()
})

test('what was sent off by somebody else while the till was off is on no shelf, and is still to become a ticket', async () => {
  const { desk, platform, ledger, known } = aDesk()
  const old = { ...order('2', 'shipped'), placedAt: { utcMs: 1_700_000_000_000, offsetMinutes: 60 } }
  platform.pages.set(null, page([order('1', 'shipped'), old, order('3', 'refunded')], 'a'))
  await desk.ask()
  expect(known('1')).toMatchObject({ state: 'shipped', stage: 'open' })
  expect(ledger.promisedUnits(rug)).toBe(1)
  expect([known('2'), known('3')]).toEqual([null, null])
  expect(ledger.buyerOf('1' as OnlineOrderId)).toMatchObject({ name: 'Anna' })
})

test('an order that ended there without a word is found by looking', async () => {
  const { desk, timers, platform, known } = aDesk()
  platform.pages.set(null, page([order('1'), order('2', 'paid', 'KILIM' as Sku)], 'a'))
  platform.read.set('1', order('1'))
  desk.begin()
  await timers.advance(60_000)
  expect(platform.reads).toEqual(['1', '2'])
  platform.read.set('1', order('1', 'refunded'))
  await timers.advance(31 * 60_000)
  expect(known('1')).toMatchObject({ state: 'refunded', stage: 'cancelled' })
  // One that is not there any more stays: nobody knows what became of it.
  expect(known('2')).toMatchObject({ state: 'paid', stage: 'open' })
})

test('a clock that jumps moves no question, and no order back in time', async () => {
  const { desk, timers, clock, platform, ledger } = aDesk()
  platform.pages.set(null, page([], 'a'))
  platform.pages.set('a', page([order('1')], 'b'))
  desk.begin()
  await timers.advance(1_000)
  clock.jump(-86_400_000)
  await timers.advance(everyMs)
  expect(platform.asked).toHaveLength(2)
  const [, connected, taken] = [...ledger.entriesAfter(0)].slice(-3)
  expect(taken?.fact.kind).toBe('onlineOrderTaken')
  expect(taken?.at.utcMs).toBeGreaterThanOrEqual(connected?.at.utcMs ?? 0)
})

test('what a shop says that is not the shop’s any more is not heard', async () => {
  const { desk, platform, known } = aDesk()
  const late = Promise.withResolvers<Page>()
  platform.answer = () => late.promise
  const asking = desk.ask()
  platform.connection = 'another'
  late.resolve(page([order('1')], 'a'))
  expect(await asking).toBeNull()
  expect(known('1')).toBeNull()
  expect(desk.heard()).toEqual({ at: null, trouble: null })
})

test('with no shop nobody is asked', async () => {
  const { desk, timers, platform } = aDesk()
  platform.connection = null
  desk.begin()
  await timers.advance(10 * everyMs)
  expect(platform.asked).toEqual([])
})
