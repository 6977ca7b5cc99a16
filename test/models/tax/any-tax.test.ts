import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineVat } from '#shared/cart/line-vat.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import { closingFiguresOf } from '#shared/closing/closing-figures-of.ts'
import { dirham } from '#shared/money/amount.ts'
import type { DutyWay, RegimeKey, TaxSettings } from '#shared/tax/regime.ts'
import type { Counter } from '#test/models/checkout/counter.ts'
import { answer, payCard, payCash, refund, results, scan, view } from '#test/models/checkout/shop.ts'
import { close, goods, lastTicket, openOn, taxedShop } from './days.ts'
import { nearest, rational, vatFromLines } from './rational-vat.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-10-${String(n).padStart(2, '0')}`)
const dated = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(day, value), { maxLength: 3, selector: ([from]) => from })
    .map((choices) => choices.toSorted(([a], [b]) => (a < b ? -1 : 1)))
const regimesOf = { MA: ['liable', 'cpu', 'smallMaker', 'cooperative'], FR: ['liable', 'franchise'] } as const
const waysOf = { MA: ['off', 'absorbed', 'added'], FR: ['off'] } as const

const settings = fc.constantFrom('MA', 'FR').chain((country) =>
  fc
    .record({
      regimes: dated(fc.constantFrom<RegimeKey>(...regimesOf[country])),
      duty: dated(fc.constantFrom<DutyWay>(...waysOf[country])),
    })
    .map(
      ({ regimes, duty }): TaxSettings => ({
        country,
        regimes: regimes.map(([from, regime]) => ({ from, regime })),
        duty: duty.map(([from, way]) => ({ from, way })),
      }),
    ),
)

/** What holds on a day, looked for the slow way. */
function heldOn<T extends { readonly from: string }>(choices: readonly T[], on: string): T | null {
  let held: T | null = null
  for (const choice of choices)
    if (choice.from <= on && (held === null || choice.from > held.from)) held = choice
  return held
}

/** The law in 2026, written down once more. */
const percents: Readonly<Record<'MA' | 'FR', Readonly<Record<string, string | null>>>> = {
  MA: { '20': '20', '10': '10', '5.5': '5.5', '2.1': '2.1', '0': '0', exempt: null },
  FR: { '20': '20', '10': '10', '5.5': '5.5', '2.1': '2.1', '0': '0', exempt: null },
}
const untaxed = new Set<string>(['cpu', 'smallMaker', 'cooperative', 'franchise'])

/** A visitor who buys and pays in parts; a later one may bring something back. */
const visit = fc.record({
  skus: fc.array(fc.constantFrom(...goods.filter(({ price }) => price < 50_000).map(({ sku }) => sku)), {
    minLength: 1,
    maxLength: 4,
  }),
  parts: fc.array(fc.record({ by: fc.constantFrom('cash', 'card'), part: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 3,
  }),
  last: fc.constantFrom('cash', 'card'),
  backs: fc.boolean(),
})

function serve(
  counter: Counter,
  { skus, parts, last, backs }: typeof visit extends fc.Arbitrary<infer V> ? V : never,
) {
  for (const sku of skus) scan(counter, sku)
  const pay = (by: string, minor: number | null) => {
    const due = view(counter).sale?.due ?? 0
    if (by === 'cash') payCash(counter, minor ?? 10_000_000)
    else {
      payCard(counter, minor === null ? null : Math.min(minor, due))
      answer(counter, results.approved)
    }
  }
  for (const { by, part } of parts) {
    const due = view(counter).sale?.due ?? 0
    if (due > 10) pay(by, Math.max(1, Math.floor((due * part) / 10)))
  }
  if (view(counter).sale !== null) pay(last, null)
  const sold = lastTicket(counter)
  if (backs) expect(refund(counter, sold.number, 1, 1)).toBeNull()
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0)

function expectTaxed(ticket: Ticket, sold: Ticket, tax: TaxSettings): void {
  const regime = heldOn(tax.regimes, sold.businessDay)?.regime ?? 'liable'
  expect(ticket.tax).toEqual({ country: tax.country, regime })
  for (const line of ticket.lines) {
    const agent = line.owner?.role === 'agent'
    const own = goods.find(({ sku }) => sku === line.sku)?.vat
    expect(line.vat).toBe(untaxed.has(regime) || agent ? 'exempt' : own)
  }
  const raw = vatFromLines(ticket, (vatClass) => percents[tax.country][vatClass] ?? null)
  expect(new Map(ticket.vat.map(({ vatClass, vat }) => [vatClass, vat as number]))).toEqual(raw)
  for (const { net, vat, gross } of ticket.vat) expect(net + vat).toBe(gross)
  expect(sumOf(ticket.vat.map(({ gross }) => gross))).toBe(ticket.gross)
  expect(sumOf(lineVat(ticket).map(({ vat }) => vat))).toBe(sumOf([...raw.values()]))
}

function expectDuty(ticket: Ticket, tax: TaxSettings): void {
  const way = heldOn(tax.duty, ticket.businessDay)?.way ?? 'off'
  const cash = sumOf(ticket.tenders.map((tender) => (tender.kind === 'cash' ? tender.amount : 0)))
  const onTop = ticket.duty?.borneBy === 'customer' ? ticket.duty.amount : 0
  expect(ticket.gross + ticket.rounding + onTop).toBe(sumOf(ticket.tenders.map(({ amount }) => amount)))
  if (ticket.kind === 'refund' || way === 'off' || cash === 0) {
    expect(ticket.duty ?? null).toBeNull()
    return
  }
  expect(ticket.duty?.borneBy).toBe(way === 'added' ? 'customer' : 'shop')
  const base = ticket.duty?.base ?? 0
  expect(base + onTop + ticket.rounding).toBe(cash)
  const lawful = nearest(rational(BigInt(base) * 25n, 10_000n))
  // Whoever pays the last part by card owes no centime that rounding would still have asked for.
  const slack = way === 'added' && ticket.tenders.at(-1)?.kind !== 'cash' ? 1 : 0
  expect(Math.abs((ticket.duty?.amount ?? 0) - lawful)).toBeLessThanOrEqual(slack)
}

test('whatever a shop chose and however visitors pay: VAT, duty, tickets and drawer agree with the law', () => {
  const days = fc.uniqueArray(day, { minLength: 1, maxLength: 3 }).map((all) => all.toSorted())
  const step = fc.constantFrom(0, 5, 10, 50).map(dirham)
  fc.assert(
    fc.property(
      settings,
      days,
      fc.array(visit, { minLength: 1, maxLength: 4 }),
      step,
      (tax, on, visits, by) => {
        const counter = taxedShop(tax, { cashRounding: by, cashCeiling: dirham(100_000) })
        let seen = 0
        for (const each of on) {
          const from = counter.facts.length
          openOn(counter, each)
          for (const one of visits) {
            serve(counter, one)
            for (const ticket of counter.tickets().slice(seen)) {
              const sold =
                counter.tickets().find(({ number }) => number === ticket.refundOf?.number) ?? ticket
              expectTaxed(ticket, sold, tax)
              expectDuty(ticket, tax)
            }
            seen = counter.tickets().length
          }
          close(counter)
          expectClosed(counter, from, each)
        }
      },
    ),
    { numRuns: 150 },
  )
})

/** The Z says what its tickets say: VAT by class, duty, and a drawer that holds all cash with its duty. */
function expectClosed(counter: Counter, from: number, on: string): void {
  const facts = counter.facts.slice(from)
  const at = { utcMs: 0, offsetMinutes: 0 }
  const { figures } = closingFiguresOf(
    facts.map((fact) => ({ fact, at, by: 'amina' })),
    { factsOfSale: () => [], terminalOf: () => null, batches: [], parked: 0, waiting: 0, count: null },
  )
  const tickets = counter.tickets().filter(({ businessDay }) => businessDay === on)
  const signed = (ticket: Ticket, amount: number) => (ticket.kind === 'sale' ? amount : -amount)
  const vat = sumOf(tickets.flatMap((ticket) => ticket.vat.map((total) => signed(ticket, total.vat))))
  const cash = tickets.flatMap((ticket) =>
    ticket.tenders.map((tender) => (tender.kind === 'cash' ? signed(ticket, tender.amount) : 0)),
  )
  const duties = tickets.flatMap(({ duty }) => (duty ? [duty] : []))
  const onTop = duties.flatMap(({ borneBy, amount }) => (borneBy === 'customer' ? [amount] : []))
  const tenders = sumOf(figures.tenders.map(({ amount }) => amount))
  expect(sumOf(figures.vat.map((total) => total.vat))).toBe(vat)
  expect(figures.drawer.expected).toBe(sumOf(cash))
  expect(figures.gross + figures.rounding + sumOf(onTop)).toBe(tenders)
  expect(sumOf(figures.duty.map(({ amount }) => amount))).toBe(sumOf(duties.map(({ amount }) => amount)))
}
