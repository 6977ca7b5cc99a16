import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import type { Command } from '#shared/checkout/command.ts'
import { dirham } from '#shared/money/amount.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { counterOn } from '#test/harness/ledger-counter.ts'
import { testLedger } from '#test/harness/ledger-folder.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

const clock = { now: () => ({ utcMs: 1_790_000_000_000, offsetMinutes: 60 }) }
const today = '2026-09-21'

const fatima = {
  owner: 'fatima',
  name: 'Fatima',
  nameAr: '',
  phone: '',
  language: 'ar',
  role: 'agent',
  share: { kind: 'fixed', perUnit: dirham(6000) },
  account: '',
  registration: '',
  village: '',
  craft: '',
} as const

/** A shop that sold two bowls of Fatima's, and a person at it. */
async function opened(person: 'hassan' | 'amina' | null = 'hassan') {
  const ledger = testLedger()
  const send = counterOn(ledger, clock)
  const bowl = item('BOWL', 10_000, { owner: { owner: 'fatima', sharePpm: 0 } })
  const bag = item('BAG', 10_000, { owner: { owner: 'brahim', sharePpm: 500_000 } })
  for (const command of [
    { type: 'configure', settings: plainSettings },
    { type: 'loadCatalogue', items: [bowl, bag] },
    { type: 'setOwners', owners: [fatima] },
    { type: 'openShift', cashier: 'amina', float: dirham(0) },
    { type: 'scan', code: 'BOWL', quantity: 2 },
    { type: 'payCash', given: dirham(20_000) },
  ] satisfies Command[])
    expect(send(command)).toBeNull()
  const fake = fakeTill()
  const session = openSession(fake.till, () => 0)
  const demo = createRouterClient(router, { context: { till: fake.till, session, log: silentLog } })
  await demo.house.startDemo()
  if (person !== null) await demo.house.unlock({ person, pin: '1234' })
  fake.sent.length = 0
  const client = createRouterClient(router, {
    context: { till: { ...fake.till, ledger, clock }, session, log: silentLog },
  })
  return { client, send, sent: fake.sent }
}

test('who is due what, and one account since the month began or since the last payout', async () => {
  const { client, send } = await opened()
  expect(await client.owners.list()).toEqual({
    ok: true,
    value: { owners: [{ owner: 'fatima', contract: fatima, balance: 12_000 }], due: 12_000 },
  })
  const month = await client.owners.account({ owner: 'fatima', range: null })
  expect(month).toMatchObject({
    ok: true,
    value: {
      today,
      card: { balance: 12_000 },
      period: { range: { from: '2026-09-01', to: today }, sums: { due: 12_000, left: 12_000 }, earlier: 0 },
    },
  })
  const pay = { type: 'payOwner', owner: 'fatima', reference: '', by: 'cash', period: null } as const
  send({ ...pay, what: 'payout', amount: dirham(2000) })
  expect(await client.owners.account({ owner: 'fatima', range: null })).toMatchObject({
    ok: true,
    value: { period: { range: { from: today, to: today }, sums: { payouts: 2000, left: 10_000 } } },
  })
  expect(await client.owners.ofCatalogue()).toEqual({ ok: true, value: ['brahim'] })
})

test.each([
  [{ owner: 'nobody', range: null }, 'unknownOwner'],
  [{ owner: 'fatima', range: { from: '2026-09-21', to: '2026-09-20' } }, 'badRange'],
  [{ owner: 'fatima', range: { from: '2026-02-30', to: '2026-09-20' } }, 'badRange'],
  [{ owner: 'fatima', range: { from: '2026-09-01', to: '2026-09-22' } }, 'rangeInFuture'],
])('%j: %s', async (input, code) => {
  const { client } = await opened()
  expect(await client.owners.account(input)).toMatchObject({ ok: false, refusal: { code } })
})

const notHers = { ok: false, refusal: { code: 'managerNeeded' } }

test('a cashier sees nothing of it, agrees on nothing and pays nobody', async () => {
  const { client, sent } = await opened('amina')
  expect(await client.owners.list()).toEqual(notHers)
  expect(await client.owners.account({ owner: 'fatima', range: null })).toEqual(notHers)
  expect(await client.owners.ofCatalogue()).toEqual(notHers)
  expect(await client.counter.send({ type: 'setOwners', owners: [fatima] })).toEqual(notHers)
  const pay = { type: 'payOwner', owner: 'fatima', what: 'payout', amount: 1, by: 'cash' } as const
  expect(await client.counter.send({ ...pay, reference: '', period: null })).toEqual(notHers)
  const paper = { kind: 'ownerStatement', owner: 'fatima', from: today, to: today } as const
  expect(await client.counter.send({ type: 'printPaper', paper })).toEqual(notHers)
  expect(sent).toEqual([])
})

test.each([
  [
    'two open tiers',
    {
      kind: 'tiered',
      tiers: [
        { upTo: null, ppm: 1 },
        { upTo: null, ppm: 2 },
      ],
    },
  ],
  ['more than all', { kind: 'percentage', ppm: 1_000_001 }],
  ['a fixed nothing', { kind: 'fixed', perUnit: 0 }],
])('the door does not open for %s', async (_, share) => {
  const { client, sent } = await opened()
  const owners = [{ ...fatima, share: share as typeof fatima.share }]
  await expect(client.counter.send({ type: 'setOwners', owners })).rejects.toMatchObject({
    data: { code: 'badInput' },
  })
  expect(sent).toEqual([])
})
