import type { BookShift } from '#electron/ledger/books-handles.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { momentNow, shiftStretch, terminalsSince } from '#electron/ledger/shift-stretch.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { eveningSlipDocument } from '#shared/receipt/evening-slip.ts'
import type { ShiftFigures } from '#shared/receipt/shift-figures.ts'
import { shiftReportDocument } from '#shared/receipt/shift-report.ts'
import { type Lay, laid, settingsOf } from './paper-world.ts'

/** X while the shift is open, Z once it is closed. */
export const layShiftReport: Lay<'shiftReport'> = async ({ shift: id, language }, source, world) => {
  const { ledger, copy, training } = source
  const shift = figuresOf(ledger, id)
  if (shift === null) return null
  return laid(
    shiftReportDocument({
      shift,
      language,
      settings: settingsOf(source),
      till: ledger.tillId,
      printedAt: world.clock.now(),
      copy,
      training,
    }),
  )
}

/** The day for the owner: its takings as they were closed, and what is left to do as it stands now. */
export const layEveningSlip: Lay<'eveningSlip'> = async ({ shift: id, language }, source, world) => {
  const { ledger, copy, training } = source
  const shift = figuresOf(ledger, id)
  const found = findShift(ledger, id)
  if (shift === null || shift.closedAt === null) return null
  return laid(
    eveningSlipDocument({
      shift,
      terminals:
        found === null ? shift.figures.terminals : terminalsSince(ledger, found, shift.figures.terminals),
      left: { ...momentNow(ledger), marketTasks: ledger.onlineTasks().length + ledger.soldTwice().length },
      language,
      settings: settingsOf(source),
      printedAt: world.clock.now(),
      copy,
      training,
    }),
  )
}

function findShift(ledger: ReadLedger, id: ShiftId): BookShift | null {
  const day = ledger.findShift(id)?.businessDay
  if (day === undefined) return null
  return ledger.shiftsOn({ from: day, to: day }).find(({ shiftId }) => shiftId === id) ?? null
}

/** What its closing says; of one that has none, what its stretch of the journal comes to. `null`: no such shift. */
function figuresOf(ledger: ReadLedger, id: ShiftId): ShiftFigures | null {
  const row = ledger.findShift(id)
  if (row === null) return null
  const { shiftId, businessDay, cashier, openedAt } = row
  const head = { shiftId, businessDay, cashier, openedAt }
  const own = ledger.closingOf('shift', shiftId)
  if (own !== null && own.closing.notes !== null) {
    const { number, closedAt, notes, head: hash, tickets, figures, ...sealed } = own.closing
    const { grandTotal, absoluteTotal, restores } = sealed
    const totals = { grandTotal, absoluteTotal, restores }
    return { ...head, number, closedAt, notes, hash, tickets, figures, ...totals, signed: own.signed }
  }
  const shift = findShift(ledger, id)
  if (shift === null) return null
  return shift.closed === null ? soFar(ledger, shift, head) : closedLongAgo(ledger, shift, head)
}

type Head = Pick<ShiftFigures, 'shiftId' | 'businessDay' | 'cashier' | 'openedAt'>

const soFar = (ledger: ReadLedger, shift: BookShift, head: Head): ShiftFigures => ({
  ...head,
  ...shiftStretch(ledger, shift, { count: null, ...momentNow(ledger) }),
  closedAt: null,
  number: null,
  grandTotal: ledger.grandTotal(),
  absoluteTotal: ledger.absoluteTotal(),
  restores: ledger.restores().length,
  hash: ledger.head()?.hash ?? '',
  signed: null,
})

/** Before closings were kept: the shift's end said its drawer and the perpetual total, and no more. */
function closedLongAgo(ledger: ReadLedger, shift: BookShift, head: Head): ShiftFigures {
  const at = shift.closed ?? shift.opened
  const [end] = ledger.entriesBetween(at, at, ['shiftClosed'])
  if (end === undefined) throw new Error(`shift ${shift.shiftId} is closed by no entry`)
  return {
    ...head,
    ...shiftStretch(ledger, shift),
    closedAt: end.at,
    number: null,
    grandTotal: end.fact.grandTotal,
    absoluteTotal: null,
    restores: 0,
    hash: end.hash,
    signed: null,
  }
}
