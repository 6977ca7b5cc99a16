import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import type { Till } from '#electron/till-parts.ts'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import type { LaneView } from '#shared/contract/forwards.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { nextOf } from '#test/harness/shell-client.ts'
import { amountsOnly } from '#test/harness/statement-columns.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

/** The demo shop, with `person` standing at it; `null`: locked. What its settlements are asked is written down. */
async function openDemo(person: 'hassan' | 'amina' | null = 'hassan', change: Partial<Till> = {}) {
  const asked: unknown[][] = []
  const fake = fakeTill()
  const settlements = new Proxy(fake.till.settlements, {
    get: (of, name: keyof Till['settlements']) =>
      typeof of[name] === 'function'
        ? (...args: never[]) => {
            asked.push([name, ...args])
            return (of[name] as (...args: never[]) => unknown)(...args)
          }
        : of[name],
  })
  const till = { ...fake.till, settlements, ...change }
  const client = createRouterClient(router, {
    context: { till, session: openSession(till, () => 0), log: silentLog },
  })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  return { client, asked }
}

const batch = 'b-1' as BatchId
const statement = 's-1' as StatementId
const told = {
  groups: {
    sales: { count: 3, amount: dirham(500) },
    saleReversals: null,
    refunds: null,
    refundReversals: null,
  },
  net: dirham(-500),
}
const map = amountsOnly
const config: AcquirersConfig = {
  acquirers: [
    {
      id: 'bank',
      name: 'Banque',
      way: { kind: 'file' },
      when: { at: 'hand' },
      terminals: ['t1'],
      statement: map,
    },
  ],
}

type Client = Awaited<ReturnType<typeof openDemo>>['client']
const forManagers: readonly (readonly [string, (client: Client) => Promise<unknown>, readonly unknown[]])[] =
  [
    ['settle', ({ settlements }) => settlements.settle({ terminal: 't1' }), ['settle', 't1', 'Hassan']],
    ['resend', ({ settlements }) => settlements.resend({ batch }), ['resend', batch]],
    [
      'enterTotals',
      ({ settlements }) => settlements.enterTotals({ batch, told }),
      ['enterTotals', batch, told, 'Hassan'],
    ],
    [
      'resolve',
      ({ settlements }) => settlements.resolve({ batch, resolution: 'oursStands', note: ' They erred. ' }),
      ['resolve', batch, 'oursStands', 'They erred.', 'Hassan'],
    ],
    ['export', ({ settlements }) => settlements.export({ batch }), ['export', batch]],
    [
      'importStatement',
      ({ settlements }) =>
        settlements.importStatement({ acquirer: 'bank', file: 'nov.csv', base64: 'TW9udGFudA==', map }),
      [
        'importStatement',
        { acquirer: 'bank', file: 'nov.csv', bytes: Buffer.from('Montant'), map },
        'Hassan',
      ],
    ],
    [
      'match',
      ({ settlements }) => settlements.match({ statement, line: 2, attemptId: 'a' as AttemptId }),
      ['match', statement, 2, 'a', 'Hassan'],
    ],
    ['configure', ({ settlements }) => settlements.configure(config), ['configure', config]],
    ['check', ({ settlements }) => settlements.check({ acquirer: 'bank' }), ['check', 'bank']],
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
    expect(owner.asked).toContainEqual(said)
  },
)

test('a cashier reads what is settled; a locked till shows no batch and no statement', async () => {
  const { client } = await openDemo('amina')
  expect(await client.settlements.get()).toEqual({ collected: [], batches: [], lanes: [] })
  expect(await client.settlements.batch({ batch })).toEqual({ ok: false, refusal: { code: 'unknownBatch' } })
  expect(await client.settlements.statements()).toEqual([])
  expect(await client.settlements.statement({ statement })).toEqual({
    ok: false,
    refusal: { code: 'unknownStatement' },
  })
  expect(await client.settlements.config()).toEqual({ acquirers: [] })
  const locked = await openDemo(null)
  for (const call of [
    locked.client.settlements.batch({ batch }),
    locked.client.settlements.statements(),
    locked.client.settlements.statement({ statement }),
  ])
    expect(await refusalOf(call)).toEqual({ code: 'locked' })
})

test('what cannot be meant is refused with its place', async () => {
  const { client, asked } = await openDemo()
  const [bank] = config.acquirers
  if (bank === undefined) throw new Error('no acquirer')
  const twice = { acquirers: [bank, { ...bank, terminals: [] }] }
  const shared = { acquirers: [bank, { ...bank, id: 'other' }] }
  const before = asked.length
  expect(await refusalOf(client.settlements.configure(twice))).toMatchObject({ code: 'badInput' })
  expect(await refusalOf(client.settlements.configure(shared))).toMatchObject({ code: 'badInput' })
  expect(
    await refusalOf(
      client.settlements.configure({ acquirers: [{ ...bank, when: { at: 'hour', hour: '24:00' } }] }),
    ),
  ).toMatchObject({ code: 'badInput' })
  expect(
    await refusalOf(client.settlements.resolve({ batch, resolution: 'oursStands', note: '  ' })),
  ).toMatchObject({ code: 'badInput', params: { field: 'note' } })
  const large = { acquirer: 'bank', file: 'x.csv', base64: 'A'.repeat(960_000), map }
  expect(await refusalOf(client.settlements.importStatement(large))).toMatchObject({ code: 'inputTooLarge' })
  expect(asked.length).toBe(before)
})

test('a certificate goes with its key, and only where there is TLS', async () => {
  const { client } = await openDemo()
  const [bank] = config.acquirers
  const place = {
    via: 'tls',
    host: 'h',
    port: 9,
    authorityFile: null,
    certificateFile: 'c.pem',
    keyFile: null,
  } as const
  const way = {
    kind: 'host',
    dialect: 'iso87',
    place,
    terminalId: 'TILL0001',
    merchantId: 'SHOP',
    acquirerId: '',
    settlementId: '',
    macKeyFile: null,
  } as const
  if (bank === undefined) throw new Error('no acquirer')
  const configure = (changed: object) =>
    client.settlements.configure({
      acquirers: [{ ...bank, way: { ...way, place: { ...place, ...changed } } }],
    })
  expect(await refusalOf(configure({}))).toMatchObject({ code: 'badInput' })
  expect(await refusalOf(configure({ via: 'tcp', keyFile: 'k.pem' }))).toMatchObject({ code: 'badInput' })
  expect(await configure({ keyFile: 'k.pem' })).toMatchObject({ ok: true })
})

test('the house says where forwards wait, and says it again when that changes', async () => {
  const listeners = new Set<() => void>()
  let lanes: readonly LaneView[] = []
  const { client } = await openDemo('amina', {
    forwards: {
      lanes: () => lanes,
      watch(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
  const house = await client.house.watch()
  expect((await nextOf(house)).lanes).toEqual([])
  const since = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }
  lanes = [
    { destination: 'host/bank', waiting: 3, since, trouble: 'noNetwork', nextTryAt: null, setAside: 0 },
  ]
  for (const listener of listeners) listener()
  expect((await nextOf(house)).lanes).toEqual(lanes)
  await house.return?.()
  expect(listeners.size).toBe(0)
})
