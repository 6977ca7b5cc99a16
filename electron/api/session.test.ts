import { expect, test } from 'vitest'
import type { Person } from '#shared/kernel/person.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { stretchPin } from './pin.ts'
import { openSession } from './session.ts'

const amina = { id: 'amina', name: 'Amina', role: 'cashier' } as unknown as Person

async function open() {
  const { till } = fakeTill([amina])
  till.ledger.setPin(amina.id, await stretchPin('4321'))
  const clock = { nowMs: 0 }
  return { clock, session: openSession(till, () => clock.nowMs) }
}
const wrong = (waitSeconds: number) => ({ ok: false, refusal: { code: 'wrongPin', params: { waitSeconds } } })

test('the right PIN unlocks, lock locks, and watchers hear both', async () => {
  const { session } = await open()
  const heard: (string | undefined)[] = []
  session.watch(() => heard.push(session.unlockedBy()?.name))
  expect(await session.unlock('amina', '4321')).toEqual({ ok: true, value: null })
  session.lock()
  session.lock()
  expect(heard).toEqual(['Amina', undefined])
})

test('wrong tries cost more and more, and the right PIN waits its turn too', async () => {
  const { session, clock } = await open()
  expect(await session.unlock('amina', '0000')).toEqual(wrong(0))
  expect(await session.unlock('amina', '0001')).toEqual(wrong(0))
  expect(await session.unlock('amina', '0002')).toEqual(wrong(1))
  expect(await session.unlock('amina', '4321')).toEqual(wrong(1))
  clock.nowMs = 1000
  expect(await session.unlock('amina', '0003')).toEqual(wrong(2))
  clock.nowMs = 3000
  expect(await session.unlock('amina', '4321')).toEqual({ ok: true, value: null })
  expect(await session.unlock('amina', '0000')).toEqual(wrong(0))
})

test('tries at once are counted one by one', async () => {
  const { session } = await open()
  const pins = ['0000', '0001', '0002', '4321', '0004']
  const answers = await Promise.all(pins.map((pin) => session.unlock('amina', pin)))
  expect(answers).toEqual([wrong(0), wrong(0), wrong(1), wrong(1), wrong(1)])
  expect(session.unlockedBy()).toBeNull()
})

test('a stranger is only ever wrong', async () => {
  const { session } = await open()
  expect(await session.unlock('nobody', '4321')).toEqual(wrong(0))
  expect(session.unlockedBy()).toBeNull()
})
