import { rateOf } from '#shared/archive/recount.ts'
import type { Tender, Ticket } from '#shared/cart/ticket.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { lastFour } from '#shared/settlement/card-digits.ts'
import { type Cell, CsvTable, empty, freeText, money, word } from './csv-table.ts'

/** Where a ticket stands in the journal. */
export interface TicketEntry {
  readonly ticket: Ticket
  readonly seq: number
  readonly hash: string
  readonly at: Stamp
}

/** The tables of an archive that are made of tickets. Amounts with two decimals and a point; refunds negative. */
export interface TicketTables {
  readonly tickets: CsvTable
  readonly lines: CsvTable
  readonly vat: CsvTable
  readonly tenders: CsvTable
  add(entry: TicketEntry): void
}

export function ticketTables(): TicketTables {
  const tickets = new CsvTable(
    (
      'number kind business_day at shift cashier language country regime lines gross discounts rounding duty ' +
      'duty_borne_by refund_of entry hash'
    ).split(' '),
  )
  const lines = new CsvTable(
    (
      'ticket line sku name_fr name_ar name_en category maker village quantity posted unit reason manager ' +
      'vat_class gross discount owner role owner_due refund_of_line'
    ).split(' '),
  )
  const vat = new CsvTable('ticket vat_class rate net vat gross'.split(' '))
  const tenders = new CsvTable(
    'ticket tender kind amount given change reference card scheme authorisation terminal'.split(' '),
  )

  function addTicket({ ticket, seq, hash, at }: TicketEntry, sign: 1 | -1): void {
    tickets.row([
      ticket.number,
      word(ticket.kind),
      word(ticket.businessDay),
      word(isoLocal(at)),
      word(ticket.shiftId),
      freeText(ticket.cashier),
      word(ticket.language),
      word(ticket.tax?.country ?? 'MA'),
      word(ticket.tax?.regime ?? 'liable'),
      ticket.lines.length,
      money(ticket.gross, sign),
      money(ticket.discounts, sign),
      money(ticket.rounding, sign),
      money(ticket.duty?.amount ?? 0),
      word(ticket.duty?.borneBy ?? ''),
      ticket.refundOf?.number ?? empty,
      seq,
      word(hash),
    ])
  }

  function addLines(ticket: Ticket, sign: 1 | -1): void {
    for (const [index, line] of ticket.lines.entries())
      lines.row([
        ticket.number,
        index + 1,
        freeText(line.sku),
        freeText(line.name.fr ?? ''),
        freeText(line.name.ar ?? ''),
        freeText(line.name.en ?? ''),
        freeText(line.category ?? ''),
        freeText(line.maker ?? ''),
        freeText(line.village ?? ''),
        sign * line.quantity,
        money(line.posted),
        money(line.agreed?.unit ?? line.posted),
        freeText(line.agreed?.reason ?? ''),
        freeText(line.agreed?.manager ?? ''),
        word(line.vat),
        money(line.gross, sign),
        money(line.discount, sign),
        freeText(line.owner?.owner ?? ''),
        line.owner === null ? empty : word(line.owner.role ?? 'principal'),
        money(line.ownerDue, sign),
        ticket.refundOf?.lines[index] ?? empty,
      ])
  }

  return {
    tickets,
    lines,
    vat,
    tenders,
    add(entry) {
      const { ticket } = entry
      const sign = ticket.kind === 'sale' ? 1 : -1
      addTicket(entry, sign)
      addLines(ticket, sign)
      for (const total of ticket.vat) {
        const rate = rateOf(total)
        vat.row([
          ticket.number,
          word(total.vatClass),
          rate === null ? empty : word((rate / 100).toFixed(2)),
          money(total.net, sign),
          money(total.vat, sign),
          money(total.gross, sign),
        ])
      }
      for (const [index, tender] of ticket.tenders.entries())
        tenders.row([
          ticket.number,
          index + 1,
          word(tender.kind),
          money(tender.amount, sign),
          ...tenderCells(tender),
        ])
    },
  }
}

/** given, change, reference, card, scheme, authorisation, terminal. Of a card never more than its last four digits. */
function tenderCells(tender: Tender): readonly Cell[] {
  if (tender.kind === 'cash')
    return [money(tender.given), money(tender.change), empty, empty, empty, empty, empty]
  if (tender.kind !== 'card') return [empty, empty, freeText(tender.reference), empty, empty, empty, empty]
  const { approval } = tender
  const four = lastFour(approval?.maskedPan ?? '')
  return [
    empty,
    empty,
    empty,
    four === null ? empty : word(`**** ${four}`),
    freeText(approval?.scheme ?? ''),
    freeText(approval?.authorisation ?? ''),
    freeText(approval?.terminalId ?? ''),
  ]
}
