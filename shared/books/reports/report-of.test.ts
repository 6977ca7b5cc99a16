import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grouped, type RawTicket, rawTickets, total } from '#test/harness/books-oracle.ts'
import { type MadeUpTicket, ticketsOf } from '#test/harness/dated-tickets.ts'
import type { Takings } from './report.ts'
import { reportOf } from './report-of.ts'

const range = { from: '2026-11-16', to: '2026-11-22' }
const now = { utcMs: Date.UTC(2026, 10, 22, 14), offsetMinutes: 60 }
const asked = { kind: 'week', range, today: range.to, now } as const

const raw = (tickets: readonly MadeUpTicket[]): readonly RawTicket[] =>
  rawTickets(
    tickets.map(({ ticket, at }) => ({
      fact: { kind: ticket.kind === 'sale' ? 'saleCompleted' : 'refundCompleted', ticket } as never,
      at,
      by: ticket.cashier,
    })),
  )

/** Sums of amounts by a key, as a table that does not mind order. */
function table<T>(list: readonly T[], key: (each: T) => unknown, amount: (each: T) => number) {
  const sums = [...grouped(list, (each) => String(key(each)))].map(
    ([name, group]) =>
      [
        name,
        {
          sales: total(group, (each) => Math.max(0, amount(each))),
          refunds: total(group, (each) => Math.min(0, amount(each))),
        },
      ] as const,
  )
  return Object.fromEntries(sums)
}

const tableOf = (rows: readonly (Takings & { readonly key: unknown })[]) =>
  Object.fromEntries(rows.map(({ key, sales, refunds }) => [String(key), { sales, refunds }]))

const wall = ({ at }: RawTicket): Date => new Date(at.utcMs + at.offsetMinutes * 60_000)
const lineOf = (each: RawTicket, position: number) => {
  const line = each.ticket.lines[position - 1]
  if (line === undefined) throw new Error(`ticket ${each.ticket.number} has no line ${position}`)
  return line
}

test('every breakdown is what the lines of the tickets say, and adds up to the takings', () => {
  fc.assert(
    fc.property(ticketsOf(range.from, 7), (tickets) => {
      const report = reportOf(tickets, [], asked)
      const oracle = raw(tickets)
      const lines = oracle.flatMap((each) =>
        each.lines.map((line) => ({ ...line, of: lineOf(each, line.position) })),
      )
      const tenders = oracle.flatMap(({ ticket, sign }) =>
        ticket.tenders.map(({ kind, amount }) => ({ kind, amount: sign * amount })),
      )
      expect(tableOf(report.hours)).toEqual(
        table(
          oracle,
          (t) => wall(t).getUTCHours(),
          (t) => t.gross,
        ),
      )
      expect(tableOf(report.days)).toEqual(
        table(
          oracle,
          (t) => t.ticket.businessDay,
          (t) => t.gross,
        ),
      )
      expect(tableOf(report.languages)).toEqual(
        table(
          oracle,
          (t) => t.ticket.language,
          (t) => t.gross,
        ),
      )
      expect(tableOf(report.tenders)).toEqual(
        table(
          tenders,
          (t) => t.kind,
          (t) => t.amount,
        ),
      )
      expect(tableOf(report.makers.rows)).toEqual(
        table(
          lines,
          (l) => l.of.maker,
          (l) => l.gross,
        ),
      )
      expect(tableOf(report.pieces.rows)).toEqual(
        table(
          lines,
          (l) => l.sku,
          (l) => l.gross,
        ),
      )
      expect(tableOf(report.categories.rows)).toEqual(
        table(
          lines,
          (l) => l.of.category ?? (l.sku.startsWith('@') ? l.sku : null),
          (l) => l.gross,
        ),
      )
      const net = total(oracle, ({ gross }) => gross)
      expect(report.totals.net).toBe(net)
      for (const rows of [report.hours, report.weekdays, report.days, report.languages])
        expect(total(rows as readonly Takings[], (row) => row.net)).toBe(net)
      for (const { rows } of [report.categories, report.makers, report.pieces])
        expect(total(rows as readonly Takings[], (row) => row.net)).toBe(net)
      expect(total(report.tenders, (row) => row.net)).toBe(report.totals.held)
    }),
  )
})

test('sales and refunds stand beside each other; an average is of sales', () => {
  fc.assert(
    fc.property(ticketsOf(range.from, 7), (tickets) => {
      const { totals } = reportOf(tickets, [], asked)
      const oracle = raw(tickets)
      const sold = oracle.filter(({ sign }) => sign === 1)
      const sales = total(sold, ({ gross }) => gross)
      expect(totals).toMatchObject({
        count: sold.length,
        refundTickets: oracle.length - sold.length,
        sales,
        refunds: total(oracle, ({ gross }) => gross) - sales,
        pieces: total(
          sold.flatMap(({ lines }) => lines.filter(({ sku }) => !sku.startsWith('@'))),
          ({ quantity }) => quantity,
        ),
      })
      if (sold.length === 0) expect(totals.average).toBeNull()
      else expect(Math.abs((totals.average ?? 0) * sold.length - sales) * 2).toBeLessThanOrEqual(sold.length)
    }),
  )
})

test('bargaining is of sales at the counter, and with the rest comes to the discounts of all tickets', () => {
  fc.assert(
    fc.property(ticketsOf(range.from, 7), (tickets) => {
      const {
        total: all,
        online,
        returned,
        categories,
        cashiers,
        makers,
      } = reportOf(tickets, [], asked).bargaining
      const oracle = raw(tickets)
      const isOnline = ({ ticket }: RawTicket) => ticket.tenders.some(({ kind }) => kind === 'online')
      const counter = oracle.filter((each) => each.sign === 1 && !isOnline(each))
      const lines = counter.flatMap((each) =>
        each.lines.map((line) => ({
          ...line,
          of: lineOf(each, line.position),
          cashier: each.ticket.cashier,
        })),
      )
      const shaken = lines.filter(({ of }) => of.agreed !== null)
      expect(all).toMatchObject({
        lines: lines.length,
        bargained: shaken.length,
        belowFloor: shaken.filter(({ of, unit }) => of.floor !== null && unit < of.floor).length,
        posted: total(shaken, ({ of, quantity }) => of.posted * quantity),
        given: total(shaken, ({ discount }) => discount),
      })
      expect(all.given + online + returned).toBe(
        total(
          oracle.flatMap((each) => each.lines),
          ({ discount }) => discount,
        ),
      )
      for (const { rows } of [categories, cashiers, makers]) {
        expect(total(rows, ({ given }) => given)).toBe(all.given)
        expect(total(rows, ({ lines: count }) => count)).toBe(all.lines)
      }
      for (const { key, given } of cashiers.rows)
        expect(given).toBe(
          total(
            shaken.filter(({ cashier }) => cashier === key),
            ({ discount }) => discount,
          ),
        )
    }),
  )
})

test('the span before counts up to the same time of its day while this one runs', () => {
  const earlier = ticketsOf('2026-11-09', 7)
  fc.assert(
    fc.property(earlier, fc.boolean(), (before, over) => {
      const today = over ? '2026-11-25' : range.to
      const { compared } = reportOf([], before, { ...asked, today })
      const oracle = raw(before)
      // A week ago at 15:00 by the clock on the wall.
      const same = oracle.filter((each) => wall(each).getTime() <= Date.UTC(2026, 10, 15, 15))
      const sums = (some: readonly RawTicket[]) => ({
        tickets: some.filter(({ sign }) => sign === 1).length,
        net: total(some, ({ gross }) => gross),
      })
      expect(compared.range).toEqual({ from: '2026-11-09', to: '2026-11-15' })
      expect(compared.whole).toEqual(sums(oracle))
      expect(compared.byNow).toEqual(over ? null : sums(same))
      const base = sums(over ? oracle : same).net
      expect(compared.more + base).toBe(0)
      expect(compared.permille).toBe(base > 0 ? -1000 : null)
    }),
  )
})

test('nothing sold is all zeros and empty lists', () => {
  const report = reportOf([], [], asked)
  expect(report).toMatchObject({
    running: true,
    totals: { count: 0, net: 0, average: null },
    hours: [],
    categories: { rows: [], rest: null },
    bargaining: { total: { lines: 0, given: 0, permille: 0 } },
  })
})
