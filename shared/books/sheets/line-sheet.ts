import { lineVat } from '../../cart/line-vat.ts'
import type { Ticket } from '../../cart/ticket.ts'
import { nameIn } from '../../catalogue/name-in.ts'
import type { ExportWords } from '../../i18n/documents/export-words.ts'
import type { ScreenLanguage } from '../../kernel/language.ts'
import { isoLocal, type Stamp } from '../../kernel/stamp.ts'
import { signOf } from '../ticket-sums.ts'
import { classLabel } from './day-sheets.ts'
import type { Column, SheetRow } from './sheet.ts'

/** One row a ticket line; what is given back is negative. */
export const lineColumns = (words: ExportWords): readonly Column[] => [
  { key: 'day', title: words.day, kind: 'day', width: 12 },
  { key: 'moment', title: words.moment, kind: 'moment', width: 17 },
  { key: 'ticket', title: words.ticket, kind: 'number', width: 9 },
  { key: 'kind', title: words.kind, kind: 'text', width: 15 },
  { key: 'refundOf', title: words.refundOf, kind: 'number', width: 10 },
  { key: 'cashier', title: words.cashier, kind: 'text', width: 14 },
  { key: 'line', title: words.line, kind: 'number', width: 7 },
  { key: 'sku', title: words.sku, kind: 'text', width: 16 },
  { key: 'name', title: words.name, kind: 'text', width: 36 },
  { key: 'category', title: words.category, kind: 'text', width: 14 },
  { key: 'owner', title: words.owner, kind: 'text', width: 20 },
  { key: 'vatClass', title: words.vatClass, kind: 'text', width: 12 },
  { key: 'rate', title: words.rate, kind: 'rate', width: 8 },
  { key: 'quantity', title: words.quantity, kind: 'number', width: 9, summed: true },
  { key: 'unit', title: words.unit, kind: 'amount', width: 13 },
  { key: 'discount', title: words.discount, kind: 'amount', width: 12, summed: true },
  { key: 'net', title: words.net, kind: 'amount', width: 14, summed: true },
  { key: 'vat', title: words.vat, kind: 'amount', width: 14, summed: true },
  { key: 'gross', title: words.gross, kind: 'amount', width: 14, summed: true },
  { key: 'due', title: words.due, kind: 'amount', width: 14, summed: true },
]

/** The lines of a ticket in the order of `lineColumns`. */
export function lineRows(
  ticket: Ticket,
  at: Stamp,
  language: ScreenLanguage,
  words: ExportWords,
): readonly SheetRow[] {
  const sign = signOf(ticket)
  const moment = isoLocal(at).slice(0, 19)
  const kind = words[ticket.kind]
  const taxes = lineVat(ticket)
  return ticket.lines.map((line, index): SheetRow => {
    const { net = line.gross, vat = 0, rate = null } = taxes[index] ?? {}
    return [
      ticket.businessDay,
      moment,
      ticket.number,
      kind,
      ticket.refundOf?.number ?? null,
      ticket.cashier,
      index + 1,
      line.sku,
      nameIn(line.name, language),
      line.category,
      line.owner?.owner ?? null,
      classLabel(line.vat, words),
      rate,
      sign * line.quantity,
      line.agreed?.unit ?? line.posted,
      signed(sign, line.discount),
      signed(sign, net),
      signed(sign, vat),
      signed(sign, line.gross),
      signed(sign, line.ownerDue),
    ]
  })
}

/** Never −0, which no figure is. */
const signed = (sign: 1 | -1, amount: number): number => (amount === 0 ? 0 : sign * amount)
