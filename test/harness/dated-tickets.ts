import fc from 'fast-check'
import type { Ticket, TicketLine } from '#shared/cart/ticket.ts'
import type { ReceiptLanguage } from '#shared/kernel/language.ts'
import type { BusinessDay, Stamp } from '#shared/kernel/stamp.ts'
import { dirham, zero } from '#shared/money/amount.ts'

/** A ticket as the journal has it, and when. */
export interface MadeUpTicket {
  readonly ticket: Ticket
  readonly at: Stamp
}

const startMs = (day: BusinessDay): number => Date.parse(`${day}T00:00:00Z`)

/** Few names, so that they meet. */
const pick = <T>(...some: readonly T[]) => fc.constantFrom(...some)

const line = fc
  .record({
    sku: pick('a', 'b', 'c', 'd', '@shipping'),
    category: pick('rugs', 'copper', null),
    maker: pick('Fatima', 'Brahim', null),
    quantity: fc.integer({ min: 1, max: 9 }),
    posted: fc.integer({ min: 0, max: 500_000 }),
    off: fc.option(fc.integer({ min: 0, max: 100 })),
    floored: fc.boolean(),
  })
  .map(({ sku, category, maker, quantity, posted, off, floored }): TicketLine => {
    const floor = Math.floor(posted * 0.8)
    const unit = off === null ? posted : Math.floor((posted * (100 - off)) / 100)
    const manager = floored && unit < floor ? 'driss' : null
    return {
      lineId: sku as TicketLine['lineId'],
      sku: sku as TicketLine['sku'],
      name: { fr: sku },
      vat: '20',
      unique: false,
      quantity,
      posted: dirham(posted),
      floor: floored ? dirham(floor) : null,
      agreed: off === null ? null : { unit: dirham(unit), reason: 'souk', manager },
      owner: null,
      category,
      maker,
      village: null,
      gross: dirham(unit * quantity),
      discount: dirham((posted - unit) * quantity),
      ownerDue: zero,
    }
  })

const made = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  kind: pick('sale', 'sale', 'sale', 'refund') as fc.Arbitrary<'sale' | 'refund'>,
  day: fc.nat(),
  // Past midnight, too: up to 27 hours into the day.
  minute: fc.integer({ min: 7 * 60, max: 27 * 60 }),
  offset: pick(60, 0),
  cashier: pick('amina', 'omar'),
  language: pick<ReceiptLanguage>('fr', 'es', 'zh'),
  tender: pick('cash', 'card', 'mobile', 'online') as fc.Arbitrary<'cash' | 'card' | 'mobile' | 'online'>,
  split: fc.integer({ min: 0, max: 100 }),
  rounding: fc.integer({ min: -9, max: 9 }),
  duty: fc.option(fc.integer({ min: 0, max: 500 })),
})

/** Tickets of some days in a row, in no order. */
export const ticketsOf = (first: BusinessDay, days: number): fc.Arbitrary<readonly MadeUpTicket[]> =>
  fc.array(made, { maxLength: 40 }).map((all) =>
    all.map((each, index): MadeUpTicket => {
      const dayMs = startMs(first) + (each.day % days) * 86_400_000
      const gross = each.lines.reduce((sum, { gross: amount }) => sum + amount, 0)
      const duty = each.kind === 'sale' && each.duty !== null ? each.duty : 0
      const paid = Math.max(0, gross + each.rounding + duty)
      const part = Math.floor((paid * each.split) / 100)
      const tenders = [
        { kind: each.tender, amount: part },
        { kind: 'transfer', amount: paid - part },
      ].map((tender) => ({ ...tender, tenderId: 't', reference: '', given: 0, change: 0 }))
      return {
        at: {
          utcMs: dayMs + each.minute * 60_000 - each.offset * 60_000,
          offsetMinutes: each.offset,
        },
        ticket: {
          kind: each.kind,
          number: index + 1,
          businessDay: new Date(dayMs).toISOString().slice(0, 10),
          cashier: each.cashier,
          currency: 'MAD',
          language: each.language,
          lines: each.lines,
          vat: [],
          gross: dirham(gross),
          discounts: dirham(each.lines.reduce((sum, { discount }) => sum + discount, 0)),
          tenders,
          rounding: dirham(paid - gross - duty),
          duty: duty === 0 ? null : { base: dirham(paid), amount: dirham(duty), borneBy: 'customer' },
          refundOf: each.kind === 'sale' ? null : { number: 1, lines: each.lines.map(() => 1) },
        } as unknown as Ticket,
      }
    }),
  )
