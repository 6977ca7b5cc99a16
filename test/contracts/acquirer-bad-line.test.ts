import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TotalsAnswer } from '#drivers/acquirers/acquirer-host.ts'
import type { FaultPlan } from '#drivers/transport/faulty.ts'
import { dirham } from '#shared/money/amount.ts'
import { totalsQuestion } from '../harness/host-questions.ts'
import {
  type DialectName,
  dialectNames,
  type MakeHostRig,
  memoryHostRig,
  tlsHostRig,
} from './acquirer-rig.ts'

const { totals: all } = totalsQuestion()
/** In both dialects: without the reversals that EDC has netted. */
const totals = { ...all, saleReversals: { count: 0, amount: dirham(0) } }

/**
 * Settles over a bad line, then, as the till would after no answer, over a good one; whatever happened, the host has
 * the batch once, as it was told, and was told nothing it may not be told.
 */
async function settled(makeRig: MakeHostRig, dialect: DialectName, plan: FaultPlan): Promise<TotalsAnswer> {
  const rig = await makeRig({ dialect, plan })
  const first = await rig.until(rig.host.settle(totalsQuestion({ totals })))
  const heard = rig.simulator.books().batches
  // Not sent is said only where nothing left; sent may also have been lost on its way.
  if (first.answer === 'none' && !first.sent) expect(heard).toEqual([])
  if (first.answer === 'agreed') expect(heard).toHaveLength(1)
  else {
    const again = rig.until(rig.restarted().settle(totalsQuestion({ totals, repeat: true })))
    expect(await again).toMatchObject({ answer: 'agreed' })
  }
  const { batches, violations } = rig.simulator.books()
  expect(batches).toMatchObject([{ state: 'agreed', told: { sales: { count: 17, minor: 1_234_550 } } }])
  expect(violations.filter(({ kind }) => kind !== 'format')).toEqual([])
  await rig.dispose()
  return first
}

test.each(dialectNames)('%s: bytes split, merged and late in any way change nothing', async (dialect) => {
  const direction = fc.record({
    splitMax: fc.integer({ min: 1, max: 40 }),
    mergeMs: fc.constantFrom(1, 20),
    delayMs: fc.integer({ min: 0, max: 30 }),
  })
  const plan = fc.record({ seed: fc.integer(), incoming: direction, outgoing: direction })
  await fc.assert(
    fc.asyncProperty(plan, async (faults) => {
      expect(await settled(memoryHostRig, dialect, faults)).toMatchObject({ answer: 'agreed' })
    }),
    { numRuns: 60 },
  )
})

test.each(dialectNames)('%s: bytes lost or changed on the way are no false agreement', async (dialect) => {
  const direction = fc.record({
    dropRate: fc.constantFrom(0, 0.002, 0.02),
    corruptRate: fc.constantFrom(0, 0.002, 0.02),
  })
  const plan = fc.record({ seed: fc.integer(), incoming: direction })
  await fc.assert(
    fc.asyncProperty(plan, async (faults) => void (await settled(memoryHostRig, dialect, faults))),
    { numRuns: 100 },
  )
})

const endOf = (answer: TotalsAnswer): string =>
  answer.answer === 'none' ? `${answer.cause}${answer.sent ? '' : ' unsent'}` : answer.answer

/** So many cuts in a row that cut nothing: they are behind the last byte. */
const enough = 25

test.each(
  dialectNames.flatMap((dialect) =>
    (['incoming', 'outgoing'] as const).map((way) => [dialect, way] as const),
  ),
)(
  '%s, %s: a line cut at any byte is no false agreement, and the repetition settles it once',
  async (dialect, way) => {
    const ends: string[] = []
    for (
      let cutAfterBytes = 0;
      ends.slice(-enough).filter((end) => end === 'agreed').length < enough;
      cutAfterBytes++
    ) {
      ends.push(
        endOf(await settled(memoryHostRig, dialect, { seed: cutAfterBytes, [way]: { cutAfterBytes } })),
      )
    }
    expect([...new Set(ends)].sort()).toEqual(
      dialect === 'iso87' ? ['agreed', 'lineLost', 'lineLost unsent'] : ['agreed', 'lineLost'],
    )
  },
)

// The handshake is about 1.5 kB out and 2 kB in, the exchange some hundred bytes more.
const tlsCuts = [0, 1, 200, 500, 900, 1_300, 1_600, 1_700, 1_800, 1_900, 2_000, 2_200, 2_500, 3_000, 6_000]

test.each(
  dialectNames.flatMap((dialect) =>
    (['incoming', 'outgoing'] as const).map((way) => [dialect, way] as const),
  ),
)('%s, %s, under TLS: a line cut anywhere is no false agreement', async (dialect, way) => {
  const answers = await Promise.all(
    tlsCuts.map((cutAfterBytes) =>
      settled(tlsHostRig, dialect, { seed: cutAfterBytes, [way]: { cutAfterBytes } }),
    ),
  )
  expect(answers.map(endOf)).toEqual(expect.arrayContaining(['noNetwork unsent', 'agreed']))
})
