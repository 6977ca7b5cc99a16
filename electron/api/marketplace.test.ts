import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import type { Till } from '#electron/till-parts.ts'
import type { MarketView, OnlineOrderView } from '#shared/contract/marketplace.ts'
import type { Seq, Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { wooConfig } from '#test/harness/market-room-stage.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { nextOf } from '#test/harness/shell-client.ts'
import { takenOrder } from '#test/models/checkout/fixtures.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }
const order = 'o-1' as OnlineOrderId
const waiting: OnlineOrderView = {
  order: takenOrder(order, []),
  seq: 7 as Seq,
  state: 'paid',
  stage: 'open',
  takenAt: at,
  buyer: { name: 'Anna', email: 'anna@example', language: 'de', address: 'Ulm', country: 'DE' },
  ticket: null,
  task: {
    kind: 'lost',
    since: at,
    lost: [],
    odd: null,
    message: { subject: 'Anna', body: '', language: 'de', meaning: {} as never, reason: '' },
  },
  cancelling: false,
  setAside: null,
}

/** The demo shop, with `person` standing at it; `null`: locked. What its marketplace is asked is written down. */
async function openDemo(person: 'hassan' | 'amina' | null = 'hassan') {
  const asked: unknown[][] = []
  const fake = fakeTill()
  const watchers = new Set<(view: MarketView) => void>()
  const known: Till['marketplace'] = {
    ...fake.till.marketplace,
    view: () => ({ ...fake.till.marketplace.view(), tasks: [waiting], open: [{ ...waiting, task: null }] }),
    watch: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
  }
  const marketplace = new Proxy(known, {
    get:
      (of, name: keyof Till['marketplace']) =>
      (...args: never[]) => {
        asked.push([name, ...args])
        return (of[name] as (...args: never[]) => unknown)(...args)
      },
  })
  const till = { ...fake.till, marketplace }
  const client = createRouterClient(router, {
    context: { till, session: openSession(till, () => 0), log: silentLog },
  })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  return { client, asked }
}

type Client = Awaited<ReturnType<typeof openDemo>>['client']
const skus = ['RUG'] as Sku[]
const forManagers: readonly (readonly [string, (client: Client) => Promise<unknown>, readonly unknown[]])[] =
  [
    ['choose', ({ marketplace }) => marketplace.choose({ skus, online: true }), [skus, true, 'Hassan']],
    ['chooseAll', ({ marketplace }) => marketplace.chooseAll(), ['Hassan']],
    ['tryAgain', ({ marketplace }) => marketplace.tryAgain(), ['Hassan']],
    ['askNow', ({ marketplace }) => marketplace.askNow(), []],
    [
      'cancelOrder',
      ({ marketplace }) => marketplace.cancelOrder({ order, reason: ' Sold in the shop ' }),
      [order, 'Sold in the shop', 'Hassan'],
    ],
    [
      'closeTask',
      ({ marketplace }) => marketplace.closeTask({ order, note: 'Paid back' }),
      [order, 'Paid back', 'Hassan'],
    ],
    ['forgetBuyer', ({ marketplace }) => marketplace.forgetBuyer({ order }), [order, 'Hassan']],
    ['configure', ({ marketplace }) => marketplace.configure({ config: null }), [null, 'Hassan']],
    ['check', ({ marketplace }) => marketplace.check({ config: wooConfig }), [wooConfig]],
    ['importPieces', ({ marketplace }) => marketplace.importPieces({ dry: true }), [true, 'Hassan']],
  ]

test.each(forManagers)(
  '%s is for managers and owners, at an unlocked till, in their name',
  async (name, call, said) => {
    const locked = await openDemo(null)
    expect(await refusalOf(call(locked.client))).toEqual({ code: 'locked' })
    const cashier = await openDemo('amina')
    expect(await call(cashier.client)).toEqual({ ok: false, refusal: { code: 'managerNeeded' } })
    for (const { asked } of [locked, cashier]) expect(asked.map(([of]) => of)).not.toContain(name)
    const owner = await openDemo('hassan')
    expect(await call(owner.client)).not.toMatchObject({ refusal: { code: 'managerNeeded' } })
    expect(owner.asked).toContainEqual([name, ...said])
  },
)

test('a cashier sees what is online and which orders wait, at an unlocked till', async () => {
  const all = { state: null, text: '', limit: 10, offset: 0 }
  const { client } = await openDemo('amina')
  expect(await client.marketplace.listings(all)).toEqual([])
  expect(await client.marketplace.pastOrders({ before: null, limit: 10 })).toEqual([])
  expect(await client.marketplace.config()).toBeNull()
  const locked = (await openDemo(null)).client.marketplace
  for (const call of [locked.listings(all), locked.pastOrders({ before: null, limit: 10 }), locked.config()])
    expect(await refusalOf(call)).toEqual({ code: 'locked' })
})

test('who ordered is shown to nobody at a locked till, and appears when somebody unlocks it', async () => {
  const { client } = await openDemo(null)
  const hidden = await client.marketplace.get()
  expect(JSON.stringify(hidden)).not.toContain('Anna')
  expect(hidden).toMatchObject({ tasks: [{ buyer: null, task: { kind: 'lost', message: null } }] })
  const views = await client.marketplace.watch()
  expect(JSON.stringify(await nextOf(views))).not.toContain('Anna')
  await client.house.unlock({ person: 'hassan', pin: '1234' })
  expect(await nextOf(views)).toMatchObject({
    tasks: [{ buyer: { name: 'Anna' } }],
    open: [{ buyer: { name: 'Anna' } }],
  })
  await views.return(undefined)
})

test('a key with a line break, an address without TLS, and what nobody knows do not pass the door', async () => {
  const { client, asked } = await openDemo()
  const { shop } = wooConfig
  for (const change of [
    { consumerKey: 'ck\r\nx: y' },
    { shop: 'http://shop.example' },
    { shop: 'file:///etc/passwd' },
    { strange: 1 },
  ])
    expect(
      await refusalOf(
        client.marketplace.check({ config: { ...wooConfig, shop: { ...shop, ...change } as never } }),
      ),
    ).toMatchObject({ code: 'badInput' })
  expect(asked.map(([of]) => of)).not.toContain('check')
})
