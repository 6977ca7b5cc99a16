import type { Tender, Ticket, TicketLine } from '#shared/cart/ticket.ts'
import type { OwnerShare } from '#shared/catalogue/item.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import { cashPurposes } from '#shared/closing/cash-purpose.ts'
import type { AttemptId, SaleId, ShiftId, TenderId } from '#shared/kernel/ids.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'
import { type RawEntry, shareOf } from './books-oracle.ts'

/** Facts of a shift that was closed, in order, as a counter writes them. */
export interface MadeUpShift {
  readonly businessDay: string
  readonly entries: readonly RawEntry[]
  readonly counted: number
}

export interface ShiftsWanted {
  readonly shifts: number
  /** Tickets of one shift, at most. Default 12. */
  readonly mostTickets?: number
  /** Pieces sold in their owners' names. Default: there are some. */
  readonly agents?: boolean
}

const owners: readonly OwnerShare[] = [
  { owner: 'itto', sharePpm: 750_000 },
  { owner: 'Maâlem Brahim', sharePpm: 0, rule: { kind: 'percentage', ppm: 666_667 }, role: 'principal' },
  { owner: 'iklane', sharePpm: 650_000, role: 'agent' },
  { owner: 'فاطمة', sharePpm: 0, rule: { kind: 'fixed', perUnit: dirham(7_777) }, role: 'agent' },
]
const rates = { '20': 2000, '10': 1000, '0': 0, exempt: null } as const
const classes = ['20', '20', '20', '10', '0', 'exempt'] as const
const methods = ['cash', 'cash', 'card', 'mobile', 'transfer', 'cheque', 'online'] as const

/**
 * Days of a made-up shop with everything a bookkeeper meets: every way to pay, alone and mixed, on two terminals; every class
 * of VAT; pieces of owners by every rule; shipping, bargaining, returns in parts, duty borne by either side, rounding; cash in
 * and out for every purpose, payments to owners in every way, test charges, drawers that do not fit. The same for the same seed.
 */
export function madeUpShifts(seed: number, wanted: ShiftsWanted): readonly MadeUpShift[] {
  const chance = seededChance(seed)
  const upTo = (most: number): number => Math.floor(chance() * (most + 1))
  const one = <T>(some: readonly T[]): T => some[upTo(some.length - 1)] as T
  const shifts: MadeUpShift[] = []
  const sold: { ticket: Ticket; left: number[] }[] = []
  let number = 0
  let ids = 0
  let grandTotal = 0
  const id = (kind: string): string => {
    ids += 1
    return `${kind}-${ids}`
  }

  function lineOf(): TicketLine {
    const shipping = chance() < 0.08
    const owner = shipping || chance() < 0.4 ? null : one(owners)
    const own = owner?.role === 'agent' && wanted.agents === false ? null : owner
    const quantity = shipping ? 1 : 1 + upTo(3)
    const posted = 100 + upTo(400_000)
    const unit = chance() < 0.3 ? posted - upTo(Math.floor(posted / 4)) : posted
    return priced({
      lineId: id('line') as TicketLine['lineId'],
      sku: (shipping ? '@shipping' : `sku-${upTo(50)}`) as TicketLine['sku'],
      name: { fr: `Tapis ${upTo(50)}`, ar: 'زربية' },
      vat: shipping ? '20' : one(classes),
      unique: false,
      quantity,
      posted: dirham(posted),
      floor: null,
      agreed: unit === posted ? null : { unit: dirham(unit), reason: 'souk', manager: null },
      owner: own,
      category: one(['rugs', 'copper', null]),
      maker: null,
      village: null,
      gross: dirham(0),
      discount: dirham(0),
      ownerDue: dirham(0),
    })
  }

  function attempt(say: Say, purpose: 'payment' | 'refund' | 'test' | 'void', amount: number): AttemptId {
    const attemptId = id('attempt') as AttemptId
    const saleId = id('sale') as SaleId
    const terminal = one(['t1', 't2'])
    const sequence = { terminalSequence: 1, purpose, terminal, amount: dirham(amount) }
    say({ kind: 'attemptStarted', attemptId, saleId, ...sequence } as FactOf<'attemptStarted'>)
    const tenderId = id('tender') as TenderId
    const decidedBy = { kind: 'terminal' } as const
    say({ kind: 'attemptApproved', attemptId, saleId, tenderId, approval: null, decidedBy })
    return attemptId
  }

  function tenderOf(say: Say, kind: Tender['kind'], amount: number, back: boolean): Tender {
    const tenderId = id('tender') as TenderId
    if (kind === 'cash')
      return { kind, tenderId, amount: dirham(amount), given: dirham(amount), change: dirham(0) }
    if (kind !== 'card') return { kind, tenderId, amount: dirham(amount), reference: id('ref') }
    const attemptId = attempt(say, back ? 'refund' : 'payment', amount)
    return { kind, tenderId, amount: dirham(amount), attemptId, approval: null }
  }

  function issue(say: Say, kind: Ticket['kind'], lines: readonly TicketLine[], of: Ticket | null): Ticket {
    const gross = lines.reduce((sum, line) => sum + line.gross, 0)
    const cash = chance() < 0.4
    const rounding = cash ? upTo(8) - 4 : 0
    const amount = kind === 'sale' && cash && chance() < 0.5 ? shareOf(gross, 25, 10_000) : 0
    const borneBy = one(['shop', 'customer'] as const)
    const paid = gross + rounding + (borneBy === 'customer' ? amount : 0)
    const part = cash || chance() < 0.7 ? paid : upTo(paid)
    const tenders = [
      tenderOf(say, cash ? 'cash' : one(methods), part, kind === 'refund'),
      ...(part === paid ? [] : [tenderOf(say, one(methods), paid - part, kind === 'refund')]),
    ]
    number += 1
    grandTotal += kind === 'sale' ? gross : -gross
    return {
      kind,
      number: number as Ticket['number'],
      saleId: id('sale') as SaleId,
      shiftId: '' as ShiftId,
      businessDay: '',
      cashier: 'amina',
      currency: 'MAD',
      language: 'fr',
      lines,
      vat: vatOf(lines),
      gross: dirham(gross),
      discounts: dirham(lines.reduce((sum, line) => sum + line.discount, 0)),
      tenders,
      rounding: dirham(rounding),
      tax: { country: 'MA', regime: 'liable' },
      duty: amount === 0 ? null : { base: dirham(gross), amount: dirham(amount), borneBy },
      refundOf: of === null ? null : { number: of.number, lines: [] },
    }
  }

  function sell(say: Say): void {
    const saleId = id('sale') as SaleId
    const shiftId = '' as ShiftId
    say({ kind: 'saleOpened', saleId, shiftId, cashier: 'amina' })
    if (chance() < 0.15) {
      say({ kind: 'saleParked', saleId, name: 'la dame au chapeau' })
      say({ kind: 'saleResumed', saleId })
    }
    const lines = Array.from({ length: 1 + upTo(4) }, lineOf)
    const ticket = { ...issue(say, 'sale', lines, null), saleId }
    sold.push({ ticket, left: lines.map(({ quantity }) => quantity) })
    say({ kind: 'saleCompleted', saleId: ticket.saleId, ticket })
  }

  /** One unit of one line, as often as there are some. */
  function giveBack(say: Say): void {
    const of = one(sold)
    const position = of.left.findIndex((left) => left > 0)
    const line = of.ticket.lines[position]
    if (line === undefined) return
    const before = line.quantity - (of.left[position] ?? 0)
    of.left[position] = (of.left[position] ?? 0) - 1
    const all = priced({ ...line, quantity: before + 1 })
    const gone = before === 0 ? 0 : priced({ ...line, quantity: before }).ownerDue
    const back = { ...priced({ ...line, quantity: 1 }), ownerDue: dirham(all.ownerDue - gone) }
    const ticket = issue(say, 'refund', [back], of.ticket)
    const refundOf = { number: of.ticket.number, lines: [position + 1] }
    say({ kind: 'refundCompleted', saleId: ticket.saleId, ticket: { ...ticket, refundOf } })
  }

  function payOwner(say: Say, shiftId: ShiftId, businessDay: string): number {
    const amount = dirham(1 + upTo(50_000))
    const by = one(['cash', 'transfer', 'mobile', 'cheque'] as const)
    say({
      kind: 'ownerPaid',
      owner: one(owners).owner,
      what: one(['advance', 'payout'] as const),
      amount,
      by,
      reference: '',
      businessDay,
      shiftId,
      period: null,
      before: dirham(0),
      after: dirham(0),
    })
    if (by !== 'cash') return 0
    say({ kind: 'cashMoved', shiftId, direction: 'out', amount, reason: 'Itto', purpose: 'owner' })
    return -amount
  }

  for (let day = 0; day < wanted.shifts; day++) {
    const businessDay = new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10)
    const shiftId = `shift-${seed}-${day}` as ShiftId
    const entries: RawEntry[] = []
    let atMs = Date.parse(`${businessDay}T08:00:00Z`)
    const say: Say = (fact) => {
      atMs += 1_000
      const at: Stamp = { utcMs: atMs, offsetMinutes: 60 }
      const isTicket = fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted'
      const opened = fact.kind === 'saleOpened' ? { ...fact, shiftId } : fact
      const said = isTicket ? { ...fact, ticket: { ...fact.ticket, shiftId, businessDay } } : opened
      entries.push({ fact: said, at, by: 'amina' })
    }
    const float = dirham(upTo(80_000))
    let moved: { in: number; out: number } = { in: 0, out: 0 }
    say({ kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float })
    for (let n = upTo(wanted.mostTickets ?? 12); n > 0; n--) {
      if (sold.length > 0 && chance() < 0.15) giveBack(say)
      else sell(say)
      if (chance() < 0.1) attempt(say, one(['test', 'void']), 100)
      if (chance() < 0.1) moved = { ...moved, out: moved.out - payOwner(say, shiftId, businessDay) }
      if (chance() < 0.2) {
        const direction = one(['in', 'out'] as const)
        const amount = dirham(1 + upTo(30_000))
        moved = { ...moved, [direction]: moved[direction] + amount }
        const purpose = one([...cashPurposes, undefined])
        const named = purpose === undefined ? {} : { purpose }
        say({ kind: 'cashMoved', shiftId, direction, amount, reason: one(['', 'thé']), ...named })
      }
    }
    const cash = cashOf(entries)
    const expected = float + cash + moved.in - moved.out
    const difference = chance() < 0.5 ? 0 : upTo(200) - 100
    const drawer = {
      float,
      cash: dirham(cash),
      in: dirham(moved.in),
      out: dirham(moved.out),
      expected: dirham(expected),
      counted: dirham(expected + difference),
      difference: dirham(difference),
    }
    say({ kind: 'shiftClosed', shiftId, drawer, grandTotal: dirham(grandTotal) })
    shifts.push({ businessDay, entries, counted: expected + difference })
  }
  return shifts
}

type Say = (fact: Fact) => void

function priced(line: TicketLine): TicketLine {
  const unit = line.agreed?.unit ?? line.posted
  const gross = unit * line.quantity
  return {
    ...line,
    gross: dirham(gross),
    discount: dirham((line.posted - unit) * line.quantity),
    ownerDue: dirham(dueOf(line.owner, unit, line.quantity)),
  }
}

function dueOf(owner: OwnerShare | null, unit: number, quantity: number): number {
  if (owner === null) return 0
  const { rule } = owner
  if (rule?.kind === 'fixed') return Math.min(rule.perUnit, unit) * quantity
  const ppm = rule?.kind === 'percentage' ? rule.ppm : owner.sharePpm
  return shareOf(unit * quantity, ppm, 1_000_000)
}

function vatOf(lines: readonly TicketLine[]): Ticket['vat'] {
  return (['20', '10', '0', 'exempt'] as const).flatMap((vatClass) => {
    const own = lines.filter((line) => line.vat === vatClass)
    if (own.length === 0) return []
    const gross = own.reduce((sum, line) => sum + line.gross, 0)
    const rate = rates[vatClass]
    const vat = rate === null ? 0 : shareOf(gross, rate, 10_000 + rate)
    return [{ vatClass, rate, gross: dirham(gross), vat: dirham(vat), net: dirham(gross - vat) }]
  })
}

function cashOf(entries: readonly RawEntry[]): Dirham {
  let cash = 0
  for (const { fact } of entries)
    if (fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted')
      for (const { kind, amount } of fact.ticket.tenders)
        if (kind === 'cash') cash += fact.kind === 'saleCompleted' ? amount : -amount
  return dirham(cash)
}
