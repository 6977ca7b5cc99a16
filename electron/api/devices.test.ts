import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import type { Till } from '#electron/till-parts.ts'
import type { AttemptView } from '#shared/checkout/view.ts'
import type { AcquirerWay } from '#shared/contract/acquirers.ts'
import type { DeviceRead, TerminalConfig } from '#shared/contract/devices.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

/** The demo shop, with `person` standing at it; `null`: locked. */
async function openDemo(person: 'hassan' | 'amina' | null = 'hassan', settlements?: Till['settlements']) {
  const fake = fakeTill()
  const till = settlements === undefined ? fake.till : { ...fake.till, settlements }
  const context = { till, session: openSession(till, () => 0), log: silentLog }
  const client = createRouterClient(router, { context })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  return { fake, client }
}

const zvt: TerminalConfig = {
  protocol: 'zvt',
  place: { via: 'tcp', host: '10.0.0.7', port: 20_007 },
  name: 'ZVT',
}

type Client = Awaited<ReturnType<typeof openDemo>>['client']
const forManagers: readonly (readonly [string, (client: Client) => Promise<unknown>])[] = [
  ['discover', (client) => client.devices.discover({ hosts: '10.0.0.7' })],
  ['probe', (client) => client.devices.probe(zvt)],
  ['service', (client) => client.devices.service({ id: 'naps-simulated', action: 'settle' })],
  ['trace', (client) => client.devices.trace({ id: 'naps-simulated' })],
]

test.each(forManagers)('%s is for managers and owners, at an unlocked till', async (_name, call) => {
  const locked = await openDemo(null)
  expect(await refusalOf(call(locked.client))).toEqual({ code: 'locked' })
  const cashier = await openDemo('amina')
  expect(await call(cashier.client)).toEqual({ ok: false, refusal: { code: 'managerNeeded' } })
  const owner = await openDemo('hassan')
  expect(await call(owner.client)).not.toMatchObject({ refusal: { code: 'managerNeeded' } })
})

test('the terminal’s day is not ended while a charge on it waits for its outcome', async () => {
  const { fake, client } = await openDemo()
  const settle = { id: 'naps-simulated', action: 'settle' } as const
  const free = await client.devices.service(settle)
  fake.show({ phase: 'unresolved', attempt: unresolved })
  expect(await client.devices.service(settle)).toEqual({ ok: false, refusal: { code: 'unresolvedCharge' } })
  expect(await client.devices.service({ ...settle, action: 'reset' })).toEqual(free)
  fake.show({ phase: 'ringing', attempt: null })
  expect(await client.devices.service(settle)).toEqual(free)
})

test('the day of a terminal that the till settles is ended by its settlement, unless it took nothing', async () => {
  const settle = { id: 'naps-simulated', action: 'settle' } as const
  const bank = {
    id: 'bank',
    name: 'Banque',
    way: { kind: 'terminal' },
    when: { at: 'hand' },
    terminals: ['naps-simulated'],
    statement: null,
  } as const
  const answerWith = async (count: number, way: AcquirerWay) => {
    const { client } = await openDemo('hassan', {
      ...fakeTill().till.settlements,
      config: () => ({ acquirers: [{ ...bank, way }] }),
      view: () => ({ collected: [{ ...collected, count }], batches: [], lanes: [] }),
    })
    return client.devices.service(settle)
  }
  const here = { ok: false, refusal: { code: 'settleElsewhere' } }
  expect(await answerWith(2, { kind: 'terminal' })).toEqual(here)
  expect(await answerWith(0, { kind: 'terminal' })).not.toEqual(here)
  expect(await answerWith(2, { kind: 'file' })).not.toEqual(here)
})

const collected = {
  terminal: 'naps-simulated',
  terminalName: 'NAPS',
  acquirer: 'bank',
  net: 500,
  since: { utcMs: 0, offsetMinutes: 60 },
  unknown: { count: 0, amount: dirham(0) },
}

const unresolved: AttemptView = {
  attemptId: 'a' as AttemptId,
  purpose: 'payment',
  byHand: false,
  amount: dirham(100),
  terminalName: 'NAPS',
  step: 'recovering',
  terminalText: '',
  canCancel: false,
  startedAt: { utcMs: 0, offsetMinutes: 60 },
  unknown: { cause: 'noAnswer', canAsk: true, lookFor: 'naps' },
}

test('input that does not fit is refused by name', async () => {
  const { client } = await openDemo()
  // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
  const devices = client.devices as any
  for (const call of [
    devices.discover({}),
    devices.discover({ hosts: 7 }),
    devices.probe({ ...zvt, protocol: 'morse' }),
    devices.probe({ ...zvt, place: { ...zvt.place, port: 0 } }),
    devices.probe({ ...zvt, options: { password: '12' } }),
    devices.service({ id: 'naps-simulated', action: 'explode' }),
    devices.trace({}),
  ]) {
    expect(await refusalOf(call)).toMatchObject({ code: 'badInput' })
  }
  expect(await refusalOf(devices.discover({ hosts: 'h'.repeat(201) }))).toMatchObject({
    code: 'inputTooLarge',
  })
})

test('reads are heard as they happen, at a locked till too, and nobody listens after the page has gone', async () => {
  const { fake, client } = await openDemo(null)
  const gone = new AbortController()
  const reads = await client.devices.watchReads(undefined, { signal: gone.signal })
  const heard: DeviceRead[] = []
  const listening = (async () => {
    for await (const read of reads) heard.push(read)
  })()
  await expect.poll(() => fake.watchers()).toBe(1)
  fake.read({ kind: 'code', from: 'scanner', code: '6111242100985' })
  fake.read({ kind: 'paymentCard', maskedPan: '516794******3315' })
  await expect.poll(() => heard.length).toBe(2)
  gone.abort()
  await listening
  expect(fake.watchers()).toBe(0)
})
