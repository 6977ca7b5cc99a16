import type { ClosingRow } from '#electron/ledger/books-handles.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { duePeriodsOf } from '#electron/ledger/period-closings.ts'
import { momentNow, shiftStretch, terminalsSince } from '#electron/ledger/shift-stretch.ts'
import { holds } from '#electron/platform/shop-key.ts'
import type { ClosingDetail, ClosingLine, Reading, SealState } from '#shared/contract/books/closings-door.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { isPublicKey, keyFingerprint } from '#shared/receipt/key-fingerprint.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'

export const closingProcedures = {
  list: door.closings.list.handler(({ context, input }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const rows = context.till.ledger.listClosings(input.period, input.before, input.limit)
    return { ok: true, value: rows.map(lineOf) }
  }),

  get: door.closings.get.handler(({ context, input }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const { ledger } = context.till
    const row = ledger.findClosing(input.seq)
    if (row === null) return { ok: false, refusal: refuse('unknownClosing') }
    return { ok: true, value: detailOf(ledger, row) }
  }),

  due: door.closings.due.handler(({ context }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const { ledger, clock } = context.till
    return { ok: true, value: duePeriodsOf(ledger, clock.now()) }
  }),

  reading: door.closings.reading.handler(({ context }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    return { ok: true, value: readingOf(context.till.ledger) }
  }),
}

function lineOf({ seq, closing }: ClosingRow): ClosingLine {
  const { period, number, of, days, closedAt, by, figures } = closing
  const { sales, refunds, gross, drawer } = figures
  const tickets = sales.count + refunds.count
  return { seq, period, number, of, days, closedAt, by, tickets, gross, difference: drawer.difference }
}

function detailOf(ledger: ReadLedger, { seq, closing, signed }: ClosingRow): ClosingDetail {
  const { from, to } = { from: closing.days.first, to: closing.days.last }
  const shift =
    closing.period === 'shift'
      ? ledger.shiftsOn({ from, to }).find(({ shiftId }) => shiftId === closing.of)
      : undefined
  const { terminals } = closing.figures
  return {
    seq,
    closing,
    seal: sealOf(ledger, { seq, closing, signed }),
    key: signed && isPublicKey(signed.publicKey) ? keyFingerprint(signed.publicKey) : null,
    terminals: shift === undefined ? terminals : terminalsSince(ledger, shift, terminals),
  }
}

function sealOf(ledger: ReadLedger, { closing, signed }: ClosingRow): SealState {
  if (signed === null) return 'none'
  if (!holds(signed.publicKey, canonicalJson(closing), signed.signature)) return 'broken'
  return ledger.shopKeys().some(({ publicKey }) => publicKey === signed.publicKey) ? 'good' : 'stranger'
}

function readingOf(ledger: ReadLedger): Reading | null {
  const open = ledger.openShift()
  if (open === null) return null
  const { businessDay, shiftId, cashier } = open
  const shift = ledger
    .shiftsOn({ from: businessDay, to: businessDay })
    .find((each) => each.shiftId === shiftId)
  if (shift === undefined) return null
  return {
    shiftId,
    businessDay,
    cashier,
    ...shiftStretch(ledger, shift, { count: null, ...momentNow(ledger) }),
    grandTotal: ledger.grandTotal(),
    absoluteTotal: ledger.absoluteTotal(),
  }
}
