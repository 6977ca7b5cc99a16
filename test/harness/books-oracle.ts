/**
 * The books' arithmetic done a second time, by code of its own: from the quantities, prices and rates that stand in the
 * journal, in big integers and lists, and with nothing of shared/books, shared/closing, shared/cart or shared/tax. What
 * a closing, an export or a report says must be what comes out here.
 */
import type { Ticket } from '#shared/cart/ticket.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'

/** A journal entry, as far as books are made of it. */
export interface RawEntry {
  readonly fact: Fact
  readonly at: Stamp
  readonly by: string
}

/** A line worked out anew. All amounts signed: refunds negative. Minor units. */
export interface RawLine {
  readonly ticket: number
  /** 1 = first. */
  readonly position: number
  readonly sku: string
  readonly quantity: number
  readonly unit: number
  readonly gross: number
  readonly discount: number
  readonly vatClass: string
  readonly owner: string | null
  readonly role: 'principal' | 'agent'
  readonly due: number
}

/** VAT of one class of a ticket, worked out anew at the rate that the ticket names. Signed. */
export interface RawVat {
  readonly vatClass: string
  /** Hundredths of a percent; `null`: outside VAT. */
  readonly rate: number | null
  readonly net: number
  readonly vat: number
  readonly gross: number
}

export interface RawTicket {
  readonly ticket: Ticket
  readonly at: Stamp
  readonly sign: 1 | -1
  readonly gross: number
  readonly lines: readonly RawLine[]
  readonly vat: readonly RawVat[]
}

const namedAfter: Readonly<Record<string, number | null>> = { exempt: null }
const rateNamed = (vatClass: string): number | null =>
  vatClass in namedAfter ? null : Math.round(Number(vatClass) * 100)

/** `a × b ÷ c`, halves away from zero, of numbers that are not negative. */
export function shareOf(a: number, b: number, c: number): number {
  const twice = 2n * BigInt(a) * BigInt(b) + BigInt(c)
  return Number(twice / (2n * BigInt(c)))
}

/** Never −0, which no figure is. */
const signed = (sign: 1 | -1, amount: number): number => (amount === 0 ? 0 : sign * amount)

/** Every ticket of a journal, in order. */
export function rawTickets(entries: Iterable<RawEntry>): readonly RawTicket[] {
  const back = new Map<string, number>()
  const made: RawTicket[] = []
  for (const { fact, at } of entries) {
    if (fact.kind !== 'saleCompleted' && fact.kind !== 'refundCompleted') continue
    made.push(rawTicket(fact.ticket, at, back))
  }
  return made
}

/** @param back units that came back before, by `ticket/position`; grows */
function rawTicket(ticket: Ticket, at: Stamp, back: Map<string, number>): RawTicket {
  const sign = ticket.refundOf === null ? 1 : -1
  const lines = ticket.lines.map((line, index): RawLine => {
    const unit = line.agreed === null ? line.posted : line.agreed.unit
    const origin = `${ticket.refundOf?.number}/${ticket.refundOf?.lines[index]}`
    const before = sign === 1 ? 0 : (back.get(origin) ?? 0)
    if (sign === -1) back.set(origin, before + line.quantity)
    return {
      ticket: ticket.number,
      position: index + 1,
      sku: line.sku,
      quantity: line.quantity,
      unit,
      gross: signed(sign, unit * line.quantity),
      discount: signed(sign, (line.posted - unit) * line.quantity),
      vatClass: line.vat,
      owner: line.owner?.owner ?? null,
      role: line.owner?.role ?? 'principal',
      due: signed(
        sign,
        duePart(line.owner, unit, before + line.quantity) - duePart(line.owner, unit, before),
      ),
    }
  })
  return {
    ticket,
    at,
    sign,
    gross: total(lines, ({ gross }) => gross),
    lines,
    vat: rawVat(ticket, lines, sign),
  }
}

function rawVat(ticket: Ticket, lines: readonly RawLine[], sign: 1 | -1): readonly RawVat[] {
  return [...new Set(lines.map(({ vatClass }) => vatClass))].map((vatClass) => {
    const said = ticket.vat.find((each) => each.vatClass === vatClass)?.rate
    const rate = said === undefined ? rateNamed(vatClass) : said
    const gross = signed(
      sign,
      total(lines, (line) => (line.vatClass === vatClass ? line.gross : 0)),
    )
    const vat = rate === null ? 0 : shareOf(gross, rate, 10_000 + rate)
    return {
      vatClass,
      rate,
      gross: signed(sign, gross),
      vat: signed(sign, vat),
      net: signed(sign, gross - vat),
    }
  })
}

function duePart(owner: Ticket['lines'][number]['owner'], unit: number, quantity: number): number {
  if (owner === null || quantity === 0) return 0
  const { rule } = owner
  if (rule?.kind === 'fixed') return Math.min(rule.perUnit, unit) * quantity
  const ppm =
    rule === undefined
      ? owner.sharePpm
      : rule.kind === 'percentage'
        ? rule.ppm
        : rule.tiers.find(({ upTo }) => upTo === null || unit <= upTo)?.ppm
  if (ppm === undefined) throw new Error(`no tier takes a price of ${unit}`)
  return shareOf(unit * quantity, ppm, 1_000_000)
}

/** Σ over a list. */
export const total = <T>(list: readonly T[], amount: (each: T) => number): number =>
  list.reduce((sum, each) => sum + amount(each), 0)

/** Lists by a key, keys in the order they were met. */
export function grouped<T>(list: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) {
    const group = groups.get(key(each))
    if (group === undefined) groups.set(key(each), [each])
    else group.push(each)
  }
  return groups
}
