import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Closing } from '#shared/closing/closing.ts'
import type { ClosingFigures } from '#shared/closing/closing-figures.ts'
import type { Seq, ShiftId } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Owner } from '#shared/owners/owner.ts'
import { stoppedClock } from './ledger-folder.ts'

const none = dirham(0)
const nothing = { count: 0, amount: none }

/** Of a period in which nothing happened. */
export const emptyFigures: ClosingFigures = {
  sales: nothing,
  refunds: nothing,
  voids: nothing,
  cancelled: nothing,
  gross: none,
  absolute: none,
  discounts: none,
  rounding: none,
  vat: [],
  tenders: [],
  cards: [],
  terminals: [],
  overrides: nothing,
  noSales: 0,
  reprints: 0,
  cashMoves: [],
  drawer: {
    float: none,
    cash: none,
    in: none,
    out: none,
    expected: none,
    counted: none,
    difference: none,
  },
  duty: [],
  owners: [],
  standingTests: nothing,
  unknownAttempts: nothing,
  parked: 0,
  waiting: 0,
}

/** An artisan as somebody might enter them. */
export const someOwner = (owner: string, part: Partial<Owner> = {}): Owner => ({
  owner,
  name: owner,
  nameAr: '',
  phone: '',
  language: 'fr',
  role: 'principal',
  share: null,
  account: '',
  registration: '',
  village: '',
  craft: '',
  ...part,
})

/** Closes whatever shift is open, without a Z: as tills did before there were closings. */
export function closeWithoutZ(ledger: Ledger, at: Stamp = stoppedClock.now()): void {
  const shift = ledger.openShift()
  if (shift === null) return
  const { float, cash, in: cashIn, out } = ledger.drawer(shift.shiftId)
  const expected = dirham(float + cash + cashIn - out)
  const drawer = { float, cash, in: cashIn, out, expected, counted: expected, difference: none }
  ledger.append(
    [{ kind: 'shiftClosed', shiftId: shift.shiftId, drawer, grandTotal: ledger.grandTotal() }],
    'amina',
    at,
  )
}

/** A shift in which nothing happened, with its Z. @returns the closing's entry */
export function closeEmptyShift(ledger: Ledger, id: string, at: Stamp = stoppedClock.now()): Seq {
  const shiftId = id as ShiftId
  const businessDay = '2024-01-02'
  const [opened] = ledger.append(
    [{ kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float: none }],
    'amina',
    at,
  )
  if (opened === undefined) throw new Error('a shift was opened')
  const closing: Closing = {
    version: 1,
    period: 'shift',
    number: ledger.lastClosingNumber('shift') + 1,
    of: shiftId,
    days: { first: businessDay, last: businessDay },
    till: ledger.tillId,
    closedAt: at,
    by: 'amina',
    entries: { first: opened.seq, last: opened.seq },
    head: opened.hash,
    tickets: null,
    figures: emptyFigures,
    notes: { overrides: [], noSales: [], reprints: [], cashMoves: [], count: null },
    grandTotal: ledger.grandTotal(),
    absoluteTotal: ledger.absoluteTotal(),
    restores: ledger.restores().length,
  }
  const facts: readonly Fact[] = [
    { kind: 'shiftClosed', shiftId, drawer: emptyFigures.drawer, grandTotal: ledger.grandTotal() },
    { kind: 'periodClosed', closing, signed: null },
  ]
  return ledger.append(facts, 'amina', at).at(-1)?.seq ?? opened.seq
}

/** Artisans, money given to one, a backup brought back, a shift with its Z: something in every table of the books. */
export function liveOnBooks(ledger: Ledger): void {
  const at = stoppedClock.now()
  const [first] = ledger.owners()
  if (first === undefined) throw new Error('no piece is anybody’s')
  const balance = dirham(first.due - first.paid)
  closeWithoutZ(ledger)
  ledger.append(
    [
      { kind: 'ownersChanged', owners: [someOwner(first.owner), someOwner('nobody yet')] },
      {
        kind: 'ownerPaid',
        owner: first.owner,
        what: 'advance',
        amount: dirham(5000),
        by: 'transfer',
        reference: 'virement 12',
        businessDay: '2024-01-02',
        shiftId: null,
        period: null,
        before: balance,
        after: dirham(balance - 5000),
      },
    ],
    'driss',
    at,
  )
  const newest = ledger.head()
  if (newest === null) throw new Error('the ledger is empty')
  ledger.append(
    [
      {
        kind: 'ledgerRestored',
        from: { seq: newest.seq, hash: newest.hash },
        backupMadeAt: at,
        backup: '0'.repeat(64),
        lastTicketSeen: ledger.nextTicketNumber() - 1,
        nonce: 'a nonce',
      },
    ],
    '',
    at,
  )
  closeEmptyShift(ledger, 'a shift with a Z')
}
