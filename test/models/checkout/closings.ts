import { expect } from 'vitest'
import type { Command } from '#shared/checkout/command.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { Circumstances } from '#shared/checkout/step.ts'
import type { Closing } from '#shared/closing/closing.ts'
import { closingFiguresOf } from '#shared/closing/closing-figures-of.ts'
import { countHolds } from '#shared/closing/drawer-count.ts'
import type { AttemptId, SaleId, Seq, ShiftId, TillId } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'
import type { RawEntry } from '#test/harness/books-oracle.ts'
import { rawFigures } from '#test/harness/closing-oracle.ts'

/** Facts as entries, one a second. */
const entriesOf = (facts: readonly Fact[]): readonly RawEntry[] =>
  facts.map((fact, index) => ({ fact, by: 'amina', at: { utcMs: index * 1000, offsetMinutes: 60 } }))

/** What a till's books would prepare, from the facts alone. No month is ever over here. */
export function closingCircumstances(
  facts: readonly Fact[],
  command: Command | null,
  at: Stamp,
  waiting: number,
): Pick<Circumstances, 'closing' | 'closingRefusal' | 'dueClosings'> {
  const closing = command?.type === 'closeShift' ? shiftClosing(facts, command, at, waiting) : null
  return {
    closing: closing && { closing, signed: null },
    closingRefusal: command?.type === 'closePeriod' ? refuse('periodNotOver') : null,
    dueClosings: [],
  }
}

function shiftClosing(
  facts: readonly Fact[],
  { counted, count = null }: Extract<Command, { type: 'closeShift' }>,
  at: Stamp,
  waiting: number,
): Closing | null {
  const from = facts.findLastIndex((fact) => fact.kind === 'shiftOpened')
  const opened = facts[from]
  if (opened?.kind !== 'shiftOpened' || !countHolds(count, counted)) return null
  const stretch = closingFiguresOf(entriesOf(facts).slice(from), {
    count: { counted, pieces: count },
    parked: parkedIn(facts),
    waiting,
    batches: [],
    factsOfSale: (sale: SaleId) => facts.filter((fact) => 'saleId' in fact && fact.saleId === sale),
    terminalOf: (attempt: AttemptId) => {
      const begun = facts.find((fact) => fact.kind === 'attemptStarted' && fact.attemptId === attempt)
      return begun?.kind === 'attemptStarted' ? begun.terminal : null
    },
  })
  const totals = [...closings(facts).map(({ closing }) => closing.figures), stretch.figures]
  return {
    version: 1,
    period: 'shift',
    number: closings(facts).length + 1,
    of: opened.shiftId,
    days: { first: opened.businessDay, last: opened.businessDay },
    till: 'till' as TillId,
    closedAt: at,
    by: 'amina',
    entries: { first: (from + 1) as Seq, last: facts.length as Seq },
    head: `hash-${facts.length}`,
    ...stretch,
    grandTotal: all(totals.map(({ gross }) => gross)),
    absoluteTotal: all(totals.map(({ absolute }) => absolute)),
    restores: 0,
  }
}

const all = (amounts: readonly Dirham[]): Dirham => dirham(amounts.reduce((total, each) => total + each, 0))

function parkedIn(facts: readonly Fact[]): number {
  const parked = new Set<SaleId>()
  for (const fact of facts) {
    if (fact.kind === 'saleParked') parked.add(fact.saleId)
    if (fact.kind === 'saleResumed' || fact.kind === 'saleCancelled') parked.delete(fact.saleId)
  }
  return parked.size
}

const closings = (facts: readonly Fact[]): readonly FactOf<'periodClosed'>[] =>
  facts.filter((fact): fact is FactOf<'periodClosed'> => fact.kind === 'periodClosed')

/** Each shift that is over has one Z, right behind its end, gaplessly numbered; each figure is what the oracle says. */
export function expectClosings(facts: readonly Fact[]): void {
  const over = facts.flatMap((fact): ShiftId[] => (fact.kind === 'shiftClosed' ? [fact.shiftId] : []))
  expect(closings(facts).map(({ closing }) => closing.of)).toEqual(over)
  expect(closings(facts).map(({ closing }) => closing.number)).toEqual(over.map((_, index) => index + 1))
  facts.forEach((fact, index) => {
    if (fact.kind !== 'periodClosed') return
    expect(facts[index - 1]).toMatchObject({ kind: 'shiftClosed', shiftId: fact.closing.of })
    expectRightFigures(entriesOf(facts), fact.closing)
  })
}

/** Every figure of a shift's closing, worked out a second time. */
export function expectRightFigures(entries: readonly RawEntry[], { of, figures }: Closing): void {
  const { waiting: _waiting, terminals, ...said } = figures
  const own = terminals.filter(({ ours }) => ours.count > 0).map(({ terminal, ours }) => ({ terminal, ours }))
  expect({ ...said, terminals: own }).toEqual(rawFigures(entries, of))
}
