import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq, TicketNumber } from '#shared/kernel/ids.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'
import type { OwnerAccount, OwnerMove } from '../books-handles.ts'
import { entryOf, journalRows } from '../journal.ts'
import type { OwnerRow } from './owners.ts'

interface LineMove {
  readonly ticket: number
  readonly position: number
  readonly kind: 'sale' | 'refund'
  readonly seq: number
  readonly business_day: string
  readonly gross: number
  readonly owner_due: number
}

interface PaymentMove {
  readonly seq: number
  readonly business_day: string
}

const lineOf = (row: LineMove): OwnerMove => {
  const sign = row.kind === 'sale' ? 1 : -1
  return {
    kind: 'line',
    seq: row.seq as Seq,
    businessDay: row.business_day,
    ticket: row.ticket as TicketNumber,
    line: row.position,
    gross: dirham(sign * row.gross),
    due: dirham(sign * row.owner_due),
  }
}

/** Reads of owners' accounts. */
export function ownerReads(db: Database): {
  all(): readonly OwnerAccount[]
  find(owner: string): OwnerAccount | null
  ofItems(): readonly string[]
  moves(owner: string, range: DayRange): Iterable<OwnerMove>
  balanceBefore(owner: string, day: BusinessDay): Dirham
} {
  const journal = journalRows(db)
  const all = db.prepare<[], OwnerRow>('SELECT * FROM owners ORDER BY owner')
  const find = db.prepare<[string], OwnerRow>('SELECT * FROM owners WHERE owner = ?')
  const firstShift = db
    .prepare<[string], number | null>('SELECT min(seq) FROM shifts WHERE business_day >= ?')
    .pluck()
  const newest = db.prepare<[], number>('SELECT last_ticket FROM head').pluck()
  const seqOf = db
    .prepare<[number], number>('SELECT seq FROM tickets WHERE number >= ? ORDER BY number LIMIT 1')
    .pluck()
  const lines = db.prepare<[string, number], LineMove>(
    `SELECT l.ticket, l.position, t.kind, t.seq, t.business_day, l.gross, l.owner_due
     FROM lines l INDEXED BY lines_by_owner CROSS JOIN tickets t ON t.number = l.ticket
     WHERE l.owner = ? AND l.ticket >= ? ORDER BY l.ticket, l.position`,
  )
  const payments = db.prepare<[string, number], PaymentMove>(
    'SELECT seq, business_day FROM owner_payments WHERE owner = ? AND seq > ? ORDER BY seq',
  )
  const ofItems = db
    .prepare<[], string>(
      `SELECT DISTINCT body ->> '$.owner.owner' AS owner FROM (SELECT body FROM items ORDER BY id LIMIT 20000)
       WHERE owner IS NOT NULL ORDER BY owner LIMIT 500`,
    )
    .pluck()

  const contractOf = ({ owner, contract }: OwnerRow): OwnerAccount['contract'] => {
    const row = contract === null ? undefined : journal.find(contract)
    if (row?.kind !== 'ownersChanged') return null
    const { owners } = entryOf(row).fact as FactOf<'ownersChanged'>
    return owners.find((each) => each.owner === owner) ?? null
  }
  const accountOf = (row: OwnerRow): OwnerAccount => ({
    owner: row.owner,
    contract: contractOf(row),
    due: dirham(row.due),
    paid: dirham(row.paid),
  })

  /** The first ticket written after an entry, by halving: numbers and entries rise together. */
  const ticketAfter = (seq: number): number => {
    let low = 1
    let high = (newest.get() ?? 0) + 1
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((seqOf.get(middle) ?? Number.MAX_SAFE_INTEGER) > seq) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Everything since the first shift of a day or a later one, lines and payments as they were written. */
  function since(owner: string, day: BusinessDay): readonly OwnerMove[] {
    const from = firstShift.get(day) ?? null
    if (from === null) return paid(owner, day, 0)
    const sold = lines.all(owner, ticketAfter(from)).map(lineOf)
    return [...sold, ...paid(owner, day, 0)].sort((a, b) => a.seq - b.seq)
  }

  const paid = (owner: string, day: BusinessDay, after: number): readonly OwnerMove[] =>
    payments
      .all(owner, after)
      .filter(({ business_day }) => business_day >= day)
      .flatMap(({ seq, business_day }): OwnerMove[] => {
        const row = journal.find(seq)
        if (row === undefined) return []
        const fact = entryOf(row).fact as FactOf<'ownerPaid'>
        const due = dirham(-fact.amount)
        return [{ kind: 'payment', seq: seq as Seq, businessDay: business_day, fact, due }]
      })

  return {
    all: () => all.all().map(accountOf),
    find(owner) {
      const row = find.get(owner)
      return row === undefined ? null : accountOf(row)
    },
    ofItems: () => ofItems.all(),
    moves: (owner, { from, to }) =>
      since(owner, from).filter(({ businessDay }) => businessDay >= from && businessDay <= to),
    balanceBefore(owner, day) {
      const row = find.get(owner)
      if (row === undefined) return dirham(0)
      const later = since(owner, day).filter(({ businessDay }) => businessDay >= day)
      return dirham(row.due - row.paid - later.reduce((sum, { due }) => sum + due, 0))
    },
  }
}
