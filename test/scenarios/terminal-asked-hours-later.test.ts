import { expect, onTestFinished, test } from 'vitest'
import { crashProtocols } from '../crash/virtual/protocols.ts'
import { makeShop } from '../crash/virtual/shop.ts'
import { openStage } from './stage/stage.ts'

const hourMs = 3_600_000

test('a terminal is asked with the instant of the charge, however much later', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const { request } = await stage.terminal.next('charge')
  stage.clock.advance(3 * hourMs)
  await stage.restart()
  const recovery = await stage.terminal.next('recover')
  expect(recovery.request).toMatchObject({ at: request.at, ageMs: 3 * hourMs, sequence: request.sequence })
})

test('a clock that went back makes the charge no younger than now', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const { request } = await stage.terminal.next('charge')
  stage.clock.advance(-24 * hourMs)
  await stage.restart()
  expect((await stage.terminal.next('recover')).request).toMatchObject({
    at: request.at,
    ageMs: 0,
    ageUnknown: true,
  })
})

/** Terminals that can be asked for what they did last, or for one thing they did. */
const askable = crashProtocols.filter(({ name }) => ['naps', 'zvt', 'nexo'].includes(name))

test.each(askable)(
  '$name over $via: the till dies on the approval, and has its answer two hours later',
  async (protocol) => {
    const shop = makeShop(protocol)
    onTestFinished(() => shop.close())
    // As newer ZVT terminals do: older ones give back what was not acknowledged.
    if (protocol.faults.includes('keepsUnacknowledged')) shop.terminal.setFault('keepsUnacknowledged')
    const till = await shop.till()
    await till.counter.send({ type: 'scan', code: 'SKU-0', quantity: 1 }, 'amina')
    await till.counter.send({ type: 'payCard', amount: null }, 'amina')
    const dies = (): void => {
      till.die()
      shop.line.leave()
    }
    shop.line.watch(() => (shop.terminal.standing().length === 1 ? dies : null))
    await shop.timers.until(till.death)
    shop.line.watch(() => null)
    await shop.timers.advance(2 * hourMs)
    const again = await shop.till()
    await shop.timers.until(again.counter.settled())
    const stands = shop.terminal.standing().length === 1
    expect(shop.facts().filter(({ kind }) => /^attempt(Approved|Declined)$/.test(kind))).toMatchObject([
      { kind: stands ? 'attemptApproved' : 'attemptDeclined', decidedBy: { kind: 'terminalAsked' } },
    ])
  },
)
