import type { Ticket, TicketLine } from '#shared/cart/ticket.ts'
import { nameIn } from '#shared/catalogue/name-in.ts'
import { times, zero } from '#shared/money/amount.ts'
import { vatWithin } from '#shared/tax/vat.ts'
import { vatShares } from '#shared/tax/vat-shares.ts'
import type { Taxed } from './closing-sums.ts'
import type { RowDesk } from './row-desk.ts'
import { notTaxable, rateOfTotal, vatKey } from './vat-keys.ts'

const signedTaxed = (sign: number, gross: number, vat: number): Taxed => ({
  gross: sign * gross,
  net: sign * (gross - vat),
  vat: sign * vat,
})

/** The articles of a ticket, and what it was paid beside them. */
export function writeLines(desk: RowDesk, transaction: string, ticket: Ticket, sign: number): void {
  const { files, head } = desk
  const shares = vatShares(ticket.lines, ticket.vat)
  for (const [at, line] of ticket.lines.entries()) {
    const position = String(at + 1)
    const total = ticket.vat.find(({ vatClass }) => vatClass === line.vat)
    const rate = total === undefined ? null : rateOfTotal(total)
    const key = vatKey(rate)
    const vat = shares[at] ?? zero
    const agency = line.owner?.role === 'agent' ? desk.agencyOf(line.owner.owner) : 0
    const taxed = signedTaxed(sign, line.gross, vat)
    files.add('lines', head, {
      BON_ID: transaction,
      POS_ZEILE: position,
      ARTIKELTEXT: nameIn(line.name, ticket.language === 'ar' ? 'ar' : 'fr'),
      POS_TERMINAL_ID: head.till,
      GV_TYP: 'Umsatz',
      INHAUS: false,
      P_STORNO: false,
      AGENTUR_ID: agency,
      ART_NR: line.sku,
      WARENGR_ID: line.category ?? '',
      WARENGR: line.category ?? '',
      MENGE: sign * line.quantity,
      FAKTOR: 1,
      EINHEIT: 'Stück',
      STK_BR: line.agreed?.unit ?? line.posted,
    })
    files.add('linesVat', head, vatRow(transaction, position, key, taxed))
    if (line.agreed !== null) writePriceFormation(desk, transaction, position, line, { rate, key, vat, sign })
    desk.sums.addCase('Umsatz', '', agency, key, taxed)
  }
  writeExtras(desk, transaction, ticket, sign)
}

const vatRow = (transaction: string, position: string, key: number, { gross, net, vat }: Taxed) => ({
  BON_ID: transaction,
  POS_ZEILE: position,
  UST_SCHLUESSEL: key,
  POS_BRUTTO: gross,
  POS_NETTO: net,
  POS_UST: vat,
})

/** What was on the label, and what it was bargained down by; both together are the line. */
function writePriceFormation(
  { files, head }: RowDesk,
  transaction: string,
  position: string,
  line: TicketLine,
  { rate, key, vat, sign }: { rate: number | null; key: number; vat: number; sign: number },
): void {
  const posted = times(line.posted, line.quantity)
  const postedVat = vatWithin(posted, rate)
  const parts = [
    { type: 'base_amount', gross: posted, tax: postedVat },
    { type: 'discount', gross: line.gross - posted, tax: vat - postedVat },
  ]
  for (const { type, gross, tax } of parts)
    files.add('itemAmounts', head, {
      BON_ID: transaction,
      POS_ZEILE: position,
      TYP: type,
      UST_SCHLUESSEL: key,
      PF_BRUTTO: sign * gross,
      PF_NETTO: sign * (gross - tax),
      PF_UST: sign * tax,
    })
}

/** What was paid that no article says: cash rounding, duty borne by the customer. */
export const extrasOf = ({ rounding, duty }: Ticket) => [
  { name: 'Rundung', amount: rounding as number },
  { name: 'Stempelsteuer', amount: duty?.borneBy === 'customer' ? duty.amount : 0 },
]

function writeExtras(desk: RowDesk, transaction: string, ticket: Ticket, sign: number): void {
  const { files, head, sums } = desk
  let position = ticket.lines.length
  for (const { name, amount } of extrasOf(ticket)) {
    if (amount === 0) continue
    position += 1
    const type = amount > 0 ? 'Aufschlag' : 'Rabatt'
    const taxed = signedTaxed(sign, amount, 0)
    writeSimpleLine(desk, transaction, String(position), { type, name, amount: sign * amount })
    files.add('linesVat', head, vatRow(transaction, String(position), notTaxable, taxed))
    sums.addCase(type, name, 0, notTaxable, taxed)
  }
}

/** A line that is no article. @param amount signed */
export function writeSimpleLine(
  { files, head }: RowDesk,
  transaction: string,
  position: string,
  { type, name, amount }: { readonly type: string; readonly name: string; readonly amount: number },
): void {
  files.add('lines', head, {
    BON_ID: transaction,
    POS_ZEILE: position,
    ARTIKELTEXT: name,
    POS_TERMINAL_ID: head.till,
    GV_TYP: type,
    GV_NAME: name,
    INHAUS: false,
    P_STORNO: false,
    AGENTUR_ID: 0,
    MENGE: 1,
    FAKTOR: 1,
    STK_BR: amount,
  })
}
