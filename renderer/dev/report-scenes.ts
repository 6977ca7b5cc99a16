/** Seasons of a made-up shop, day by day, for looking at the reports. */
import { type DatedTicket, reportOf } from '#shared/books/reports/report-of.ts'
import { dayAfter, daysOfSpan, spanBefore, weekdayOf } from '#shared/books/reports/span.ts'
import { lineOf } from '#shared/cart/scan.ts'
import type { Tender, Ticket } from '#shared/cart/ticket.ts'
import { priceLine } from '#shared/cart/totals.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { ReportView } from '#shared/contract/books/reports-door.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { LineId, ShiftId } from '#shared/kernel/ids.ts'
import type { ReceiptLanguage } from '#shared/kernel/language.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { dirham, sum } from '#shared/money/amount.ts'

const today = '2026-11-23'
const now = { utcMs: Date.parse('2026-11-23T15:20:00Z'), offsetMinutes: 60 }

const kinds: readonly Tender['kind'][] = [
  'cash',
  'cash',
  'cash',
  'card',
  'card',
  'card',
  'mobile',
  'transfer',
]
const languages: readonly ReceiptLanguage[] = ['fr', 'fr', 'es', 'en', 'de', 'zh', 'ar', 'it']
/** By the hour from 9 to 20: visitors come before lunch and before dinner. */
const busy = [1, 2, 4, 3, 1, 1, 2, 4, 6, 5, 3, 1]

function* ticketsOf({ from, to }: DayRange, many: number): Generator<DatedTicket> {
  for (let day = from; day <= to; day = dayAfter(day, 1)) {
    const chance = seededChance(Number(day.replaceAll('-', '')))
    const pick = <T>(some: readonly T[]): T => some[Math.floor(chance() * some.length)] as T
    const count = Math.round(many * (weekdayOf(day) > 5 ? 1.6 : 1) * (0.6 + chance() * 0.8))
    const hours = busy.flatMap((weight, place) => Array.from({ length: weight }, () => 9 + place))
    for (let n = 0; n < count; n++) {
      const at = {
        utcMs: Date.parse(`${day}T00:00:00Z`) + (pick(hours) * 60 + Math.floor(chance() * 60) - 60) * 60_000,
        offsetMinutes: 60,
      }
      if (day === today && at.utcMs > now.utcMs) continue
      const lines = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => {
        const line = lineOf(pick(demoShop.items), `line-${n}` as LineId, 1)
        const off = chance() < 0.3 ? Math.floor(chance() * 25) : 0
        const unit = dirham(Math.round((line.posted * (100 - off)) / 10_000) * 100)
        const under = line.floor !== null && unit < line.floor
        return priceLine(
          off === 0 ? line : { ...line, agreed: { unit, reason: 'souk', manager: under ? 'Omar' : null } },
        )
      })
      const gross = sum(lines.map((line) => line.gross))
      const kind = n % 23 === 11 ? 'refund' : 'sale'
      const ticket = {
        kind,
        number: n + 1,
        businessDay: day,
        cashier: pick(['Amina', 'Hassan']),
        language: pick(languages),
        lines,
        gross,
        discounts: sum(lines.map((line) => line.discount)),
        tenders: [{ kind: pick(kinds), tenderId: 't', amount: gross, reference: '' }],
        rounding: dirham(0),
      }
      yield { at, ticket: ticket as unknown as Ticket }
    }
  }
}

type Asked =
  | { readonly kind: 'day' | 'week'; readonly day: string | null }
  | { readonly kind: 'season'; readonly from: string; readonly to: string }

/** @param name `reports-empty`, `reports-never`, `reports-quiet` (three tickets a day); else a shop that goes well */
export function reportScene(
  name: string,
  asked: Asked,
): { readonly ok: true; readonly value: ReportView } | { readonly ok: false; readonly refusal: Refusal } {
  const span = asked.kind === 'season' ? asked : { kind: asked.kind, day: asked.day ?? today }
  const days = daysOfSpan(span, today)
  if (!days.ok) return { ok: false, refusal: days.error }
  const range = days.value
  const many = name === 'reports-empty' || name === 'reports-never' ? 0 : name === 'reports-quiet' ? 3 : 26
  const report = reportOf(ticketsOf(range, many), ticketsOf(spanBefore(span.kind, range), many), {
    kind: span.kind,
    range,
    today,
    now,
  })
  const shifts =
    span.kind === 'day'
      ? [{ shiftId: 'shift-1' as ShiftId, cashier: 'Amina', closed: range.from < today }]
      : []
  const recent =
    span.kind === 'day' && many > 3
      ? Array.from({ length: 14 }, (_, place) => {
          const day = dayAfter(range.from, place - 13)
          const earlier = [...ticketsOf({ from: day, to: day }, many)]
          return { day, net: sum(earlier.map(({ ticket }) => ticket.gross)) }
        })
      : []
  return {
    ok: true,
    value: {
      report: { ...report, shifts, recent },
      today,
      firstDay: name === 'reports-never' ? null : '2025-03-02',
    },
  }
}
