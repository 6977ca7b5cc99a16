import type { BookShift } from '#electron/ledger/books-handles.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { cardEntries, type SettledLine, settledOn } from '#shared/books/accounting/card-entries.ts'
import { ownerPaymentEntry } from '#shared/books/accounting/cash-entries.ts'
import type { Chart } from '#shared/books/accounting/chart.ts'
import type { JournalEntry } from '#shared/books/accounting/journal-entry.ts'
import { type NumberedEntry, numberEntries } from '#shared/books/accounting/number-entries.ts'
import { bookedKinds, shiftBook } from '#shared/books/accounting/shift-book.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import { type BusinessDay, localDay } from '#shared/kernel/stamp.ts'
import type { Dirham } from '#shared/money/amount.ts'

/** The journal of some days. */
export interface DaysJournal {
  readonly entries: readonly NumberedEntry[]
  /** Shifts of these days that are still open: nothing of them is booked yet. */
  readonly openShifts: number
}

type Progress = (done: number, of: number) => void

/**
 * Books all shifts of some days that were closed, what acquirers paid on them, and what owners were paid outside of shifts.
 * Reads each shift's stretch of the journal once; holds sums and entries, never tickets.
 */
export function journalOfDays(
  ledger: ReadLedger,
  range: DayRange,
  chart: Chart,
  progress: Progress = () => undefined,
): DaysJournal {
  const shifts = ledger.shiftsOn(range)
  const entries: JournalEntry[] = []
  let counted = countBefore(ledger, range.from)
  for (const [at, shift] of shifts.entries()) {
    progress(at, shifts.length)
    if (shift.closed === null) continue
    const book = shiftBook(chart)
    for (const { fact, at: when } of ledger.entriesBetween(shift.opened, shift.closed, bookedKinds))
      book.add(fact, when)
    entries.push(...book.entries(pieceOf(ledger, shift), counted))
    counted = book.counted()
  }
  entries.push(...ownerEntries(ledger, range, chart), ...cardEntries(chart, settledIn(ledger, range)))
  progress(shifts.length, shifts.length)
  return {
    entries: numberEntries(entries),
    openShifts: shifts.filter(({ closed }) => closed === null).length,
  }
}

/** Its Z; of shifts from before there were any, its place in the till's journal. */
function pieceOf(ledger: ReadLedger, { shiftId, opened }: BookShift): string {
  const row = ledger.closingOf('shift', shiftId)
  return row === null ? `S${opened}` : `Z${row.closing.number}`
}

const dayMs = 86_400_000
const daysBefore = (day: BusinessDay, days: number): BusinessDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10)

/** What the drawer held when it was counted last before a day; `null`: it was not in the year before. */
function countBefore(ledger: ReadLedger, day: BusinessDay): Dirham | null {
  const to = daysBefore(day, 1)
  for (const days of [31, 366]) {
    const last = ledger
      .shiftsOn({ from: daysBefore(day, days), to })
      .findLast(({ closed }) => closed !== null)
    if (last === undefined || last.closed === null) continue
    for (const { fact } of ledger.entriesBetween(last.closed, last.closed, ['shiftClosed']))
      return fact.drawer.counted
  }
  return null
}

function ownerEntries(ledger: ReadLedger, range: DayRange, chart: Chart): readonly JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const { owner } of ledger.owners())
    for (const move of ledger.ownerMoves(owner, range)) {
      if (move.kind !== 'payment' || move.fact.shiftId !== null) continue
      const entry = ownerPaymentEntry(chart, move.fact, `P${move.seq}`, move.businessDay)
      if (entry !== null) entries.push(entry)
    }
  return entries
}

/** A statement comes some time before or after the days it tells of, never a year. */
const statementDays = 366
const mostStatements = 10_000

function settledIn(ledger: ReadLedger, { from, to }: DayRange): readonly SettledLine[] {
  const since = daysBefore(from, statementDays)
  return ledger
    .listStatements(mostStatements)
    .map((statement) => ({ ...statement, importedOn: localDay(statement.importedAt) }))
    .filter(({ importedOn }) => importedOn >= since)
    .toReversed()
    .flatMap(({ statement, acquirer, importedOn }) =>
      ledger.statementLines(statement).map(({ line, movement }): SettledLine => {
        const terminal = movement === null ? null : (ledger.findMovement(movement)?.terminal ?? null)
        return { acquirer, importedOn, line, terminal }
      }),
    )
    .filter((line) => settledOn(line) >= from && settledOn(line) <= to)
}
