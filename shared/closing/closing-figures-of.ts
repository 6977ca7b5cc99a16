import { emptySum, grossOf, type Sum, vatTotals } from '../books/ticket-sums.ts'
import type { Tender } from '../cart/ticket.ts'
import type { TicketNumber } from '../kernel/ids.ts'
import { type Dirham, dirham } from '../money/amount.ts'
import { cashPurposes } from './cash-purpose.ts'
import type {
  ClosingFigures,
  ClosingNotes,
  CountedSum,
  DrawerSums,
  TerminalTakings,
} from './closing-figures.ts'
import {
  type ClosingTally,
  drawerNow,
  newClosingTally,
  type TalliedEntry,
  type TallyLookups,
  tallyEntry,
} from './closing-tally.ts'
import type { CountedPieces } from './drawer-count.ts'
import { drawerSums } from './drawer-sums.ts'

/** A batch frozen in the period, as the other side has answered it by now. */
export interface BatchOfPeriod {
  readonly terminal: string
  /** Net as told or confirmed; `null`: nothing yet. */
  readonly told: Dirham | null
  readonly disputed: boolean
}

/** What the stretch of the journal does not say of its period. */
export interface ClosingWorld extends TallyLookups {
  readonly batches: readonly BatchOfPeriod[]
  /** Carts set aside, and messages that have not reached their destination, at this moment. */
  readonly parked: number
  readonly waiting: number
  /** The count that is about to close the shift; `null`: the stretch has it, or nobody has counted. */
  readonly count: { readonly counted: Dirham; readonly pieces: readonly CountedPieces[] | null } | null
}

/** A stretch of the journal in figures. */
export interface ClosedStretch {
  readonly figures: ClosingFigures
  readonly notes: ClosingNotes
  readonly tickets: { readonly first: TicketNumber; readonly last: TicketNumber } | null
}

/**
 * The figures of one shift.
 * @param entries from its `shiftOpened` on, in order; only those of `closingKinds` matter
 */
export function closingFiguresOf(entries: Iterable<TalliedEntry>, world: ClosingWorld): ClosedStretch {
  const tally = newClosingTally()
  for (const entry of entries) tallyEntry(tally, entry, world)
  const { first, last, notes } = tally
  return {
    figures: figuresOf(tally, world),
    notes: { ...notes, count: world.count?.pieces ?? tally.count },
    tickets: first === null || last === null ? null : { first, last },
  }
}

/** In the order papers list them. */
export const tenderOrder: readonly Tender['kind'][] = [
  'cash',
  'card',
  'mobile',
  'transfer',
  'cheque',
  'online',
]

const counted = ({ count, amount }: Readonly<Sum>): CountedSum => ({ count, amount: dirham(amount) })
const summed = (amounts: ReadonlyMap<unknown, number>): CountedSum =>
  counted({ count: amounts.size, amount: [...amounts.values()].reduce((sum, each) => sum + each, 0) })

/** By code unit: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function figuresOf(tally: ClosingTally, world: ClosingWorld): ClosingFigures {
  const { sums, cards } = tally
  return {
    sales: counted(sums.sales),
    refunds: counted(sums.refunds),
    voids: counted(cards.voids),
    cancelled: counted(tally.cancelled),
    gross: dirham(grossOf(sums)),
    absolute: dirham(tally.absolute),
    discounts: dirham(sums.discounts),
    rounding: dirham(sums.rounding),
    vat: vatTotals(sums),
    tenders: tenderOrder.flatMap((kind) => {
      const sum = sums.tenders.get(kind)
      return sum === undefined ? [] : [{ kind, ...counted(sum) }]
    }),
    cards: [...cards.schemes]
      .sort(([a], [b]) => byText(a, b))
      .map(([scheme, sum]) => ({ scheme, ...counted(sum) })),
    terminals: terminalsOf(cards.terminals, world.batches),
    overrides: counted(tally.overrides),
    noSales: tally.noSales,
    reprints: tally.reprints,
    cashMoves: cashMovesOf(tally),
    drawer: drawerOf(tally, world),
    duty: (['shop', 'customer'] as const).flatMap((borneBy) => {
      const duty = tally.duty.get(borneBy)
      if (duty === undefined) return []
      return [{ borneBy, receipts: duty.receipts, base: dirham(duty.base), amount: dirham(duty.amount) }]
    }),
    owners: [...tally.owners.values()]
      .sort((a, b) => byText(a.owner, b.owner) || byText(a.role, b.role))
      .map(({ owner, role, gross, due }) => ({ owner, role, gross: dirham(gross), due: dirham(due) })),
    standingTests: summed(cards.standing),
    unknownAttempts: summed(cards.inDoubt),
    parked: world.parked,
    waiting: world.waiting,
  }
}

/** Each terminal's card money of ours, and beside it what the other side said of its batches. */
export function terminalsOf(
  ours: ReadonlyMap<string, { readonly count: number; readonly amount: number }>,
  batches: readonly BatchOfPeriod[],
): readonly TerminalTakings[] {
  const names = new Set([...ours.keys(), ...batches.map(({ terminal }) => terminal)])
  return [...names].sort(byText).map((terminal) => {
    const of = batches.filter((batch) => batch.terminal === terminal)
    const told = of.flatMap((batch) => (batch.told === null ? [] : [batch.told]))
    return {
      terminal,
      ours: counted(ours.get(terminal) ?? emptySum()),
      told: told.length === 0 ? null : dirham(told.reduce((sum, each) => sum + each, 0)),
      disputed: of.filter(({ disputed }) => disputed).length,
    }
  })
}

const cashMovesOf = ({ moves }: ClosingTally): ClosingFigures['cashMoves'] =>
  (['in', 'out'] as const).flatMap((direction) =>
    cashPurposes.flatMap((purpose) => {
      const sum = moves.get(purpose)?.[direction]
      return sum === undefined || sum.count === 0 ? [] : [{ direction, purpose, ...counted(sum) }]
    }),
  )

/** As it was counted; while nobody has, as it should be. */
function drawerOf(tally: ClosingTally, { count }: ClosingWorld): DrawerSums {
  if (count === null && tally.drawer !== null) return tally.drawer
  const { float, cash, in: putIn, out } = drawerNow(tally)
  const held = { float: dirham(float), cash: dirham(cash), in: dirham(putIn), out: dirham(out) }
  return drawerSums(held, count?.counted ?? null)
}
