import type { BookEntry } from '#electron/ledger/books-handles.ts'
import type { Tender, Ticket } from '#shared/cart/ticket.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'
import { extrasOf, writeLines } from './line-rows.ts'
import type { RowDesk } from './row-desk.ts'
import { moment } from './table-files.ts'
import { notTaxable, rateOfTotal, vatKey } from './vat-keys.ts'

type TicketEntry = BookEntry<FactOf<'saleCompleted' | 'refundCompleted'>>

/**
 * All rows of one ticket. What its lines do not say of what was paid (cash rounding, duty borne by the customer) is a line of
 * its own that is not taxable, so that lines, VAT and payments of a transaction each come to its gross.
 */
export function writeTicket(
  desk: RowDesk,
  { seq, at, hash, fact: { ticket } }: TicketEntry,
  openedAt: Stamp,
  parkedAs: string | null,
): void {
  const { files, head } = desk
  const sign = ticket.kind === 'sale' ? 1 : -1
  const transaction = String(seq)
  const paid = ticket.tenders.reduce((sum, { amount }) => sum + amount, 0)
  files.add('transactions', head, {
    BON_ID: transaction,
    BON_NR: ticket.number,
    BON_TYP: 'Beleg',
    TERMINAL_ID: head.till,
    BON_STORNO: false,
    BON_START: moment(openedAt),
    BON_ENDE: moment(at),
    BEDIENER_ID: ticket.cashier,
    BEDIENER_NAME: ticket.cashier,
    UMS_BRUTTO: sign * paid,
  })
  if (parkedAs !== null)
    files.add('allocationGroups', head, {
      BON_ID: transaction,
      ABRECHNUNGSKREIS: withoutCardNumbers(parkedAs),
    })
  writeLines(desk, transaction, ticket, sign)
  writeVat(desk, transaction, ticket, sign)
  for (const tender of ticket.tenders) writePayment(desk, transaction, tender, sign, ticket.currency)
  writeReferences(desk, transaction, ticket)
  writeChain(desk, transaction, { openedAt, at, seq, hash, what: 'Kassenbeleg-V1', said: `${ticket.number}` })
}

/** As the ticket says it, by rate; never worked out again from its lines. */
function writeVat({ files, head }: RowDesk, transaction: string, ticket: Ticket, sign: number): void {
  const totals = new Map<number, { gross: number; vat: number }>()
  const add = (key: number, gross: number, vat: number): void => {
    const sums = totals.get(key) ?? { gross: 0, vat: 0 }
    totals.set(key, { gross: sums.gross + gross, vat: sums.vat + vat })
  }
  for (const total of ticket.vat) add(vatKey(rateOfTotal(total)), total.gross, total.vat)
  for (const { amount } of extrasOf(ticket)) if (amount !== 0) add(notTaxable, amount, 0)
  for (const [key, { gross, vat }] of totals)
    files.add('transactionsVat', head, {
      BON_ID: transaction,
      UST_SCHLUESSEL: key,
      BON_BRUTTO: sign * gross,
      BON_NETTO: sign * (gross - vat),
      BON_UST: sign * vat,
    })
}

const paymentTypes: Readonly<Record<Tender['kind'], string>> = {
  cash: 'Bar',
  card: 'Kreditkarte',
  mobile: 'ElZahlungsdienstleister',
  transfer: 'Unbar',
  cheque: 'Unbar',
  online: 'Unbar',
}

function writePayment(
  desk: RowDesk,
  transaction: string,
  tender: Tender,
  sign: number,
  currency: string,
): void {
  const type = paymentTypes[tender.kind]
  const name = tender.kind === 'card' ? (tender.approval?.scheme ?? 'card') : tender.kind
  writePaid(desk, transaction, type, type === 'Bar' ? '' : name, sign * tender.amount, currency)
}

export function writePaid(
  { files, head, sums }: RowDesk,
  transaction: string,
  type: string,
  name: string,
  amount: number,
  currency: string,
): void {
  files.add('dataPayment', head, {
    BON_ID: transaction,
    ZAHLART_TYP: type,
    ZAHLART_NAME: name,
    ZAHLWAEH_CODE: currency,
    ZAHLWAEH_BETRAG: amount,
    BASISWAEH_BETRAG: amount,
  })
  sums.addPayment(type, name, amount)
}

/** From each line that comes back to the transaction it was sold in. */
function writeReferences({ files, head, originOf }: RowDesk, transaction: string, ticket: Ticket): void {
  if (ticket.refundOf === null) return
  const origin = originOf(ticket.refundOf.number)
  if (origin === null) return
  for (const at of ticket.lines.keys())
    files.add('references', head, {
      BON_ID: transaction,
      POS_ZEILE: String(at + 1),
      REF_TYP: 'Transaktion',
      REF_DATUM: moment(origin.head.closedAt),
      REF_Z_KASSE_ID: origin.head.till,
      REF_Z_NR: origin.head.number,
      REF_BON_ID: origin.transaction,
    })
}

/** What proves that nothing was changed since: the entry’s place in the till's chain, and its hash. */
export function writeChain(
  { files, head }: RowDesk,
  transaction: string,
  chain: {
    readonly openedAt: Stamp
    readonly at: Stamp
    readonly seq: number
    readonly hash: string
    readonly what: string
    readonly said: string
  },
): void {
  files.add('transactionsTse', head, {
    BON_ID: transaction,
    TSE_ID: 1,
    TSE_TANR: chain.seq,
    TSE_TA_START: moment(chain.openedAt),
    TSE_TA_ENDE: moment(chain.at),
    TSE_TA_VORGANGSART: chain.what,
    TSE_TA_SIGZ: chain.seq,
    TSE_TA_SIG: chain.hash,
    TSE_VORGANGSDATEN: chain.said,
  })
}
