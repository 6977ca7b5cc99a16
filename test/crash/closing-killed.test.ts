import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openLedger } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { holds } from '#electron/platform/shop-key.ts'
import type { Closing } from '#shared/closing/closing.ts'
import { emptyFigures, mergeFigures } from '#shared/closing/merge-figures.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { expectRightFigures } from '#test/models/checkout/closings.ts'
import type { ClosingOrders, Cut } from './closing-process.ts'
import { seeded } from './seeded.ts'

const kills = Number(process.env.HANOUT_CRASH_KILLS ?? 12)
const seed = Number(process.env.HANOUT_CRASH_SEED ?? 20_261_127)

/** One life of a till that closes its shifts, ended by SIGKILL. @returns whether a closing had been begun */
async function oneLife(orders: ClosingOrders, afterMs: number): Promise<void> {
  const till = fork(new URL('./closing-process.ts', import.meta.url))
  const gone = once(till, 'exit')
  till.send(orders)
  if (orders.cut === 'during') {
    await once(till, 'message')
    setTimeout(() => till.kill('SIGKILL'), afterMs)
  }
  const [code, signal] = await gone
  expect([code, signal]).toEqual([null, 'SIGKILL'])
}

/** In the order they were made; of each kind by itself. */
const numbersOf = (closings: readonly Closing[], period: Closing['period']): readonly number[] =>
  closings.filter((each) => each.period === period).map(({ number }) => number)

const upTo = (many: number): readonly number[] => Array.from({ length: many }, (_, index) => index + 1)

test('killed before, in and after a closing: a shift is open, or closed with its Z; numbers have no gap', async () => {
  const folder = testFolder()
  const chance = seeded(seed)
  const cuts: readonly Cut[] = ['before', 'after', 'during']
  for (let n = 0; n < kills; n++) {
    const cut = cuts[n % cuts.length] ?? 'during'
    await oneLife({ folder, seed: chance.between(0, 2 ** 31), cut }, chance.next() * 60)
    expectWhole(folder)
  }
  expect(verifyLedger(folder).problems).toEqual([])
}, 600_000)

/** What must hold after every power cut. */
function expectWhole(folder: string): void {
  const ledger = openLedger({ folder, clock: systemClock, create: false })
  try {
    const entries = [...ledger.entriesAfter(0)]
    const facts = entries.map(({ fact }) => fact)
    const over = facts.flatMap((fact) => (fact.kind === 'shiftClosed' ? [fact.shiftId] : []))
    const made = facts.flatMap((fact) => (fact.kind === 'periodClosed' ? [fact] : []))
    const closings = made.map(({ closing }) => closing)
    const zs = closings.filter(({ period }) => period === 'shift')
    expect(zs.map(({ of }) => of)).toEqual(over)
    expect(numbersOf(closings, 'shift')).toEqual(upTo(over.length))
    for (const period of ['month', 'year'] as const) {
      const numbers = numbersOf(closings, period)
      expect(numbers).toEqual(upTo(numbers.length))
    }
    for (const { closing, signed } of made)
      expect(signed && holds(signed.publicKey, canonicalJson(closing), signed.signature)).toBe(true)
    const last = zs.at(-1)
    if (last !== undefined) expectRightFigures(entries, last)
    for (const month of closings.filter(({ period }) => period === 'month')) {
      const own = zs.filter(({ days }) => days.first.startsWith(month.of))
      expect(month.figures).toEqual(own.map(({ figures }) => figures).reduce(mergeFigures, emptyFigures))
    }
  } finally {
    ledger.close()
  }
}
