/** Finished tickets, drawers and places, for looking at the pages beside the counter. */
import type { TicketLine } from '#shared/cart/ticket.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { TicketCard, TicketDetail } from '#shared/contract/contract.ts'
import type { PrintJobView, ShopKeyView } from '#shared/contract/papers.ts'
import type { LineId, SaleId, ShiftId, TenderId, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham, sum, times, zero } from '#shared/money/amount.ts'

const newest = 240
const start = 1_795_000_000_000

function lineOf(seed: number): TicketLine {
  const item = demoShop.items[seed % demoShop.items.length]
  if (item === undefined) throw new Error('the demo shop is empty')
  const { price: posted, stock: _stock, barcodes: _barcodes, ...rest } = item
  const quantity = item.unique ? 1 : 1 + (seed % 3)
  const agreed =
    seed % 4 === 0 && item.floor !== null ? { unit: item.floor, reason: 'x', manager: null } : null
  const gross = times(agreed?.unit ?? posted, quantity)
  return {
    ...rest,
    lineId: `line-${seed}` as LineId,
    quantity,
    posted,
    agreed,
    gross,
    discount: zero,
    ownerDue: zero,
  }
}

export function ticketOf(number: number): TicketDetail {
  const kind = number % 9 === 0 ? 'refund' : 'sale'
  const lines = Array.from({ length: kind === 'refund' ? 1 : 1 + (number % 3) }, (_, place) =>
    lineOf(number * 7 + place * 5),
  )
  const gross = sum(lines.map((line) => line.gross))
  const tenderId = `tender-${number}` as TenderId
  return {
    ticket: {
      kind,
      number: number as TicketNumber,
      saleId: `sale-${number}` as SaleId,
      shiftId: 'shift-1' as ShiftId,
      businessDay: '2026-11-23',
      cashier: number % 2 === 0 ? 'Amina' : 'Fatima',
      currency: 'MAD',
      language: 'fr',
      lines,
      vat: [],
      gross,
      discounts: zero,
      tenders:
        number % 4 === 0
          ? [{ kind: 'mobile', tenderId, amount: gross, reference: 'MP-1' }]
          : [{ kind: 'cash', tenderId, amount: gross, given: gross, change: zero }],
      rounding: zero,
      refundOf: kind === 'refund' ? { number: (number - 4) as TicketNumber, lines: [1] } : null,
    },
    at: { utcMs: start - (newest - number) * 420_000, offsetMinutes: 60 },
    hash: 'a1b2c3',
    refunded: number % 5 === 0 ? { 1: 1 } : {},
    voidable: number % 3 === 0 && kind === 'sale',
    papers: {
      invoice: number % 6 === 0 ? 17 : null,
      invoiceRefused: number % 7 === 0 ? 'givenBack' : null,
      exportForm: number % 8 === 0 ? 7 : null,
      visitorsKept: number % 16 === 0 ? [6, 7] : [],
      exportFormRefused: kind === 'refund' ? 'refundTicket' : gross < 200_000 ? 'belowThreshold' : null,
      exportMissing: Math.max(0, 200_000 - gross),
      exportGross: gross,
      exportVat: Math.round(gross / 6),
      certificates: [],
    },
  }
}

/** @param before tickets older than this number only. */
export const ticketsOf = (text: string, before: number | null, limit: number): readonly TicketCard[] =>
  Array.from({ length: newest }, (_, index) => ticketOf(newest - index))
    .filter(
      ({ ticket }) => (before === null || ticket.number < before) && String(ticket.number).includes(text),
    )
    .slice(0, limit)
    .map(({ ticket, at }) => ({
      number: ticket.number,
      kind: ticket.kind,
      at,
      cashier: ticket.cashier,
      gross: ticket.gross,
      tenders: ticket.tenders.map(({ kind }) => kind),
      refundOf: ticket.refundOf?.number ?? null,
    }))

export const drawerNow = {
  float: dirham(50_000),
  cash: dirham(386_050),
  in: dirham(20_000),
  out: dirham(4_500),
  expected: dirham(451_550),
}
export const drawerClosed = {
  businessDay: '2026-11-23',
  ...drawerNow,
  shiftId: 'shift-1' as ShiftId,
  counted: dirham(451_050),
  difference: dirham(-500),
  number: 7,
}

const jobAt = (minutesAgo: number) => ({ utcMs: start - minutesAgo * 60_000, offsetMinutes: 60 })
const receiptOf = (number: number) => ({ kind: 'receipt', ticket: number as TicketNumber }) as const

export const shopKeys: readonly ShopKeyView[] = [
  {
    publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    fingerprint: 'TXD9-G0C2-P45B-FNAB',
    since: jobAt(90_000),
    until: null,
  },
  {
    publicKey: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
    fingerprint: '7N01-FGZ8-7215-N4NQ',
    since: jobAt(400_000),
    until: jobAt(90_000),
  },
]

export const printJobs: readonly PrintJobView[] = [
  {
    id: 1,
    paper: receiptOf(238),
    state: 'unknown',
    copy: 0,
    queuedAt: jobAt(9),
    printer: 'Epson',
    trouble: 'lineLost',
  },
  {
    id: 2,
    paper: { kind: 'invoice', invoice: 17 },
    state: 'notStarted',
    copy: 0,
    queuedAt: jobAt(4),
    printer: 'Epson',
    trouble: 'paperOut',
  },
  {
    id: 3,
    paper: receiptOf(239),
    state: 'done',
    copy: 1,
    queuedAt: jobAt(2),
    printer: 'Star',
    trouble: null,
  },
  { id: 4, paper: receiptOf(240), state: 'queued', copy: 0, queuedAt: jobAt(0), printer: '', trouble: null },
]
