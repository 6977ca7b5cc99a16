import type { TerminalTakings } from '#shared/closing/closing-figures.ts'
import {
  type BatchOfPeriod,
  type ClosedStretch,
  type ClosingWorld,
  closingFiguresOf,
  terminalsOf,
} from '#shared/closing/closing-figures-of.ts'
import { closingKinds } from '#shared/closing/closing-kinds.ts'
import { drawerSums } from '#shared/closing/drawer-sums.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { Dirham } from '#shared/money/amount.ts'
import { netOf } from '#shared/settlement/totals.ts'
import type { BookShift } from './books-handles.ts'
import type { ReadLedger } from './handles.ts'
import type { BatchRow } from './settlement-handles.ts'

/** The moment of a closing, and the count that comes with it. */
export type Moment = Pick<ClosingWorld, 'count' | 'parked' | 'waiting'>

/** Of a shift that was closed before closings were kept: what waited then is not known any more. */
const longAgo: Moment = { count: null, parked: 0, waiting: 0 }

/**
 * A shift in figures, from its own stretch of the journal: up to its closing, or up to now.
 * @param moment absent: as it was closed
 */
export function shiftStretch(ledger: ReadLedger, shift: BookShift, moment: Moment = longAgo): ClosedStretch {
  const through = shift.closed ?? ledger.head()?.seq ?? shift.opened
  const stretch = closingFiguresOf(ledger.entriesBetween(shift.opened, through, closingKinds), {
    ...moment,
    factsOfSale: (sale) => ledger.factsOfSale(sale),
    terminalOf: (attempt) => ledger.attempt(attempt)?.terminal ?? null,
    batches: batchesBetween(ledger, shift.opened, through),
  })
  if (shift.closed !== null) return stretch
  // As the till itself counts: a practice drawer begins with what is in the real one.
  const drawer = drawerSums(ledger.drawer(shift.shiftId), moment.count?.counted ?? null)
  return { ...stretch, figures: { ...stretch.figures, drawer } }
}

/** Carts that are set aside, and messages that wait, now. */
export const momentNow = (ledger: ReadLedger): Omit<Moment, 'count'> => {
  const parked = new Set<string>()
  for (const fact of ledger.unfinishedFacts()) {
    if (fact.kind === 'saleParked') parked.add(fact.saleId)
    if (fact.kind === 'saleResumed') parked.delete(fact.saleId)
  }
  return { parked: parked.size, waiting: ledger.outboxCounts().waiting }
}

/** Batches read at a time; a day has a few. */
const atOnce = 50

/** Batches that were frozen in a stretch of the journal, newest first. */
function batchesBetween(ledger: ReadLedger, from: Seq, through: Seq): readonly BatchOfPeriod[] {
  const found: BatchOfPeriod[] = []
  for (let before: number = through + 1; ; ) {
    const rows = ledger.listBatches(before as Seq, atOnce)
    found.push(...rows.filter(({ seq }) => seq >= from).map(batchOf))
    const last = rows.at(-1)
    if (last === undefined || last.seq < from || rows.length < atOnce) return found
    before = last.seq
  }
}

/** What the other side said a batch comes to; one that it agreed to without a figure comes to ours. */
const toldOf = ({ told, state, totals }: BatchRow): Dirham | null =>
  told?.net ?? (state === 'agreed' ? netOf(totals) : null)

const batchOf = (batch: BatchRow): BatchOfPeriod => ({
  terminal: batch.terminal,
  told: toldOf(batch),
  disputed: batch.state === 'disputed',
})

/**
 * The terminals of a shift beside all that was settled from its opening until the next one's, as it stands now: a shift is
 * mostly settled after it was closed, and its closing cannot know.
 * @param ours as its closing says
 */
export function terminalsSince(
  ledger: ReadLedger,
  shift: BookShift,
  ours: readonly TerminalTakings[],
): readonly TerminalTakings[] {
  const later = ledger
    .shiftsOn({ from: '0000-01-01', to: '9999-12-31' })
    .find(({ opened }) => opened > shift.opened)
  const through = later === undefined ? ledger.head()?.seq : later.opened
  return terminalsOf(
    new Map(ours.map((each) => [each.terminal, each.ours])),
    batchesBetween(ledger, shift.opened, through ?? shift.opened),
  )
}
