import { expect, test } from 'vitest'
import { lengthPrefixed } from '#drivers/framing/length-prefixed.ts'
import { paymentRequest } from '#drivers/terminals/nexo/messages.ts'
import { poiId, sharedKey } from './nexo-rig.ts'
import { stage } from './nexo-stage.ts'
import { approvalOf, hooks, recovery } from './terminal-rig.ts'

test('a request that never arrived is a decline only once it cannot arrive any more', async () => {
  const { timers, simulator, driver, charge, standing } = stage()
  simulator.setFault('notFound')
  const made = charge(9)
  const terminal = driver()
  expect(await timers.until(terminal.charge(made, hooks()))).toMatchObject({
    outcome: 'unknown',
    cause: 'lineLost',
  })
  // The till's clock may say that years have passed; the driver waits by its own.
  const started = timers.nowMs()
  const known = await timers.until(terminal.recover(recovery(made, 600_000), hooks()))
  expect(known).toMatchObject({ outcome: 'declined', reason: { code: 'NotFound' } })
  expect(timers.nowMs() - started).toBeGreaterThanOrEqual(120_000)
  expect(standing()).toEqual([])
})

test('a request that arrives after the terminal said it knows none is waited for, not declined', async () => {
  const { timers, driver, charge, transport, standing } = stage()
  const made = charge(9)
  const terminal = driver()
  let answered = false
  const recovering = terminal.recover(recovery(made, 0), hooks())
  void recovering.then(() => {
    answered = true
  })
  await timers.advance(60_000)
  expect(answered).toBe(false)
  // What an earlier connection was given comes out of the network late.
  const late = paymentRequest({ saleId: 'Hanout', poiId }, made, 'Normal')
  const link = await transport.open()
  await link.write(lengthPrefixed(new TextEncoder().encode(late.text)))
  expect(await timers.until(recovering)).toMatchObject({ outcome: 'approved' })
  expect(standing()).toEqual([500])
})

test('given up while it may still arrive: nobody says it was declined', async () => {
  const { timers, driver, charge } = stage()
  const watched = hooks()
  const recovering = driver().recover(recovery(charge(9), 0), watched)
  await timers.advance(5_000)
  watched.cancel()
  expect(await timers.until(recovering)).toMatchObject({
    outcome: 'unknown',
    cause: 'terminalDoesNotRemember',
  })
})

test('after longer than a terminal surely remembers, not known is not never', async () => {
  const { timers, driver, charge } = stage()
  const known = await timers.until(driver().recover(recovery(charge(9), 86_400_000), hooks()))
  expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
})

test('under a clock that went back not known is not never: the charge may be older than the terminal’s memory', async () => {
  const { timers, driver, charge } = stage()
  const asked = { ...recovery(charge(9), 0), ageUnknown: true }
  const known = await timers.until(driver().recover(asked, hooks()))
  expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
})

test('an approval in the ledger that the terminal does not know is for a person', async () => {
  const { timers, driver, charge } = stage()
  const sold = approvalOf(await timers.until(driver().charge(charge(8), hooks())))
  const known = await timers.until(driver().recover(recovery(charge(9), 1_000, sold), hooks()))
  expect(known).toMatchObject({ outcome: 'approvedUnconfirmed', cause: 'terminalDoesNotRemember' })
})

test('InProgress is asked again until it is decided', async () => {
  const { timers, simulator, driver, charge, wire } = stage()
  simulator.setFault('inProgressLong')
  const made = charge(9)
  expect(await timers.until(driver().charge(made, hooks()))).toMatchObject({ outcome: 'unknown' })
  const known = await timers.until(driver().recover(recovery(made, 3_000), hooks()))
  expect(known).toMatchObject({ outcome: 'approved' })
  expect(wire.filter((line) => line.includes('ErrorCondition=InProgress')).length).toBeGreaterThan(2)
})

test('a payment nobody finishes is told to stop when its time is over', async () => {
  const { timers, simulator, driver, charge, standing } = stage({ timings: { paymentMs: 900_000 } })
  simulator.setFault('dropBeforeCard')
  const made = charge(9)
  await timers.until(driver().charge(made, hooks()))
  const watched = hooks()
  const known = await timers.until(driver().recover(recovery(made, 1_000), watched))
  expect(known).toMatchObject({ outcome: 'declined', reason: { code: 'Aborted', text: 'CANCELLED BY POS' } })
  expect(watched.steps).toEqual(['recovering', 'cancelling'])
  expect(standing()).toEqual([])
})

test('a recovery that is given up tells the terminal to stop, and hears its last word', async () => {
  const { timers, simulator, driver, charge } = stage()
  simulator.setFault('dropBeforeCard')
  const made = charge(9)
  await timers.until(driver().charge(made, hooks()))
  const watched = hooks()
  const recovering = driver().recover(recovery(made, 0), watched)
  await timers.advance(3_000)
  watched.cancel()
  expect(await timers.until(recovering)).toMatchObject({ outcome: 'declined', reason: { code: 'Aborted' } })
  expect(timers.nowMs()).toBeLessThan(20_000)
})

test('cancelled when the card was taken: the approval that came first is the truth', async () => {
  const { timers, simulator, driver, charge, standing } = stage()
  simulator.setFault('slow')
  const watched = hooks()
  const charging = driver().charge(charge(9), watched)
  await timers.advance(2_500)
  watched.cancel()
  expect(await timers.until(charging)).toMatchObject({ outcome: 'approved' })
  expect(standing()).toEqual([500])
})

test('a terminal that takes up a payment only after it was told to stop is told again', async () => {
  const { timers, driver, charge, standing, delayFirst } = stage({ timings: { cardMs: 60_000 } })
  delayFirst(3_000)
  const watched = hooks()
  const charging = driver().charge(charge(9), watched)
  await timers.advance(500)
  watched.cancel()
  expect(await timers.until(charging)).toMatchObject({ outcome: 'declined', reason: { code: 'Aborted' } })
  expect(standing()).toEqual([])
})

test('a till whose ledger began anew does not take its former life’s payment for its own', async () => {
  const { timers, driver, charge, standing } = stage()
  await timers.until(driver().charge(charge(1), hooks()))
  await timers.advance(5_400_000)
  // The same number, amount, till and terminal: the terminal repeats what it answered then.
  const made = charge(1)
  expect(await timers.until(driver().charge(made, hooks()))).toMatchObject({
    outcome: 'unknown',
    cause: 'answersDisagree',
  })
  expect(await timers.until(driver().recover(recovery(made, 5_000), hooks()))).toMatchObject({
    outcome: 'unknown',
    cause: 'answersDisagree',
  })
  expect(standing()).toEqual([500])
})

test.each(['partialApproval', 'badHmac'])('%s is neither an approval nor a decline', async (fault) => {
  const sealed = { security: sharedKey }
  const { timers, simulator, driver, charge } = stage(sealed, sealed)
  simulator.setFault(fault)
  const made = charge(9)
  const outcome = await timers.until(driver().charge(made, hooks()))
  expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
  const known = await timers.until(driver().recover(recovery(made, 3_000), hooks()))
  // The record is signed well; but a part of the money is not the money.
  expect(known.outcome).toBe(fault === 'badHmac' ? 'approved' : 'unknown')
})

test.each([
  ['another passphrase', { ...sharedKey, passphrase: 'another' }],
  ['another key', { ...sharedKey, keyIdentifier: 'another' }],
])('%s: the terminal says it cannot read us, and nothing is charged', async (_what, security) => {
  const { timers, driver, charge, standing, wire } = stage({ security: sharedKey }, { security })
  expect(await timers.until(driver().check())).toMatchObject({ ok: false, reason: 'needsAttention' })
  const outcome = await timers.until(driver().charge(charge(9), hooks()))
  expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
  expect(standing()).toEqual([])
  expect(wire.join('\n')).not.toMatch(/Nonce|Hmac=|NexoBlob|another/)
})

test('a terminal of another name is not ours, and a till of another name not its', async () => {
  const other = stage({}, { poiId: 'V400m-000000000' })
  expect(await other.timers.until(other.driver().check())).toMatchObject({
    ok: false,
    reason: 'needsAttention',
  })
  const stranger = stage({ saleId: 'Hanout' }, { saleId: 'Caisse2' })
  const outcome = await stranger.timers.until(stranger.driver().charge(stranger.charge(9), hooks()))
  expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'NotAllowed' } })
})

test('a terminal that is away for a moment is asked again; one that stays away leaves it open', async () => {
  const { timers, simulator, driver, charge, reach } = stage()
  simulator.setFault('dropAfterApprove')
  const made = charge(9)
  await timers.until(driver().charge(made, hooks()))
  reach(false)
  expect(await timers.until(driver().recover(recovery(made, 3_000), hooks()))).toMatchObject({
    outcome: 'unknown',
    cause: 'lineLost',
  })
  const recovering = driver().recover(recovery(made, 3_000), hooks())
  await timers.advance(1_000)
  reach(true)
  expect(await timers.until(recovering)).toMatchObject({ outcome: 'approved' })
})
