import { expect, test } from 'vitest'
import { manualTerminal } from '#drivers/terminals/manual/manual-terminal.ts'
import type { ChargeRequest } from '#drivers/terminals/terminal.ts'
import { dirham } from '#shared/money/amount.ts'
import { hooks, recovery } from './terminal-rig.ts'

const made: ChargeRequest = {
  amount: dirham(12_550),
  currency: 'MAD',
  sequence: 7,
  at: { utcMs: Date.UTC(2026, 10, 23, 9), offsetMinutes: 60 },
}
const released = { outcome: 'unknown', cause: 'noAnswer', detail: 'released' }
const notYet = Symbol('not yet')
const soFar = (promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 20, notYet))])

test('it can nothing but wait for a person, and its slips are its own', () => {
  const terminal = manualTerminal()
  const { byHand, prints, ...others } = terminal.capabilities
  expect({ byHand, prints }).toEqual({ byHand: true, prints: true })
  expect(Object.values(others)).not.toContain(true)
  const { void: undo, refund, settle, totals } = terminal
  expect([undo, refund, settle, totals]).toEqual([undefined, undefined, undefined, undefined])
})

test('it shows that the amount is to be keyed, waits, and never knows the end', async () => {
  const watched = hooks()
  const charging = manualTerminal().charge(made, watched)
  expect(await soFar(charging)).toBe(notYet)
  expect(watched.steps).toEqual(['keyAmount'])
  watched.cancel()
  expect(await charging).toEqual(released)
  expect(watched.approvals).toEqual([])
})

test('closed in the middle it lets go, and knows no more', async () => {
  const terminal = manualTerminal()
  const charging = terminal.charge(made, hooks())
  await terminal.close()
  await terminal.close()
  expect(await charging).toEqual(released)
  expect(await terminal.charge(made, hooks())).toMatchObject({
    outcome: 'declined',
    reason: { code: 'TILL-UNREACHABLE' },
  })
})

test('one amount is keyed at a time; the second changes nothing for the first', async () => {
  const terminal = manualTerminal()
  const [first, second] = [hooks(), hooks()]
  const charging = terminal.charge(made, first)
  expect(await terminal.charge({ ...made, sequence: 8 }, second)).toMatchObject({
    outcome: 'declined',
    reason: { code: 'TILL-BUSY' },
  })
  expect(second.steps).toEqual([])
  expect(await soFar(charging)).toBe(notYet)
  first.cancel()
  expect(await charging).toEqual(released)
  const next = hooks()
  const again = terminal.charge({ ...made, sequence: 9 }, next)
  expect(next.steps).toEqual(['keyAmount'])
  next.cancel()
  await again
})

test('what was never shown to anybody is declined with certainty', async () => {
  const cancelled = hooks()
  cancelled.cancel()
  expect(await manualTerminal().charge(made, cancelled)).toMatchObject({
    outcome: 'declined',
    reason: { code: 'TILL-CANCELLED' },
  })
  for (const minor of [0, -1, 0.5, Number.NaN, 1_000_000_000]) {
    const watched = hooks()
    const odd = { ...made, amount: minor as never }
    expect(await manualTerminal().charge(odd, watched)).toMatchObject({
      outcome: 'declined',
      reason: { code: 'TILL-AMOUNT' },
    })
    expect(watched.steps).toEqual([])
  }
})

test('it cannot be asked, and is always well', async () => {
  const terminal = manualTerminal()
  expect(await terminal.recover(recovery(made, 60_000), hooks())).toMatchObject({ outcome: 'unknown' })
  expect(await terminal.check()).toEqual({ ok: true, text: '' })
})
