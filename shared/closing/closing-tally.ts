import {
  addTicket,
  bump,
  emptySum,
  newTicketSums,
  type Sum,
  signOf,
  type TicketSums,
} from '../books/ticket-sums.ts'
import type { Ticket } from '../cart/ticket.ts'
import type { DrawerCount, Fact, FactOf } from '../checkout/fact.ts'
import type { AttemptId, SaleId, ShiftId, TicketNumber } from '../kernel/ids.ts'
import { type PaperRequest, paperKey } from '../kernel/paper-kinds.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { OwnerRole } from '../owners/share-rule.ts'
import { type CardTally, newCardTally, tallyAttempt, tallyCards } from './card-tally.ts'
import type { CashPurpose } from './cash-purpose.ts'
import type { ClosingNotes } from './closing-figures.ts'
import type { CountedPieces } from './drawer-count.ts'
import { givenUpWorth } from './given-up.ts'

/** A journal entry, as far as a closing is made of it. */
export interface TalliedEntry {
  readonly fact: Fact
  readonly at: Stamp
  readonly by: string
}

/** What lies outside the stretch that is tallied. */
export interface TallyLookups {
  /** All facts of a sale that was given up, in order; it may have been opened in an earlier shift. */
  factsOfSale(sale: SaleId): readonly Fact[]
  /** Of an attempt begun in an earlier shift; `null`: no terminal heard of it. */
  terminalOf(attempt: AttemptId): string | null
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** Running sums of a stretch of the journal, minor units; filled fact by fact. The one tally that books are made of. */
export interface ClosingTally {
  /** Shifts opened in the stretch. */
  readonly shifts: Set<ShiftId>
  readonly sums: TicketSums
  absolute: number
  first: TicketNumber | null
  last: TicketNumber | null
  readonly cards: CardTally
  readonly cancelled: Sum
  readonly overrides: Sum
  noSales: number
  reprints: number
  float: number
  readonly moves: Map<CashPurpose, { readonly in: Sum; readonly out: Sum }>
  readonly duty: Map<'shop' | 'customer', { receipts: number; base: number; amount: number }>
  /** By name and role. */
  readonly owners: Map<
    string,
    { readonly owner: string; readonly role: OwnerRole; gross: number; due: number }
  >
  /** As counted at the end of the shift. */
  drawer: DrawerCount | null
  count: readonly CountedPieces[] | null
  readonly notes: Omit<Writable<ClosingNotes>, 'count'>
}

export const newClosingTally = (): ClosingTally => ({
  shifts: new Set(),
  sums: newTicketSums(),
  absolute: 0,
  first: null,
  last: null,
  cards: newCardTally(),
  cancelled: emptySum(),
  overrides: emptySum(),
  noSales: 0,
  reprints: 0,
  float: 0,
  moves: new Map(),
  duty: new Map(),
  owners: new Map(),
  drawer: null,
  count: null,
  notes: { overrides: [], noSales: [], reprints: [], cashMoves: [] },
})

/** Adds one entry; those of kinds that no closing is made of change nothing. */
export function tallyEntry(tally: ClosingTally, entry: TalliedEntry, lookups: TallyLookups): void {
  const { fact } = entry
  switch (fact.kind) {
    case 'shiftOpened':
      tally.shifts.add(fact.shiftId)
      tally.float += fact.float
      break
    case 'saleCompleted':
    case 'refundCompleted':
      tallyTicket(tally, fact.ticket, lookups)
      break
    case 'saleCancelled':
      if (fact.hadLines) bump(tally.cancelled, givenUpWorth(lookups.factsOfSale(fact.saleId)))
      break
    case 'drawerOpened':
      tally.noSales += 1
      note(tally.notes.noSales, { at: entry.at, by: entry.by, reason: fact.reason })
      break
    case 'cashMoved':
      tallyCashMove(tally, fact, entry)
      break
    case 'receiptPrinted':
    case 'paperPrinted':
      tallyPrint(tally, fact, entry)
      break
    case 'shiftClosed':
      tally.drawer = fact.drawer
      tally.count = fact.count ?? null
      break
    case 'attemptStarted':
    case 'attemptUnknown':
    case 'attemptApprovedUnconfirmed':
    case 'attemptApproved':
    case 'attemptDeclined':
    case 'terminalTested':
      tallyAttempt(tally.cards, fact)
      break
    default:
  }
}

/** A closing is one journal entry: what a wild day has more of is only counted. */
const mostNotes = 500

function note<T>(list: T[], one: T): void {
  if (list.length < mostNotes) list.push(one)
}

function tallyTicket(tally: ClosingTally, ticket: Ticket, lookups: TallyLookups): void {
  tally.first ??= ticket.number
  tally.last = ticket.number
  addTicket(tally.sums, ticket)
  tally.absolute += Math.abs(ticket.gross)
  tallyCards(tally.cards, ticket, lookups.terminalOf)
  tallyOwners(tally, ticket)
  if (ticket.kind === 'refund') return
  tallyOverrides(tally, ticket)
  if (!ticket.duty) return
  const { borneBy, base, amount } = ticket.duty
  const duty = tally.duty.get(borneBy) ?? { receipts: 0, base: 0, amount: 0 }
  duty.receipts += 1
  duty.base += base
  duty.amount += amount
  tally.duty.set(borneBy, duty)
}

function tallyOwners(tally: ClosingTally, ticket: Ticket): void {
  const sign = signOf(ticket)
  for (const { owner: share, gross, ownerDue } of ticket.lines) {
    if (share === null) continue
    const { owner, role = 'principal' } = share
    const key = `${role} ${owner}`
    const sums = tally.owners.get(key) ?? { owner, role, gross: 0, due: 0 }
    sums.gross += sign * gross
    sums.due += sign * ownerDue
    tally.owners.set(key, sums)
  }
}

function tallyOverrides(tally: ClosingTally, ticket: Ticket): void {
  for (const { agreed, floor, posted, name, discount } of ticket.lines) {
    if (agreed === null || floor === null || agreed.unit >= floor) continue
    bump(tally.overrides, discount)
    const { unit, reason, manager } = agreed
    const allowed = { ticket: ticket.number, name, posted, agreed: unit, reason, manager: manager ?? '' }
    note(tally.notes.overrides, allowed)
  }
}

function tallyCashMove(tally: ClosingTally, fact: FactOf<'cashMoved'>, { at, by }: TalliedEntry): void {
  const { direction, amount, reason, purpose = 'other' } = fact
  const sums = tally.moves.get(purpose) ?? { in: emptySum(), out: emptySum() }
  bump(sums[direction], amount)
  tally.moves.set(purpose, sums)
  note(tally.notes.cashMoves, { at, by, direction, purpose, amount, reason })
}

/** A copy that nobody knows the end of may lie on somebody's counter. */
function tallyPrint(
  tally: ClosingTally,
  fact: FactOf<'receiptPrinted' | 'paperPrinted'>,
  { at, by }: TalliedEntry,
): void {
  if (fact.copy === 0 || fact.outcome === 'notStarted') return
  const paper: PaperRequest =
    fact.kind === 'paperPrinted' ? fact.paper : { kind: 'receipt', ticket: fact.ticketNumber }
  // An X is a new reading each time, and no copy of the one before.
  if (paper.kind === 'shiftReport' && tally.shifts.has(paper.shift)) return
  tally.reprints += 1
  note(tally.notes.reprints, { at, by, paper: paperKey(paper) })
}

/** What the drawer should hold: float, cash of tickets, and what was put in and taken out. */
export function drawerNow(tally: ClosingTally): { float: number; cash: number; in: number; out: number } {
  let [putIn, out] = [0, 0]
  for (const moved of tally.moves.values()) {
    putIn += moved.in.amount
    out += moved.out.amount
  }
  return { float: tally.float, cash: tally.sums.tenders.get('cash')?.amount ?? 0, in: putIn, out }
}
