import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

const agree = { type: 'agreePrice', line: 1, unit: 100, reason: 'friend' } as const
const managerNeeded = { ok: false, refusal: { code: 'managerNeeded' } }
const wrongPin = (waitSeconds: number) => ({
  ok: false,
  refusal: { code: 'wrongPin', params: { waitSeconds } },
})

/** The demo shop with `person` standing at it: Amina sells, Omar manages, Hassan owns; everyone's PIN is 1234. */
async function openDemo(person: string) {
  const fake = fakeTill()
  const session = openSession(fake.till, () => 0)
  const client = createRouterClient(router, { context: { till: fake.till, session, log: silentLog } })
  await client.house.startDemo()
  await client.house.unlock({ person, pin: '1234' })
  fake.sent.length = 0
  return { client, sent: fake.sent }
}

test('a cashier names no manager, a manager names nobody else', async () => {
  for (const [person, manager] of [
    ['amina', 'Omar'],
    ['amina', 'Amina'],
    ['amina', 'Nobody'],
    ['omar', 'Hassan'],
  ] as const) {
    const { client, sent } = await openDemo(person)
    expect(await client.counter.send({ ...agree, manager }), `${person} ${manager}`).toEqual(managerNeeded)
    expect(sent).toEqual([])
  }
})

test('a manager who stands here allows a price by their own name', async () => {
  const { client, sent } = await openDemo('omar')
  expect(await client.counter.send({ ...agree, manager: 'Omar' })).toMatchObject({ ok: true })
  expect(sent).toEqual([{ command: { ...agree, manager: 'Omar' }, by: 'Omar' }])
})

test('a manager allows a price at a cashier’s till with their PIN, and unlocks nothing by it', async () => {
  const { client, sent } = await openDemo('amina')
  const said = await client.counter.sendApproved({ command: agree, approver: 'omar', pin: '1234' })
  expect(said).toEqual({ ok: true, value: null })
  expect(sent).toEqual([{ command: { ...agree, manager: 'Omar' }, by: 'Amina' }])
  expect((await client.house.get()).unlockedBy?.name).toBe('Amina')
})

test('a wrong PIN allows nothing and costs the same waits as unlocking', async () => {
  const { client, sent } = await openDemo('amina')
  const allow = (pin: string) => client.counter.sendApproved({ command: agree, approver: 'omar', pin })
  expect(await allow('0000')).toEqual(wrongPin(0))
  expect(await client.house.unlock({ person: 'omar', pin: '0001' })).toEqual(wrongPin(0))
  expect(await allow('0002')).toEqual(wrongPin(1))
  expect(await allow('1234')).toEqual(wrongPin(1))
  expect(sent).toEqual([])
})

test('a cashier’s right PIN, a stranger’s and a manager’s name smuggled in allow nothing', async () => {
  const { client, sent } = await openDemo('amina')
  const command = { ...agree, manager: 'Omar' }
  expect(await client.counter.sendApproved({ command, approver: 'amina', pin: '1234' })).toEqual(
    managerNeeded,
  )
  expect(await client.counter.sendApproved({ command, approver: 'nobody', pin: '1234' })).toEqual(wrongPin(0))
  expect(sent).toEqual([])
})

test('who answers for a terminal is someone of this house', async () => {
  const { client, sent } = await openDemo('amina')
  const answer = { type: 'resolveAttempt', outcome: 'approved' } as const
  const stranger = await client.counter.send({ ...answer, name: 'Nobody' })
  expect(stranger).toEqual({ ok: false, refusal: { code: 'badName' } })
  expect(sent).toEqual([])
  expect(await client.counter.send({ ...answer, name: 'Omar' })).toMatchObject({ ok: true })
})
