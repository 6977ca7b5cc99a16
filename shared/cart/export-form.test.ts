import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham, sum } from '#shared/money/amount.ts'
import { namedRate, vatByRate } from '#shared/tax/vat.ts'
import { vatClasses } from '#shared/tax/vat-class.ts'
import { settings as plain, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import {
  countsForExport,
  exportFormCheck,
  exportNudge,
  exportPart,
  exportRulesOn,
  leaveBy,
} from './export-form.ts'
import type { Ticket, TicketLine } from './ticket.ts'

const settings = { ...plain, exportForms: { operator: '' } }
const day = '2026-11-23'
const none: ReadonlyMap<number, number> = new Map()
const check = (ticket: Ticket, refunded = none, today = day) =>
  exportFormCheck(ticket, refunded, settings, today)

const lamp = ticketLine(1, 'lamp', 2, 89_000)
const glass = ticketLine(2, 'glass', 6, 4_000)
const rug = ticketLine(3, 'rug', 1, 450_000, { vat: 'exempt', agreed: 380_000 })
const enough = ticketOf([lamp, glass, rug], [])

test('the taxed part counts, with the VAT in it; an exempt rug does not', () => {
  const result = check(enough)
  expect(result).toMatchObject({ ok: true, gross: 202_000, vat: 33_667 })
  expect(result.lines.map(({ position, quantity, gross, vat }) => [position, quantity, gross, vat])).toEqual([
    [1, 2, 178_000, 29_667],
    [2, 6, 24_000, 4_000],
  ])
})

test.each([
  [200_000, true],
  [199_999, false],
])('%i centimes of taxed goods: %s', (posted, ok) => {
  expect(check(ticketOf([ticketLine(1, 'lamp', 1, posted)], [])).ok).toBe(ok)
})

test('below the threshold it says how much more would reach it, however much the rug cost', () => {
  expect(check(ticketOf([ticketLine(1, 'lamp', 2, 93_000), rug], []))).toMatchObject({
    ok: false,
    reason: 'belowThreshold',
    gross: 186_000,
    missing: 14_000,
  })
})

test('an open cart says how far it is from a form, and what would come back', () => {
  const nudge = (...lines: TicketLine[]) => exportNudge({ lines }, settings, day)
  expect(nudge(ticketLine(1, 'lamp', 2, 93_000), rug)).toEqual({ missing: 14_000, vat: 31_000 })
  expect(nudge(lamp, glass, rug)).toEqual({ missing: 0, vat: 33_667 })
  expect([nudge(), nudge(rug)]).toEqual([null, null])
  expect(exportNudge({ lines: [lamp] }, plain, day)).toBeNull()
  expect(exportNudge({ lines: [lamp] }, settings, '2006-12-31')).toBeNull()
})

test('the agreed price counts, not the posted one', () => {
  expect(check(ticketOf([ticketLine(1, 'lamp', 1, 250_000, { agreed: 190_000 })], []))).toMatchObject({
    ok: false,
    missing: 10_000,
  })
})

test('what was given back does not count, and is said to be the reason', () => {
  expect(check(enough, new Map([[2, 1]]))).toMatchObject({
    ok: false,
    reason: 'givenBack',
    gross: 198_000,
    missing: 0,
  })
  expect(check(enough, new Map([[3, 1]])).ok).toBe(true)
  expect(check(enough, new Map([[1, 2]])).lines.map(({ position }) => position)).toEqual([2])
})

test('only on the day of the sale, only for a sale, only by a shop that makes them', () => {
  expect(check(enough, none, '2026-11-24')).toMatchObject({ ok: false, reason: 'tooLate' })
  expect(check({ ...enough, kind: 'refund' })).toMatchObject({ ok: false, reason: 'refundTicket' })
  for (const exportForms of [null, undefined])
    expect(
      exportFormCheck(enough, none, exportForms === null ? { ...plain, exportForms } : plain, day),
    ).toMatchObject({ ok: false, reason: 'notOffered', missing: 0 })
  expect(check({ ...enough, businessDay: '2001-01-01' }, none, '2001-01-01')).toMatchObject({
    reason: 'notOffered',
  })
})

const under = (country: 'MA' | 'FR', regime: 'cpu' | 'liable' | 'franchise') => ({
  ...settings,
  tax: { country, regimes: [{ from: day, regime }], duty: [] },
})

test('a shop that is not liable on the day makes none, nor one of another country', () => {
  const nudge = (of: ReturnType<typeof under>) => exportNudge({ lines: [lamp, glass] }, of, day)
  expect(nudge(under('MA', 'liable'))).toEqual({ missing: 0, vat: 33_667 })
  expect([nudge(under('MA', 'cpu')), nudge(under('FR', 'liable'))]).toEqual([null, null])
  for (const tax of [
    { country: 'MA', regime: 'cpu' },
    { country: 'FR', regime: 'liable' },
  ] as const)
    expect(check({ ...enough, tax })).toMatchObject({ ok: false, reason: 'notOffered' })
  // What the shop chose since does not take a form from a sale that carried VAT.
  expect(exportFormCheck(enough, none, under('MA', 'cpu'), day).ok).toBe(true)
})

test('what is sold in an artisan’s name does not count', () => {
  const hers = { ...lamp, owner: { owner: 'Fatima', sharePpm: 800_000, role: 'agent' as const } }
  expect(exportNudge({ lines: [hers, glass] }, settings, day)).toEqual({ missing: 176_000, vat: 4_000 })
})

test('VAT comes back at the rate the ticket was taxed at', () => {
  const vat = vatByRate(enough.lines, (vatClass) => (vatClass === '20' ? 1800 : null))
  expect(check({ ...enough, vat })).toMatchObject({ gross: 202_000, vat: 30_814 })
})

test.each([
  ['20', 'leather', true],
  ['20', null, true],
  ['20', 'argan', true],
  ['10', 'argan', false],
  ['20', 'Épices', false],
  ['20', 'EPICES', false],
  ['20', 'توابِل', false],
  ['20', 'antiquités', false],
  ['20', 'jewellery', true],
  ['20', 'Gems', false],
  ['0', 'leather', false],
  ['exempt', 'rugs', false],
] as const)('class %s, category %s: counts %s', (vat, category, counts) => {
  expect(countsForExport(vat, category)).toBe(counts)
})

test.each([
  ['2026-11-23', '2027-02-23'],
  ['2026-11-30', '2027-02-28'],
  ['2027-11-30', '2028-02-29'],
  ['2026-01-31', '2026-04-30'],
  ['2026-12-31', '2027-03-31'],
])('what was sold on %s leaves by %s', (sold, last) => {
  expect(leaveBy(sold)).toBe(last)
})

test('before the first rules there are none', () => {
  expect(exportRulesOn('2006-12-31')).toBeNull()
  expect(leaveBy('2006-12-31')).toBeNull()
  expect(exportRulesOn('2007-01-01')?.threshold).toBe(200_000)
})

const anyLine = fc
  .record({
    vat: fc.constantFrom(...vatClasses),
    category: fc.constantFrom('leather', 'food', 'argan', null),
    quantity: fc.integer({ min: 1, max: 20 }),
    posted: fc.integer({ min: 0, max: 1_000_000 }),
    back: fc.nat(20),
  })
  .map(({ back, category, ...of }) => ({
    line: { ...ticketLine(1, 'lamp', of.quantity, of.posted, { vat: of.vat }), category } as TicketLine,
    back: Math.min(back, of.quantity),
  }))
const basket = fc.array(anyLine, { minLength: 1, maxLength: 12 }).map((each) => ({
  ticket: ticketOf(
    each.map(({ line }) => line),
    [],
    {
      vat: vatByRate(
        each.map(({ line }) => line),
        namedRate,
      ),
    },
  ),
  refunded: new Map(each.map(({ back }, index) => [index + 1, back])),
}))
const ticketVat = (ticket: Ticket, vatClass: string): number =>
  ticket.vat.find((rate) => rate.vatClass === vatClass)?.vat ?? 0

test('the VAT of a rate is never more than the ticket’s, and is it where all of the rate counts', () => {
  fc.assert(
    fc.property(basket, ({ ticket, refunded }) => {
      const { lines } = exportPart(ticket, refunded)
      for (const vatClass of ['20', '10'] as const) {
        const mine = sum(lines.filter(({ line }) => line.vat === vatClass).map(({ vat }) => vat))
        expect(mine).toBeLessThanOrEqual(ticketVat(ticket, vatClass))
        const all = ticket.lines.every(
          (line, index) =>
            line.vat !== vatClass ||
            (countsForExport(line.vat, line.category) && (refunded.get(index + 1) ?? 0) === 0),
        )
        if (all) expect(mine).toBe(ticketVat(ticket, vatClass))
      }
    }),
  )
})

test('lines make up the whole to the centime, and nothing given back is in it', () => {
  fc.assert(
    fc.property(basket, ({ ticket, refunded }) => {
      const part = exportPart(ticket, refunded)
      expect(sum(part.lines.map(({ gross }) => gross))).toBe(part.gross)
      expect(sum(part.lines.map(({ vat }) => vat))).toBe(part.vat)
      for (const { position, line, quantity, unit, gross, vat } of part.lines) {
        expect(quantity).toBe(line.quantity - (refunded.get(position) ?? 0))
        expect(gross).toBe(unit * quantity)
        expect(vat).toBeLessThanOrEqual(gross)
      }
    }),
  )
})

test('giving more back never makes a form possible, and missing closes the gap exactly', () => {
  fc.assert(
    fc.property(basket, ({ ticket, refunded }) => {
      const before = check(ticket)
      const after = check(ticket, refunded)
      if (after.ok) expect(before.ok).toBe(true)
      if (!before.ok && before.reason === 'belowThreshold')
        expect(dirham(before.gross + before.missing)).toBe(200_000)
    }),
  )
})
