import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { PersonId, ShiftId } from '#shared/kernel/ids.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { applyInBulk } from './ledger-bulk.ts'
import { refundFacts, saleFacts } from './ledger-facts.ts'
import { demoItem, demoSettings } from './made-up-shop.ts'

/** One append: facts that are durable together, and the messages that follow from them. */
export interface Append {
  readonly facts: readonly Fact[]
  readonly forwards: readonly Forward[]
  readonly at: Stamp
}

export interface HistoryWanted {
  readonly items: number
  /** Sale and refund tickets together; generation ends at whichever of the two comes first. */
  readonly tickets?: number
  readonly entries?: number
  /** Lines of a sale are 1 to this many. Default 4. */
  readonly mostLines?: number
  /** Default 80. */
  readonly ticketsPerDay?: number
  /** Close the last shift. Default false: the till is in the middle of its day. */
  readonly closed?: boolean
  readonly seed?: number
}

const firstDayMs = Date.UTC(2024, 0, 2, 8)
const dayMs = 86_400_000

/**
 * The life of a made-up shop, append by append, as a counter would have written it: its catalogue, days of sales in
 * cash, by card and by phone, refunds, pay-ins, closings. The same for the same numbers. `tillCreated` is not among
 * them.
 */
export function* history(wanted: HistoryWanted): Generator<Append> {
  const { items: itemCount, tickets: ticketsWanted = Infinity, entries: entriesWanted = Infinity } = wanted
  const chance = seededChance(wanted.seed ?? 1)
  const mostLines = wanted.mostLines ?? 4
  const ticketsPerDay = wanted.ticketsPerDay ?? 80
  let atMs = firstDayMs
  let entries = 1
  let tickets = 0
  let grandTotal = 0
  let terminalSequence = 0
  const sold = new Set<string>()
  const recent: Ticket[] = []

  const append = (facts: readonly Fact[], forwards: readonly Forward[] = []): Append => {
    atMs += 1_000 + Math.floor(chance() * 20_000)
    entries += facts.length
    return { facts, forwards, at: { utcMs: atMs, offsetMinutes: 60 } }
  }
  const wantedItem = (): CatalogueItem => {
    for (;;) {
      const item = demoItem(Math.floor(chance() * itemCount))
      if (!item.unique) return item
      if (sold.has(item.sku)) continue
      sold.add(item.sku)
      return item
    }
  }

  yield append([{ kind: 'shopConfigured', settings: demoSettings }])
  yield append([
    {
      kind: 'peopleChanged',
      people: [
        { id: 'p-amina' as PersonId, name: 'amina', role: 'cashier' },
        { id: 'p-driss' as PersonId, name: 'driss', role: 'manager' },
      ],
    },
  ])
  for (let from = 0; from < itemCount; from += 1000) {
    const some = Array.from({ length: Math.min(1000, itemCount - from) }, (_, i) => demoItem(from + i))
    yield append([{ kind: 'catalogueLoaded', items: some }])
  }

  for (let day = 0; tickets < ticketsWanted && entries < entriesWanted; day++) {
    atMs = Math.max(atMs, firstDayMs + day * dayMs)
    const shiftId = `shift-${day}` as ShiftId
    const businessDay = new Date(firstDayMs + day * dayMs).toISOString().slice(0, 10)
    const float = dirham(50_000)
    let cash = 0
    yield append([{ kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float }])
    for (let i = 0; i < ticketsPerDay && tickets < ticketsWanted && entries < entriesWanted; i++) {
      tickets += 1
      const n = tickets
      const original = chance() < 0.02 ? recent.shift() : undefined
      if (original !== undefined) {
        const refund = refundFacts(n, n, shiftId, { ...original, businessDay }, 1)
        for (const line of refund.ticket.lines) sold.delete(line.sku)
        cash -= refund.ticket.gross
        grandTotal -= refund.ticket.gross
        yield append(refund.facts, refund.forwards)
        continue
      }
      const picked = Array.from({ length: 1 + Math.floor(chance() * mostLines) }, wantedItem)
      const lot = chance()
      const tender = lot < 0.45 ? 'cash' : lot < 0.92 ? 'card' : 'mobile'
      if (tender === 'card') terminalSequence = (terminalSequence % 999_999) + 1
      const sale = saleFacts({ n, number: n, shiftId, businessDay, items: picked, tender, terminalSequence })
      for (const step of sale.steps) yield append(step.facts, step.forwards)
      if (tender === 'cash') cash += sale.ticket.gross
      grandTotal += sale.ticket.gross
      if (recent.push(sale.ticket) > 200) recent.shift()
    }
    const last = tickets >= ticketsWanted || entries >= entriesWanted
    if (last && wanted.closed !== true) return
    const counted = dirham(float + cash)
    yield append([
      {
        kind: 'shiftClosed',
        shiftId,
        drawer: {
          float,
          cash: dirham(cash),
          in: dirham(0),
          out: dirham(0),
          expected: counted,
          counted,
          difference: dirham(0),
        },
        grandTotal: dirham(grandTotal),
      },
    ])
  }
}

/** Builds such a ledger in a folder, fast: the same rows as the append path writes, without its durability. */
export function generateLedger(folder: string, wanted: HistoryWanted): { readonly entries: number } {
  return { entries: applyInBulk(folder, history(wanted)) }
}
