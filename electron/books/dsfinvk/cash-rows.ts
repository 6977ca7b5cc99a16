import type { BookEntry } from '#electron/ledger/books-handles.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'
import { writeSimpleLine } from './line-rows.ts'
import type { RowDesk } from './row-desk.ts'
import { moment } from './table-files.ts'
import { writeChain, writePaid } from './ticket-rows.ts'
import { notTaxable } from './vat-keys.ts'

type CashEntry = BookEntry<FactOf<'shiftOpened' | 'cashMoved' | 'shiftClosed'>>

/**
 * Cash that moved without a sale is a transaction of its own: with it the drawer can be counted at any moment.
 * @returns whether there was any
 */
export function writeCash(desk: RowDesk, entry: CashEntry): boolean {
  const { type, name, amount } = moved(entry.fact)
  if (amount === 0) return false
  const { files, head, sums, currency } = desk
  const { seq, at, by, hash } = entry
  const transaction = String(seq)
  files.add('transactions', head, {
    BON_ID: transaction,
    BON_TYP: 'Beleg',
    BON_NAME: type,
    TERMINAL_ID: head.till,
    BON_STORNO: false,
    BON_START: moment(at),
    BON_ENDE: moment(at),
    BEDIENER_ID: by,
    BEDIENER_NAME: by,
    UMS_BRUTTO: amount,
    BON_NOTIZ: name,
  })
  writeSimpleLine(desk, transaction, '1', { type, name, amount })
  files.add('linesVat', head, {
    BON_ID: transaction,
    POS_ZEILE: '1',
    UST_SCHLUESSEL: notTaxable,
    POS_BRUTTO: amount,
    POS_NETTO: amount,
    POS_UST: 0,
  })
  files.add('transactionsVat', head, {
    BON_ID: transaction,
    UST_SCHLUESSEL: notTaxable,
    BON_BRUTTO: amount,
    BON_NETTO: amount,
    BON_UST: 0,
  })
  writePaid(desk, transaction, 'Bar', '', amount, currency)
  writeChain(desk, transaction, { openedAt: at, at, seq, hash, what: 'SonstigerVorgang', said: type })
  sums.addCase(type, '', 0, notTaxable, { gross: amount, net: amount, vat: 0 })
  return true
}

/** What the taxonomy calls it, and the amount into the drawer. */
function moved(fact: CashEntry['fact']): {
  readonly type: string
  readonly name: string
  readonly amount: number
} {
  if (fact.kind === 'shiftOpened') return { type: 'Anfangsbestand', name: '', amount: fact.float }
  if (fact.kind === 'shiftClosed')
    return { type: 'DifferenzSollIst', name: '', amount: fact.drawer.difference }
  const { direction, reason, purpose } = fact
  const amount = direction === 'in' ? fact.amount : -fact.amount
  const transit = purpose === 'bank' || purpose === 'change'
  const other = direction === 'in' ? 'Einzahlung' : 'Auszahlung'
  return { type: transit ? 'Geldtransit' : other, name: withoutCardNumbers(reason), amount }
}
