import { rateOf } from '#shared/archive/recount.ts'
import type { Tender, Ticket, TicketLine } from '#shared/cart/ticket.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { lastFour } from '#shared/settlement/card-digits.ts'
import { CsvTable } from './csv-table.ts'

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
    tickets
      .whole(ticket.number)
      .word(ticket.kind)
      .word(ticket.businessDay)
      .word(isoLocal(at))
      .word(ticket.shiftId)
      .text(ticket.cashier)
      .word(ticket.language)
      .word(ticket.tax?.country ?? 'MA')
      .word(ticket.tax?.regime ?? 'liable')
      .whole(ticket.lines.length)
      .money(ticket.gross, sign)
      .money(ticket.discounts, sign)
      .money(ticket.rounding, sign)
      .money(ticket.duty?.amount ?? 0)
      .word(ticket.duty?.borneBy ?? '')
      .word(String(ticket.refundOf?.number ?? ''))
      .whole(seq)
      .word(hash)
      .endRow()
  }

  function addLine(ticket: Ticket, index: number, sign: 1 | -1): void {
    const line = ticket.lines[index] as TicketLine
    lines
      .whole(ticket.number)
      .whole(index + 1)
      .text(line.sku)
      .text(line.name.fr ?? '')
      .text(line.name.ar ?? '')
      .text(line.name.en ?? '')
      .text(line.category ?? '')
      .text(line.maker ?? '')
      .text(line.village ?? '')
      .whole(sign * line.quantity)
      .money(line.posted)
      .money(line.agreed?.unit ?? line.posted)
      .text(line.agreed?.reason ?? '')
      .text(line.agreed?.manager ?? '')
      .word(line.vat)
      .money(line.gross, sign)
      .money(line.discount, sign)
      .text(line.owner?.owner ?? '')
      .word(line.owner === null ? '' : (line.owner.role ?? 'principal'))
      .money(line.ownerDue, sign)
      .word(String(ticket.refundOf?.lines[index] ?? ''))
      .endRow()
  }

  function addVat(ticket: Ticket, sign: 1 | -1): void {
    for (const total of ticket.vat) {
      const rate = rateOf(total)
      vat
        .whole(ticket.number)
        .word(total.vatClass)
        .word(rate === null ? '' : (rate / 100).toFixed(2))
        .money(total.net, sign)
        .money(total.vat, sign)
        .money(total.gross, sign)
        .endRow()
    }
  }

  function addTender({ number }: Ticket, tender: Tender, place: number, sign: 1 | -1): void {
    tenders.whole(number).whole(place).word(tender.kind).money(tender.amount, sign)
    // given, change, reference, card, scheme, authorisation, terminal
    if (tender.kind === 'cash')
      tenders.money(tender.given).money(tender.change).empty().empty().empty().empty().empty()
    else if (tender.kind !== 'card')
      tenders.empty().empty().text(tender.reference).empty().empty().empty().empty()
    else {
      const { approval } = tender
      // Of a card never more than its last four digits.
      const four = lastFour(approval?.maskedPan ?? '')
      tenders
        .empty()
        .empty()
        .empty()
        .word(four === null ? '' : `**** ${four}`)
        .text(approval?.scheme ?? '')
        .text(approval?.authorisation ?? '')
        .text(approval?.terminalId ?? '')
    }
    tenders.endRow()
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
      for (const index of ticket.lines.keys()) addLine(ticket, index, sign)
      addVat(ticket, sign)
      for (const [index, tender] of ticket.tenders.entries()) addTender(ticket, tender, index + 1, sign)
    },
  }
}
