import type { FactOf } from '../../checkout/fact.ts'
import type { CashPurpose } from '../../closing/cash-purpose.ts'
import type { Dirham } from '../../money/amount.ts'
import { withoutCardNumbers } from '../../settlement/card-digits.ts'
import type { Chart } from './chart.ts'
import { type EntryHead, entryOf, type JournalEntry, newSheet, type Place, post } from './journal-entry.ts'

/** Head of an entry of a shift, but for what it is. */
export type ShiftHead = Pick<EntryHead, 'date' | 'validatedOn' | 'piece'>

type CashMove = FactOf<'cashMoved'>
type OwnerPayment = FactOf<'ownerPaid'>

/**
 * Cash that moved for anything but a sale. What went to an owner is booked by their payment's own fact, which says more.
 * @param previousCount what the drawer held when it was counted last; `null`: it never was
 */
export function cashEntries(
  chart: Chart,
  head: ShiftHead,
  shift: {
    readonly float: Dirham
    readonly previousCount: Dirham | null
    readonly moves: readonly CashMove[]
    readonly ownerPayments: readonly OwnerPayment[]
    readonly difference: Dirham
  },
): readonly JournalEntry[] {
  const { words } = chart
  const made: JournalEntry[] = []
  const book = (label: string, lines: readonly (readonly [Place, number])[]): void => {
    const sheet = newSheet()
    for (const [place, amount] of lines) post(sheet, place, label, amount)
    const piece = `${head.piece}-C${made.length + 1}`
    const entry = entryOf({ ...head, journal: 'CAI', piece, label }, sheet)
    if (entry !== null) made.push(entry)
  }
  const cash = chart.place('cash')
  const fromSafe = shift.float - (shift.previousCount ?? 0)
  book(words.float, [
    [cash, fromSafe],
    [chart.place('safe'), -fromSafe],
  ])
  for (const { direction, amount, reason, purpose = 'other' } of withoutPaid(
    shift.moves,
    shift.ownerPayments,
  )) {
    const into = direction === 'in' ? amount : -amount
    book(moveLabel(chart, direction, purpose, reason), [
      [cash, into],
      [counterpart(chart, direction, purpose), -into],
    ])
  }
  for (const payment of shift.ownerPayments.filter(({ by }) => by === 'cash'))
    book(paymentLabel(chart, payment), [
      [paidPlace(chart, payment), payment.amount],
      [cash, -payment.amount],
    ])
  const over = shift.difference > 0
  book(words.drawer, [
    [cash, shift.difference],
    [chart.place(over ? 'drawerOver' : 'drawerShort'), -shift.difference],
  ])
  return made
}

/** A payment in cash comes with a move of the same amount: only one of the two is booked. */
function withoutPaid(moves: readonly CashMove[], payments: readonly OwnerPayment[]): readonly CashMove[] {
  const paid = payments.filter(({ by }) => by === 'cash').map(({ amount }) => amount)
  return moves.filter(({ purpose, direction, amount }) => {
    if (purpose !== 'owner' || direction === 'in') return true
    const at = paid.indexOf(amount)
    if (at >= 0) paid.splice(at, 1)
    return at < 0
  })
}

function counterpart(chart: Chart, direction: CashMove['direction'], purpose: CashPurpose): Place {
  switch (purpose) {
    case 'change':
    case 'bank':
      return chart.place('bankTransit')
    case 'expense':
      return chart.place('expense')
    case 'owner':
      return chart.place('ownerAdvances')
    default:
      return chart.place(direction === 'in' ? 'suspenseIn' : 'suspenseOut')
  }
}

function moveLabel(
  { words }: Chart,
  direction: CashMove['direction'],
  purpose: CashPurpose,
  reason: string,
): string {
  const named = {
    change: words.change,
    bank: words.toBank,
    expense: words.expense,
    owner: words.advance,
    other: direction === 'in' ? words.cashIn : words.cashOut,
  }[purpose]
  return reason === '' ? named : `${named} : ${withoutCardNumbers(reason)}`
}

const paidPlace = (chart: Chart, { what, owner }: OwnerPayment): Place =>
  chart.owner(what === 'advance' ? 'ownerAdvances' : 'ownerDues', owner)

function paymentLabel(chart: Chart, { what, owner, reference }: OwnerPayment): string {
  const label = `${chart.words[what]} ${chart.ownerName(owner)}`
  return reference === '' ? label : `${label} ${withoutCardNumbers(reference)}`
}

/** A payment that did not come out of the drawer; `null` for one that did. */
export function ownerPaymentEntry(
  chart: Chart,
  payment: OwnerPayment,
  piece: string,
  validatedOn: string,
): JournalEntry | null {
  if (payment.by === 'cash') return null
  const sheet = newSheet()
  const label = paymentLabel(chart, payment)
  post(sheet, paidPlace(chart, payment), label, payment.amount)
  post(sheet, chart.place(payment.by === 'mobile' ? 'mobile' : 'bank'), label, -payment.amount)
  return entryOf({ journal: 'BQ', date: payment.businessDay, validatedOn, piece, label }, sheet)
}
