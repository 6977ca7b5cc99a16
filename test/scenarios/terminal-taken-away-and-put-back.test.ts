import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import { openTill } from '#electron/till.ts'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { dirham } from '#shared/money/amount.ts'
import { openShop } from '../crash/seller.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { emptyFolder } from './stage/replayed.ts'

const none: DevicesConfig = { terminal: null, printer: null }
const naps: DevicesConfig = {
  terminal: { protocol: 'naps', place: { via: 'simulated' }, name: 'Counter' },
  printer: null,
}

test('the screen offers to ask as soon as the terminal of an unknown charge is there again, and no longer', async () => {
  const timers = new VirtualTimers()
  const till = await openTill({ folder: emptyFolder(), log: silentLog, simulatedTimers: timers })
  onTestFinished(() => till.close())
  const { counter, devices } = till
  await openShop(till)
  expect(await devices.configure(naps)).toMatchObject({ ok: true })
  devices.setTerminalFault('silent')
  const send = (command: Parameters<typeof counter.send>[0]) => counter.send(command, 'amina')
  await send({ type: 'scan', code: 'SKU-0', quantity: 1 })
  await send({ type: 'payCard', amount: null })
  await timers.until(counter.settled())
  const canAsk = () => counter.view().attempt?.unknown?.canAsk
  expect(canAsk()).toBe(true)

  expect(await devices.configure(none)).toMatchObject({ ok: true })
  expect(canAsk()).toBe(false)
  expect(await send({ type: 'askTerminal' })).toMatchObject({ refusal: { code: 'noTerminal' } })
  expect(await devices.configure(naps)).toMatchObject({ ok: true })
  expect(canAsk()).toBe(true)

  const { attempt } = counter.view()
  const attemptId = attempt?.attemptId ?? null
  await send({ type: 'resolveAttempt', outcome: 'declined', name: 'amina', attemptId })
  await send({ type: 'payCash', given: dirham(1_000) })
  expect(counter.view()).toMatchObject({ phase: 'idle', done: { ticket: 1 } })
})
