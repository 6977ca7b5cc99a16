import type { Tender, Ticket, TicketLine } from '../../cart/ticket.ts'
import { shippingSku } from '../../catalogue/off-shelf.ts'
import type { AttemptId } from '../../kernel/ids.ts'
import { commissionOf } from '../../owners/due.ts'
import { rulesOf } from '../../tax/countries/countries.ts'
import { vatWithin } from '../../tax/vat.ts'
import { namedRates, type VatClass, type VatRate } from '../../tax/vat-class.ts'
import { vatShares } from '../../tax/vat-shares.ts'
import type { Chart } from './chart.ts'
import { type Place, post, type Sheet } from './journal-entry.ts'

/** Where the postings of tickets are collected, and what tells which terminal took a card. */
export interface TicketBooks {
  readonly chart: Chart
  /** Sales of the shift. */
  readonly sales: Sheet
  /** What was sold for its owners in the shop's own name: bought from them in the same moment. */
  readonly purchases: Sheet
  /** `null`: not known. */
  terminalOf(attempt: AttemptId): string | null
}

/**
 * Posts one ticket: what was paid against turnover before VAT, the VAT that stands on the ticket, what is owed to owners,
 * duty and rounding. Refunds on the other side, under labels of their own.
 */
export function postTicket(books: TicketBooks, ticket: Ticket): void {
  const { chart } = books
  const { words } = chart
  const sign = ticket.kind === 'sale' ? 1 : -1
  const named = (label: string): string => (sign === 1 ? label : `${words.back} : ${label}`)
  const debit = (place: Place, label: string, amount: number): void =>
    post(books.sales, place, named(label), sign * amount)

  for (const tender of ticket.tenders) {
    const [place, label] = tenderPlace(books, tender)
    debit(place, label, tender.amount)
  }
  postRounding(books, sign * ticket.rounding)
  if (ticket.duty) {
    debit(chart.place('dutyOwed'), words.duty, -ticket.duty.amount)
    if (ticket.duty.borneBy === 'shop') debit(chart.place('dutyCharge'), words.duty, ticket.duty.amount)
  }
  const shares = vatShares(ticket.lines, ticket.vat)
  for (const [at, line] of ticket.lines.entries()) {
    const rate = rateOf(ticket, line.vat)
    if (line.owner?.role === 'agent') postForOwner(books, ticket, line, debit)
    else {
      const vat = shares[at] ?? 0
      postOwn(chart, line, rate, vat, debit)
      if (line.owner !== null) postPurchase(books, line, sign, named)
    }
  }
}

type Debit = (place: Place, label: string, amount: number) => void

function postOwn(chart: Chart, line: TicketLine, rate: VatRate, vat: number, debit: Debit): void {
  const { words } = chart
  const shipped = line.sku === shippingSku
  const place = shipped ? chart.place('shipping') : chart.sales(rate)
  debit(place, `${shipped ? words.shipping : words.goods} ${chart.rateName(rate)}`, -(line.gross - vat))
  if (vat !== 0) debit(chart.vat(rate), `${words.vat} ${chart.rateName(rate)}`, -vat)
}

/** The price is the owner's; the shop's turnover is its commission, and the VAT it owes is the commission's. */
function postForOwner({ chart }: TicketBooks, ticket: Ticket, line: TicketLine, debit: Debit): void {
  if (line.owner === null) return
  const { words, plan } = chart
  const { owner } = line.owner
  debit(chart.owner('ownerDues', owner), `${words.proceeds} ${chart.ownerName(owner)}`, -line.ownerDue)
  const rate: VatRate = chargesVat(ticket) ? plan.commissionVatRate : null
  const commission = commissionOf(line)
  const vat = vatWithin(commission, rate)
  debit(chart.place('commission'), `${words.commission} ${chart.rateName(rate)}`, -(commission - vat))
  if (vat !== 0) debit(chart.vat(rate), `${words.vat} ${words.commission} ${chart.rateName(rate)}`, -vat)
}

/** Sold in the shop's own name: what the owner is due is what the shop pays for the piece. */
function postPurchase(
  { chart, purchases }: TicketBooks,
  { owner, ownerDue }: TicketLine,
  sign: number,
  named: (label: string) => string,
): void {
  if (owner === null) return
  const label = named(`${chart.words.purchase} ${chart.ownerName(owner.owner)}`)
  post(purchases, chart.place('purchases'), label, sign * ownerDue)
  post(purchases, chart.owner('ownerDues', owner.owner), label, -sign * ownerDue)
}

/** Whether the shop was one that charges VAT when it sold this. */
function chargesVat({ tax }: Ticket): boolean {
  const regime = tax?.regime ?? 'liable'
  return rulesOf(tax?.country ?? 'MA').regimes.find(({ key }) => key === regime)?.chargesVat ?? true
}

/** The rate that stands on the ticket; of tickets from before rates stood there, what the class is named after. */
function rateOf(ticket: Ticket, vatClass: VatClass): VatRate {
  const rate = ticket.vat.find((total) => total.vatClass === vatClass)?.rate
  return rate === undefined ? namedRates[vatClass] : rate
}

function tenderPlace({ chart, terminalOf }: TicketBooks, tender: Tender): readonly [Place, string] {
  if (tender.kind !== 'card') return [chart.place(tender.kind), chart.words[tender.kind]]
  const terminal = terminalOf(tender.attemptId)
  return [chart.card(terminal), cardLabel(chart, terminal)]
}

/** How lines of card money are named: by the terminal that took it. */
export const cardLabel = ({ words }: Chart, terminal: string | null): string =>
  terminal === null ? words.card : `${words.card} ${terminal}`

/** @param kept > 0: the shop kept more than the price */
function postRounding({ chart, sales }: TicketBooks, kept: number): void {
  const place = chart.place(kept > 0 ? 'roundingGain' : 'roundingLoss')
  post(sales, place, chart.words.rounding, -kept)
}
