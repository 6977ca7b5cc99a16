import { byRate } from '../books/ticket-sums.ts'
import { rateOfTotal } from '../cart/line-vat.ts'
import { add, type Dirham, zero } from '../money/amount.ts'
import { cashPurposes } from './cash-purpose.ts'
import type { ClosingFigures, CountedSum } from './closing-figures.ts'
import { byText, tenderOrder } from './closing-figures-of.ts'

const none: CountedSum = { count: 0, amount: zero }

/** Of a period in which nothing happened. */
export const emptyFigures: ClosingFigures = {
  sales: none,
  refunds: none,
  voids: none,
  cancelled: none,
  gross: zero,
  absolute: zero,
  discounts: zero,
  rounding: zero,
  vat: [],
  tenders: [],
  cards: [],
  terminals: [],
  overrides: none,
  noSales: 0,
  reprints: 0,
  cashMoves: [],
  drawer: {
    float: zero,
    cash: zero,
    in: zero,
    out: zero,
    expected: zero,
    counted: zero,
    difference: zero,
  },
  duty: [],
  owners: [],
  standingTests: none,
  unknownAttempts: none,
  parked: 0,
  waiting: 0,
}

const both = (a: CountedSum, b: CountedSum): CountedSum => ({
  count: a.count + b.count,
  amount: add(a.amount, b.amount),
})

/** What one list or the other has, once a key, in the order given. */
function merged<T>(
  lists: readonly [readonly T[], readonly T[]],
  key: (each: T) => string,
  join: (a: T, b: T) => T,
  order: (a: T, b: T) => number,
): readonly T[] {
  const found = new Map<string, T>()
  for (const each of lists.flat()) {
    const before = found.get(key(each))
    found.set(key(each), before === undefined ? each : join(before, each))
  }
  return [...found.values()].sort(order)
}

/**
 * Two periods as one: every figure is the sum of theirs. Associative, and `emptyFigures` changes nothing, so that a month
 * is its shifts and a year its months however they are put together.
 */
export const mergeFigures = (a: ClosingFigures, b: ClosingFigures): ClosingFigures => ({
  sales: both(a.sales, b.sales),
  refunds: both(a.refunds, b.refunds),
  voids: both(a.voids, b.voids),
  cancelled: both(a.cancelled, b.cancelled),
  gross: add(a.gross, b.gross),
  absolute: add(a.absolute, b.absolute),
  discounts: add(a.discounts, b.discounts),
  rounding: add(a.rounding, b.rounding),
  vat: mergedVat(a, b),
  tenders: merged(
    [a.tenders, b.tenders],
    ({ kind }) => kind,
    (x, y) => ({ kind: x.kind, ...both(x, y) }),
    (x, y) => tenderOrder.indexOf(x.kind) - tenderOrder.indexOf(y.kind),
  ),
  cards: merged(
    [a.cards, b.cards],
    ({ scheme }) => scheme,
    (x, y) => ({ scheme: x.scheme, ...both(x, y) }),
    (x, y) => byText(x.scheme, y.scheme),
  ),
  terminals: merged(
    [a.terminals, b.terminals],
    ({ terminal }) => terminal,
    (x, y) => ({
      terminal: x.terminal,
      ours: both(x.ours, y.ours),
      told: bothTold(x.told, y.told),
      disputed: x.disputed + y.disputed,
    }),
    (x, y) => byText(x.terminal, y.terminal),
  ),
  overrides: both(a.overrides, b.overrides),
  noSales: a.noSales + b.noSales,
  reprints: a.reprints + b.reprints,
  cashMoves: merged(
    [a.cashMoves, b.cashMoves],
    ({ direction, purpose }) => `${direction} ${purpose}`,
    (x, y) => ({ direction: x.direction, purpose: x.purpose, ...both(x, y) }),
    (x, y) =>
      byText(x.direction, y.direction) || cashPurposes.indexOf(x.purpose) - cashPurposes.indexOf(y.purpose),
  ),
  drawer: {
    float: add(a.drawer.float, b.drawer.float),
    cash: add(a.drawer.cash, b.drawer.cash),
    in: add(a.drawer.in, b.drawer.in),
    out: add(a.drawer.out, b.drawer.out),
    expected: add(a.drawer.expected, b.drawer.expected),
    counted: add(a.drawer.counted, b.drawer.counted),
    difference: add(a.drawer.difference, b.drawer.difference),
  },
  duty: merged(
    [a.duty, b.duty],
    ({ borneBy }) => borneBy,
    (x, y) => ({
      borneBy: x.borneBy,
      receipts: x.receipts + y.receipts,
      base: add(x.base, y.base),
      amount: add(x.amount, y.amount),
    }),
    (x, y) => byText(y.borneBy, x.borneBy),
  ),
  owners: merged(
    [a.owners, b.owners],
    ({ owner, role }) => `${role} ${owner}`,
    (x, y) => ({
      owner: x.owner,
      role: x.role,
      gross: add(x.gross, y.gross),
      due: add(x.due, y.due),
    }),
    (x, y) => byText(x.owner, y.owner) || byText(x.role, y.role),
  ),
  standingTests: both(a.standingTests, b.standingTests),
  unknownAttempts: both(a.unknownAttempts, b.unknownAttempts),
  parked: a.parked + b.parked,
  waiting: a.waiting + b.waiting,
})

/** Nothing told of one part is no amount of 0 told. */
const bothTold = (a: Dirham | null, b: Dirham | null): Dirham | null =>
  a === null ? b : b === null ? a : add(a, b)

const mergedVat = (a: ClosingFigures, b: ClosingFigures): ClosingFigures['vat'] =>
  merged(
    [a.vat, b.vat],
    (total) => `${total.vatClass}@${rateOfTotal(total)}`,
    (x, y) => ({
      vatClass: x.vatClass,
      rate: rateOfTotal(x),
      net: add(x.net, y.net),
      vat: add(x.vat, y.vat),
      gross: add(x.gross, y.gross),
    }),
    byRate,
  )
