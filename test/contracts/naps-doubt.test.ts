import { expect, test } from 'vitest'
import type { Approval } from '#shared/kernel/attempt.ts'
import { dirham } from '#shared/money/amount.ts'
import { stage } from './naps-stage.ts'
import { hooks } from './terminal-rig.ts'

/** A charge whose till dies while it keeps the approval: 002 never leaves. */
async function diedBeforeConfirming(on: ReturnType<typeof stage>): Promise<Approval> {
  const kept = Promise.withResolvers<Approval>()
  const terminal = on.driver()
  const charging = terminal.charge(
    on.made,
    hooks((approval) => {
      kept.resolve(approval)
      return terminal.close().then(() => Promise.reject(new Error('killed')))
    }),
  )
  await on.timers.until(charging)
  return kept.promise
}

test('a till whose clock jumped ahead does not take an approval for final while it can still be reversed', async () => {
  const on = stage({ cardMs: 1_000 })
  const approval = await diedBeforeConfirming(on)
  const hourAhead = { ...on.made, approval, ageMs: 3_600_000 }
  const known = await on.timers.until(on.driver().recover(hourAhead, hooks()))
  await on.timers.advance(60_000)
  const stands = on.simulator.standing().length === 1
  expect(known.outcome).toBe(stands ? 'approved' : 'declined')
})

test('the other half of a bill is not taken for the half that was lost', async () => {
  const on = stage({ cardMs: 500 })
  const first = await on.timers.until(on.driver().charge(on.made, hooks()))
  if (first.outcome !== 'approved') throw new Error('not sold')
  // At once, the second card for the same amount: 001 never gets through.
  on.simulator.setFault('silent')
  const second = { ...on.made, sequence: 10 }
  const charging = on.driver().charge(second, hooks())
  await on.timers.advance(100)
  await on.pull()
  expect(await on.timers.until(charging)).toMatchObject({ outcome: 'unknown' })
  const request = { ...second, approval: null, ageMs: 200, otherTraces: [first.approval.trace ?? ''] }
  const known = await on.timers.until(on.driver().recover(request, hooks()))
  expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
})

test.each(['wrongEcho', 'garbled'])(
  'cancelled, and then a %s approval: nobody said that no card was taken',
  async (how) => {
    const on = stage({ cardMs: 5_000 })
    if (how === 'wrongEcho') on.simulator.setFault('wrongEcho')
    const watched = hooks()
    const charging = on.driver().charge(on.made, watched)
    if (how === 'garbled') on.spoil((bytes) => bytes.map((byte, at) => (at === 8 ? 0x39 : byte)))
    await on.timers.advance(4_000)
    watched.cancel()
    expect(await on.timers.until(charging)).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
    expect(on.asked.map(({ text }) => text)).not.toContain('001=002')
  },
)

test('a cancel that met nothing but silence is a decline: the terminal says it is back at its start', async () => {
  const on = stage({ cardMs: 50_000 })
  const watched = hooks()
  const charging = on.driver().charge({ ...on.made, amount: dirham(700) }, watched)
  await on.timers.advance(4_000)
  watched.cancel()
  expect(await on.timers.until(charging)).toMatchObject({
    outcome: 'declined',
    reason: { code: 'TILL-CANCELLED' },
  })
  expect(on.simulator.standing()).toEqual([])
})

test('the refusal before it is not taken for the answer to a second try at once', async () => {
  const on = stage({ cardMs: 500 })
  on.simulator.setFault('decline')
  const refused = await on.timers.until(on.driver().charge(on.made, hooks()))
  expect(refused).toMatchObject({ outcome: 'declined', reason: { code: '116' } })
  on.simulator.setFault('silent')
  const again = { ...on.made, sequence: 10 }
  const charging = on.driver().charge(again, hooks())
  await on.timers.advance(100)
  await on.pull()
  expect(await on.timers.until(charging)).toMatchObject({ outcome: 'unknown' })
  const known = await on.timers.until(on.driver().recover({ ...again, approval: null, ageMs: 200 }, hooks()))
  expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
})

test('a refusal whose answer was lost is found again in the terminal’s record', async () => {
  const on = stage({ cardMs: 5_000 })
  on.simulator.setFault('decline')
  const charging = on.driver().charge(on.made, hooks())
  await on.timers.advance(100)
  await on.pull()
  expect(await on.timers.until(charging)).toMatchObject({ outcome: 'unknown' })
  const known = await on.timers.until(
    on.driver().recover({ ...on.made, approval: null, ageMs: 200 }, hooks()),
  )
  expect(known).toMatchObject({ outcome: 'declined', reason: { code: '116' } })
})
