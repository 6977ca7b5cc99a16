import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FaultPlan } from '#drivers/transport/faulty.ts'
import { faultyTransport } from '#drivers/transport/faulty.ts'
import { memoryRig } from './naps-rig.ts'
import { hooks, recovery, request } from './terminal-rig.ts'

const overBadLine = (plan: FaultPlan) => memoryRig((inner, timers) => faultyTransport(inner, plan, timers))

test('however a line splits, merges and delays, the sale is approved', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(undefined, 5, 30),
      async (seed, splitMax, mergeMs) => {
        const line = { splitMax, ...(mergeMs === undefined ? {} : { mergeMs }) }
        const rig = await overBadLine({ seed, incoming: { ...line, delayMs: 2 }, outgoing: line })
        const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
        expect(outcome).toMatchObject({ outcome: 'approved' })
        expect(rig.standing()).toHaveLength(1)
        await rig.dispose()
      },
    ),
    { numRuns: 40 },
  )
})

/** What the till believes never contradicts what the terminal charged. */
async function neverWrong(plan: FaultPlan, fault: string): Promise<'settled' | 'open'> {
  const rig = await overBadLine(plan)
  rig.fault(fault)
  const made = request(rig, 1)
  const watched = hooks()
  let outcome = await rig.settle(rig.terminal.charge(made, watched))
  if (outcome.outcome === 'unknown' || outcome.outcome === 'approvedUnconfirmed') {
    const approval = outcome.outcome === 'approvedUnconfirmed' ? outcome.approval : null
    outcome = await rig.settle(rig.terminal.recover(recovery(made, rig.nowMs(), approval), hooks()))
  }
  await rig.pass(1.2)
  const standing = rig.standing().length
  await rig.dispose()
  if (outcome.outcome === 'approved') expect(standing).toBe(1)
  if (outcome.outcome === 'declined') expect(standing).toBe(0)
  expect(standing).toBeLessThanOrEqual(1)
  return outcome.outcome === 'approved' || outcome.outcome === 'declined' ? 'settled' : 'open'
}

const anyFault = fc.constantFrom(
  'none',
  'decline',
  'dropAfterApprove',
  'dropAfterConfirm',
  'unmaskedPan',
  'slow',
)

test('a line cut at any byte, either way, makes no false approval and no false decline', async () => {
  const seen = { settled: 0, open: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.integer({ min: 0, max: 2_400 }),
      fc.boolean(),
      anyFault,
      async (seed, cutAfterBytes, incoming, fault) => {
        const cut = { cutAfterBytes }
        seen[await neverWrong(incoming ? { seed, incoming: cut } : { seed, outgoing: cut }, fault)]++
      },
    ),
    { numRuns: 150 },
  )
  expect(seen.settled).toBeGreaterThan(0)
})

test('a line that loses and spoils bytes makes no false approval and no false decline', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.double({ min: 0.0005, max: 0.05, noNaN: true }),
      anyFault,
      async (seed, rate, fault) => {
        const bad = { dropRate: rate, corruptRate: rate, splitMax: 50 }
        await neverWrong({ seed, incoming: bad, outgoing: bad }, fault)
      },
    ),
    { numRuns: 120 },
  )
})
