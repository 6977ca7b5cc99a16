/** What a closing must say, from the journal and `books-oracle` alone: lists, filters and sums. */
import type { Fact } from '#shared/checkout/fact.ts'
import type { ClosingFigures } from '#shared/closing/closing-figures.ts'
import { grouped, type RawEntry, type RawTicket, rawTickets, total } from './books-oracle.ts'

/** Figures that the journal alone gives: what batches were told and how many messages waited is said elsewhere. */
export type RawFigures = Omit<ClosingFigures, 'waiting' | 'terminals'> & {
  readonly terminals: readonly { readonly terminal: string; readonly ours: Counted }[]
}

interface Counted {
  readonly count: number
  readonly amount: number
}

type FactIn<K extends Fact['kind']> = Extract<Fact, { kind: K }>

const counted = <T>(list: readonly T[], amount: (each: T) => number): Counted => ({
  count: list.length,
  amount: total(list, amount),
})

const sortedBy = <T>(list: readonly T[], key: (each: T) => string): readonly T[] =>
  list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

/** @returns the shift's entries, and the whole journal up to its end */
function stretchOf(entries: readonly RawEntry[], shift: string) {
  const from = entries.findIndex(({ fact }) => fact.kind === 'shiftOpened' && fact.shiftId === shift)
  const to = entries.findIndex(({ fact }) => fact.kind === 'shiftClosed' && fact.shiftId === shift)
  const end = to === -1 ? entries.length : to + 1
  return { shift: entries.slice(from, end), ever: entries.slice(0, end) }
}

/** The figures of one shift of a journal. */
export function rawFigures(entries: readonly RawEntry[], shiftId: string): RawFigures {
  const { shift, ever } = stretchOf(entries, shiftId)
  const facts = shift.map(({ fact }) => fact)
  const before = new Set(
    rawTickets(ever.slice(0, ever.length - shift.length)).map(({ ticket }) => ticket.number),
  )
  const tickets = rawTickets(ever).filter(({ ticket }) => !before.has(ticket.number))
  const of = <K extends Fact['kind']>(kind: K): readonly FactIn<K>[] =>
    facts.filter((fact): fact is FactIn<K> => fact.kind === kind)
  const sales = tickets.filter(({ sign }) => sign === 1)
  const refunds = tickets.filter(({ sign }) => sign === -1)
  const everFacts = ever.map(({ fact }) => fact)
  const copies = [...of('receiptPrinted'), ...of('paperPrinted')].filter(
    (fact) =>
      fact.copy > 0 &&
      fact.outcome !== 'notStarted' &&
      !('paper' in fact && fact.paper.kind === 'shiftReport' && fact.paper.shift === shiftId),
  )
  const figures = {
    sales: counted(sales, ({ gross }) => gross),
    refunds: counted(refunds, ({ gross }) => gross),
    voids: voids(facts),
    cancelled: cancelled(everFacts, of('saleCancelled')),
    gross: total(tickets, ({ gross }) => gross),
    absolute: total(tickets, ({ gross }) => Math.abs(gross)),
    discounts: total(tickets, ({ lines }) => total(lines, ({ discount }) => discount)),
    rounding: total(tickets, ({ ticket, sign }) => sign * ticket.rounding),
    vat: vatOf(tickets),
    ...money(tickets, everFacts),
    overrides: overrides(sales),
    noSales: of('drawerOpened').length,
    reprints: copies.length,
    cashMoves: ['in', 'out'].flatMap((direction) =>
      ['change', 'bank', 'expense', 'owner', 'other'].flatMap((purpose) => {
        const moves = of('cashMoved').filter(
          (move) => move.direction === direction && (move.purpose ?? 'other') === purpose,
        )
        return moves.length === 0 ? [] : [{ direction, purpose, ...counted(moves, ({ amount }) => amount) }]
      }),
    ),
    drawer: drawer(facts, tickets),
    duty: ['shop', 'customer'].flatMap((borneBy) => {
      const duties = sales.flatMap(({ ticket }) => (ticket.duty?.borneBy === borneBy ? [ticket.duty] : []))
      if (duties.length === 0) return []
      const base = total(duties, (duty) => duty.base)
      return [{ borneBy, receipts: duties.length, base, amount: total(duties, (duty) => duty.amount) }]
    }),
    owners: ownersOf(tickets),
    standingTests: standing(of('terminalTested')),
    unknownAttempts: inDoubt(facts),
    parked: parkedAt(everFacts),
  }
  return figures as unknown as RawFigures
}

function voids(facts: readonly Fact[]): Counted {
  const started = facts.filter(
    (fact) => fact.kind === 'attemptStarted' && fact.purpose === 'void' && fact.givesBack !== undefined,
  ) as FactIn<'attemptStarted'>[]
  const done = started.filter(({ attemptId }) =>
    facts.some((fact) => fact.kind === 'attemptApproved' && fact.attemptId === attemptId),
  )
  const { count, amount } = counted(done, (void_) => void_.amount)
  return { count, amount: amount === 0 ? 0 : -amount }
}

/** Carts are played through again, line by line. */
function cancelled(ever: readonly Fact[], given: readonly FactIn<'saleCancelled'>[]): Counted {
  const worth = ({ saleId }: { saleId: string }): number => {
    const ids = [
      ...new Set(
        ever.flatMap((fact) =>
          fact.kind === 'lineAdded' && fact.saleId === saleId ? [fact.line.lineId] : [],
        ),
      ),
    ]
    return total(ids, (id) => {
      const about = ever.filter((fact) => 'lineId' in fact && fact.lineId === id)
      if (about.some(({ kind }) => kind === 'lineRemoved')) return 0
      const added = ever.findLast((fact) => fact.kind === 'lineAdded' && fact.line.lineId === id)
      if (added?.kind !== 'lineAdded') return 0
      const quantity = about.findLast((fact) => fact.kind === 'quantityChanged')
      const agreed = about.findLast((fact) => fact.kind === 'priceAgreed')
      const unit =
        agreed?.kind === 'priceAgreed' ? agreed.agreed.unit : (added.line.agreed?.unit ?? added.line.posted)
      return unit * (quantity?.kind === 'quantityChanged' ? quantity.quantity : added.line.quantity)
    })
  }
  return counted(
    given.filter(({ hadLines }) => hadLines),
    worth,
  )
}

function vatOf(tickets: readonly RawTicket[]) {
  const parts = tickets.flatMap(({ vat }) => vat)
  const sums = [...grouped(parts, ({ vatClass, rate }) => `${vatClass} ${rate}`).values()].map((group) => ({
    vatClass: group[0]?.vatClass,
    rate: group[0]?.rate ?? null,
    net: total(group, ({ net }) => net),
    vat: total(group, ({ vat }) => vat),
    gross: total(group, ({ gross }) => gross),
  }))
  const classes = ['20', '10', '5.5', '2.1', '0', 'exempt']
  return sums.toSorted(
    (a, b) =>
      (b.rate ?? -1) - (a.rate ?? -1) || classes.indexOf(`${a.vatClass}`) - classes.indexOf(`${b.vatClass}`),
  )
}

function money(tickets: readonly RawTicket[], ever: readonly Fact[]) {
  const tenders = tickets.flatMap(({ ticket, sign }) =>
    ticket.tenders.map((tender) => ({ tender, amount: sign * tender.amount })),
  )
  const cards = tenders.flatMap(({ tender, amount }) => (tender.kind === 'card' ? [{ tender, amount }] : []))
  const onTerminals = cards.flatMap(({ tender, amount }) => {
    const begun = ever.find((fact) => fact.kind === 'attemptStarted' && fact.attemptId === tender.attemptId)
    return begun?.kind === 'attemptStarted' ? [{ terminal: begun.terminal, amount }] : []
  })
  return {
    tenders: ['cash', 'card', 'mobile', 'transfer', 'cheque', 'online'].flatMap((kind) => {
      const those = tenders.filter(({ tender }) => tender.kind === kind)
      return those.length === 0 ? [] : [{ kind, ...counted(those, ({ amount }) => amount) }]
    }),
    cards: sortedBy(
      [...grouped(cards, ({ tender }) => tender.approval?.scheme ?? '')].map(([scheme, those]) => ({
        scheme,
        ...counted(those, ({ amount }) => amount),
      })),
      ({ scheme }) => scheme,
    ),
    terminals: sortedBy(
      [...grouped(onTerminals, ({ terminal }) => terminal)].map(([terminal, those]) => ({
        terminal,
        ours: counted(those, ({ amount }) => amount),
      })),
      ({ terminal }) => terminal,
    ),
  }
}

const overrides = (sales: readonly RawTicket[]): Counted =>
  counted(
    sales.flatMap(({ ticket, lines }) =>
      lines.filter(({ position, unit }) => {
        const floor = ticket.lines[position - 1]?.floor
        return typeof floor === 'number' && unit < floor
      }),
    ),
    ({ discount }) => discount,
  )

function drawer(facts: readonly Fact[], tickets: readonly RawTicket[]) {
  const moved = (direction: 'in' | 'out') =>
    total(facts, (fact) => (fact.kind === 'cashMoved' && fact.direction === direction ? fact.amount : 0))
  const float = total(facts, (fact) => (fact.kind === 'shiftOpened' ? fact.float : 0))
  const cash = total(
    tickets.flatMap(({ ticket, sign }) =>
      ticket.tenders.map((tender) => (tender.kind === 'cash' ? sign * (tender.given - tender.change) : 0)),
    ),
    (amount) => amount,
  )
  const expected = float + cash + moved('in') - moved('out')
  const closed = facts.find((fact) => fact.kind === 'shiftClosed')
  const found = closed?.kind === 'shiftClosed' ? closed.drawer.counted : expected
  return {
    float,
    cash,
    in: moved('in'),
    out: moved('out'),
    expected,
    counted: found,
    difference: found - expected,
  }
}

const ownersOf = (tickets: readonly RawTicket[]) =>
  sortedBy(
    [
      ...grouped(
        tickets.flatMap(({ lines }) => lines.filter(({ owner }) => owner !== null)),
        ({ owner, role }) => `${owner}\u0000${role}`,
      ).values(),
    ].map((those) => ({
      owner: those[0]?.owner ?? '',
      role: those[0]?.role,
      gross: total(those, ({ gross }) => gross),
      due: total(those, ({ due }) => due),
    })),
    ({ owner, role }) => `${owner}\u0000${role}`,
  )

function standing(tests: readonly FactIn<'terminalTested'>[]): Counted {
  const last = [...grouped(tests, ({ attemptId }) => attemptId).values()].flatMap((those) => those.slice(-1))
  return counted(
    last.filter(({ outcome }) => outcome === 'standing'),
    ({ amount }) => amount,
  )
}

/** The last word about each attempt of the shift is no outcome. */
function inDoubt(facts: readonly Fact[]): Counted {
  const kinds = [
    'attemptStarted',
    'attemptUnknown',
    'attemptApprovedUnconfirmed',
    'attemptApproved',
    'attemptDeclined',
  ]
  const begun = facts.filter((fact) => fact.kind === 'attemptStarted') as FactIn<'attemptStarted'>[]
  const doubted = begun.filter(({ attemptId }) => {
    const last = facts.findLast(
      (fact) => kinds.includes(fact.kind) && 'attemptId' in fact && fact.attemptId === attemptId,
    )
    return last?.kind !== 'attemptApproved' && last?.kind !== 'attemptDeclined'
  })
  return counted(doubted, ({ amount }) => amount)
}

function parkedAt(ever: readonly Fact[]): number {
  const sales = new Set(ever.flatMap((fact) => (fact.kind === 'saleParked' ? [fact.saleId] : [])))
  return [...sales].filter((sale) => {
    const last = ever.findLast(
      (fact) =>
        ['saleParked', 'saleResumed', 'saleCompleted', 'saleCancelled'].includes(fact.kind) &&
        'saleId' in fact &&
        fact.saleId === sale,
    )
    return last?.kind === 'saleParked'
  }).length
}
