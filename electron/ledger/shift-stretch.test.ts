import { expect, test } from 'vitest'
import type { Seq } from '#shared/kernel/ids.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'
import type { BatchState } from '#shared/settlement/batch.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import type { ReadLedger } from './handles.ts'
import type { BatchRow } from './settlement-handles.ts'
import { shiftStretch, terminalsSince } from './shift-stretch.ts'

const none = { count: 0, amount: dirham(0) }
const groups = { sales: null, saleReversals: null, refunds: null, refundReversals: null }

/** A settlement of a terminal that comes to 50.00, as the other side has answered it. */
const batch = (seq: number, terminal: string, state: BatchState, net: Dirham | null): BatchRow =>
  ({
    seq: seq as Seq,
    terminal,
    state,
    totals: {
      sales: { count: 1, amount: dirham(5000) },
      saleReversals: none,
      refunds: none,
      refundReversals: none,
    },
    told: net === null ? null : { groups, net },
  }) as BatchRow

/** Two days of a shop whose last shift is open, with these settlements besides. */
function shop(batches: (opened: readonly number[]) => readonly BatchRow[]) {
  const folder = testFolder()
  generateLedger(folder, { items: 30, tickets: 120 })
  const real = testLedger(folder)
  const shifts = real.shiftsOn({ from: '2024-01-01', to: '2024-12-31' })
  const all = batches(shifts.map(({ opened }) => opened)).toSorted((a, b) => b.seq - a.seq)
  const ledger: ReadLedger = {
    ...real,
    listBatches: (before, limit) => all.filter(({ seq }) => before === null || seq < before).slice(0, limit),
  }
  const [first, second] = shifts
  if (first === undefined || second === undefined) throw new Error('the shop traded on two days')
  return { ledger, first, second }
}

test('a closing has what was told of the settlements of its own stretch, and knows what was not', () => {
  const { ledger, first, second } = shop(([one = 0, two = 0]) => [
    batch(one + 1, 'elsewhere', 'agreed', null),
    batch(one + 2, 'elsewhere', 'disputed', dirham(4000)),
    batch(one + 3, 'silent', 'frozen', null),
    batch(two + 1, 'elsewhere', 'agreed', null),
  ])
  const said = (of: typeof first) =>
    shiftStretch(ledger, of).figures.terminals.filter(({ ours }) => ours.count === 0)
  expect(said(first)).toEqual([
    { terminal: 'elsewhere', ours: none, told: 9000, disputed: 1 },
    { terminal: 'silent', ours: none, told: null, disputed: 0 },
  ])
  expect(said(second)).toMatchObject([{ terminal: 'elsewhere', told: 5000 }])
})

test('more settlements than are read at once are all there', () => {
  const { ledger, first } = shop(([one = 0]) =>
    Array.from({ length: 120 }, (_, index) => batch(one + 1 + index, 't', 'agreed', null)),
  )
  expect(shiftStretch(ledger, first).figures.terminals.find(({ terminal }) => terminal === 't')?.told).toBe(
    120 * 5000,
  )
})

test('beside a closed shift stands what was settled since, until the next one opened', () => {
  const { ledger, first, second } = shop(([, two = 0]) => [
    batch(two - 1, 'late', 'agreed', null),
    batch(two + 1, 'late', 'agreed', null),
  ])
  const closed = shiftStretch(ledger, first).figures.terminals
  const ours = [{ terminal: 'late', ours: { count: 2, amount: dirham(6000) }, told: null, disputed: 0 }]
  expect(closed.length).toBeGreaterThan(0)
  expect(terminalsSince(ledger, first, ours)).toEqual([{ ...ours[0], told: 5000 }])
  expect(terminalsSince(ledger, second, ours)).toEqual([{ ...ours[0], told: 5000 }])
})
