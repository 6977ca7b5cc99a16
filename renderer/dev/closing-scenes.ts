import type { Closing, Period } from '#shared/closing/closing.ts'
import type { ClosingFigures, ClosingNotes } from '#shared/closing/closing-figures.ts'
import { emptyFigures } from '#shared/closing/merge-figures.ts'
import type { ClosingDetail, ClosingLine, DuePeriods, Reading } from '#shared/contract/books/closings-door.ts'
import type { Seq, ShiftId, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'

const at = { utcMs: Date.UTC(2026, 10, 23, 18, 5), offsetMinutes: 60 }
const counted = (count: number, amount: number) => ({ count, amount: dirham(amount) })

const figures: ClosingFigures = {
  ...emptyFigures,
  sales: counted(12, 1_284_530),
  refunds: counted(1, -18_000),
  cancelled: counted(2, 52_000),
  gross: dirham(1_266_530),
  absolute: dirham(1_302_530),
  discounts: dirham(64_500),
  vat: [
    { vatClass: '20', rate: 2000, net: dirham(713_775), vat: dirham(142_755), gross: dirham(856_530) },
    { vatClass: 'exempt', rate: null, net: dirham(410_000), vat: dirham(0), gross: dirham(410_000) },
  ],
  tenders: [
    { kind: 'cash', ...counted(8, 580_530) },
    { kind: 'card', ...counted(5, 686_000) },
  ],
  cards: [{ scheme: 'MASTERCARD', ...counted(5, 686_000) }],
  terminals: [{ terminal: 'comptoir', ours: counted(5, 686_000), told: dirham(680_000), disputed: 1 }],
  overrides: counted(1, 40_000),
  noSales: 1,
  reprints: 1,
  cashMoves: [{ direction: 'out', purpose: 'expense', ...counted(1, 5_000) }],
  drawer: {
    float: dirham(50_000),
    cash: dirham(580_530),
    in: dirham(0),
    out: dirham(5_000),
    expected: dirham(625_530),
    counted: dirham(625_000),
    difference: dirham(-530),
  },
  owners: [{ owner: 'Coopérative Tifawin', role: 'principal', gross: dirham(380_000), due: dirham(266_000) }],
  parked: 1,
  waiting: 2,
}

const notes: ClosingNotes = {
  overrides: [
    {
      ticket: 121 as TicketNumber,
      name: { fr: 'Tapis Azilal', ar: 'زربية أزيلال', en: 'Azilal rug' },
      posted: dirham(450_000),
      agreed: dirham(410_000),
      reason: 'Client fidèle',
      manager: 'Driss',
    },
  ],
  noSales: [{ at, by: 'Hassan', reason: 'Monnaie' }],
  reprints: [{ at, by: 'till', paper: 'receipt 119' }],
  cashMoves: [
    { at, by: 'Hassan', direction: 'out', purpose: 'expense', amount: dirham(5_000), reason: 'شاي وخبز' },
  ],
  count: [
    { face: dirham(20_000), pieces: 31 },
    { face: dirham(5_000), pieces: 1 },
  ],
}

const closing = (period: Period, number: number, of: string): Closing => ({
  version: 1,
  period,
  number,
  of,
  days:
    period === 'shift'
      ? { first: '2026-11-23', last: '2026-11-23' }
      : { first: '2026-10-01', last: '2026-10-31' },
  till: 'T1kQ8Zt2' as TillId,
  closedAt: at,
  by: 'Hassan',
  entries: { first: 120 as Seq, last: 480 as Seq },
  head: '3f9a0c127e55d1b03f9a0c127e55d1b03f9a0c127e55d1b03f9a0c127e55d1b0',
  tickets: { first: 118 as TicketNumber, last: 130 as TicketNumber },
  figures,
  notes: period === 'shift' ? notes : null,
  grandTotal: dirham(128_734_560),
  absoluteTotal: dirham(134_022_180),
  restores: 0,
})

const all: readonly Closing[] = [
  closing('shift', 7, 'shift-7'),
  closing('shift', 6, 'shift-6'),
  closing('month', 3, '2026-10'),
]

/** Newest first; in the quiet scene there is none. */
export const closingLines = (scene: string, period: Period): readonly ClosingLine[] =>
  scene === 'idle'
    ? []
    : all.flatMap((each, index) => {
        if (each.period !== period) return []
        const { number, of, days, closedAt, by, figures: said } = each
        const { gross, drawer } = said
        const line = { period, number, of, days, closedAt, by, gross, difference: drawer.difference }
        return [{ ...line, seq: (index + 1) as Seq, tickets: 13 }]
      })

export function closingOf(seq: Seq): ClosingDetail | null {
  const found = all[seq - 1]
  if (found === undefined) return null
  const { terminals } = found.figures
  return { seq, closing: found, seal: 'good', key: 'TXD9-G0C2-P45B-FNAB', terminals }
}

export const closingsDue = (scene: string): DuePeriods => ({
  months: scene === 'idle' ? [] : ['2026-11'],
  years: [],
})

export const shiftReading: Reading = {
  shiftId: 'shift-1' as ShiftId,
  businessDay: '2026-11-24',
  cashier: 'Hassan',
  tickets: { first: 131 as TicketNumber, last: 131 as TicketNumber },
  figures,
  notes: { ...notes, count: null },
  grandTotal: dirham(128_734_560),
  absoluteTotal: dirham(134_022_180),
}
