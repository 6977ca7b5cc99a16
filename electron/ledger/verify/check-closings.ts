import type { Database } from 'better-sqlite3'
import { holds } from '#electron/platform/shop-key.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { Closing } from '#shared/closing/closing.ts'
import { closingFiguresOf } from '#shared/closing/closing-figures-of.ts'
import { closingKinds } from '#shared/closing/closing-kinds.ts'
import type { TalliedEntry } from '#shared/closing/closing-tally.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { journalRows } from '../journal.ts'
import type { MemoryProjections } from '../project.ts'
import { bookShiftReads } from '../subjects/book-shifts.ts'
import { batchesSeen } from './batches-seen.ts'
import { periodsSeen } from './periods-seen.ts'
import { FoundWrong } from './wrong-row.ts'

/** An entry as it is replayed. */
export interface ReplayedEntry extends TalliedEntry {
  readonly seq: number
}

/** Closings recomputed while the journal is replayed. */
export interface ClosingCheck {
  /** After the entry was projected. @throws FoundWrong the field of a closing that is not as the journal has it */
  entry(entry: ReplayedEntry): void
  readonly closings: number
  /** Those that the till could not sign: whoever can write the file can write such a one. */
  readonly unsigned: number
}

interface OpenStretch {
  readonly opened: number
  readonly day: string
  readonly entries: ReplayedEntry[]
  /** `before`: the newest entry when its closing was worked out. */
  closed: { readonly seq: number; readonly before: number; readonly fact: FactOf<'shiftClosed'> } | null
}

const tallied: ReadonlySet<string> = new Set(closingKinds)

/**
 * What a closing says of its period must be what the journal says of it: every figure and note of a shift from its own
 * stretch, of months and years from what they take in, perpetual totals, the head of the chain, and the signature under the
 * key in force. Only how many messages waited outside the journal at that moment is taken at its word.
 */
export function checkClosings(db: Database, due: MemoryProjections): ClosingCheck {
  const journal = journalRows(db)
  const shifts = bookShiftReads(db)
  const hashAt = (seq: number): string => journal.find(seq)?.hash ?? ''
  const batches = batchesSeen(due)
  const periods = periodsSeen(hashAt)
  const parked = new Set<string>()
  const seen = { closings: 0, unsigned: 0 }
  let stretch: OpenStretch | null = null
  let jumped = 0

  const stretchOf = (of: OpenStretch, said: Closing['figures'] | null) => {
    const { closed } = of
    const counted = said !== null && closed !== null
    const { drawer, count } = closed?.fact ?? {}
    return closingFiguresOf(
      of.entries.filter(({ seq }) => !counted || seq < closed.seq),
      {
        factsOfSale: (sale) => journal.factsOfSale(sale),
        terminalOf: (attempt) => due.attempts.by(attempt)?.terminal ?? null,
        batches: batches.since(of.opened),
        parked: said === null ? 0 : parked.size,
        waiting: said?.waiting ?? 0,
        count: counted && drawer !== undefined ? { counted: drawer.counted, pieces: count ?? null } : null,
      },
    )
  }

  /** A shift of before closings were kept: its months take its figures from the journal. */
  const endWithoutZ = (): void => {
    if (stretch?.closed == null) return
    const { opened, day, closed } = stretch
    // Read again only if a month ever takes it in.
    const read = (): OpenStretch => ({
      opened,
      day,
      closed,
      entries: [...shifts.between(opened as Seq, closed.seq as Seq, closingKinds)],
    })
    periods.shiftOver(day, opened, closed.seq, () => stretchOf(read(), null), false)
    stretch = null
  }

  function shiftClosing(closing: Closing): Partial<Closing> {
    if (stretch?.closed == null) throw wrong(closing, 'there is no shift that it could be of')
    const { opened, day, closed } = stretch
    const last = closed.before
    const found = stretchOf(stretch, closing.figures)
    periods.shiftOver(day, opened, closed.seq, () => closing, true)
    stretch = null
    return {
      of: closed.fact.shiftId,
      days: { first: day, last: day },
      entries: { first: opened, last } as Closing['entries'],
      head: hashAt(last),
      ...found,
      grandTotal: due.head.grand_total as Closing['grandTotal'],
      absoluteTotal: due.head.absolute_total as Closing['absoluteTotal'],
    }
  }

  function closed({ closing, signed }: FactOf<'periodClosed'>, { seq, at, by }: ReplayedEntry): void {
    if (closing.period !== 'shift') endWithoutZ()
    const found = closing.period === 'shift' ? shiftClosing(closing) : periods.closing(closing, seq)
    const { till_id: till, restores } = due.head
    compare(closing, { ...found, till: till as Closing['till'], closedAt: at, by, restores })
    seen.closings += 1
    if (signed === null) seen.unsigned += 1
    else if (signed.publicKey !== due.shopKeys.every().at(-1)?.public_key)
      throw wrong(closing, `it is signed with key ${signed.publicKey}, which was not the shop’s then`)
    else if (!holds(signed.publicKey, canonicalJson(closing), signed.signature))
      throw wrong(closing, 'its signature is not of what it says')
  }

  return {
    entry(entry) {
      const { fact, seq } = entry
      // A clock that was seen to jump is written down in front of what is recorded then.
      const before = jumped === seq - 1 ? seq - 2 : seq - 1
      if (fact.kind === 'clockWentBack') jumped = seq
      batches.entry(fact, seq)
      setAside(parked, fact)
      if (fact.kind === 'periodClosed') return closed(fact, entry)
      if (fact.kind === 'shiftOpened') {
        endWithoutZ()
        stretch = { opened: seq, day: fact.businessDay, entries: [], closed: null }
      }
      if (stretch === null || !tallied.has(fact.kind)) return
      stretch.entries.push(entry)
      if (fact.kind === 'shiftClosed') stretch.closed = { seq, before, fact }
    },
    get closings() {
      return seen.closings
    },
    get unsigned() {
      return seen.unsigned
    },
  }
}

/** Carts that are set aside, as they are now. */
function setAside(parked: Set<string>, fact: Fact): void {
  if (fact.kind === 'saleParked') parked.add(fact.saleId)
  else if (fact.kind === 'saleResumed' || fact.kind === 'saleCancelled') parked.delete(fact.saleId)
  else if (fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted') parked.delete(fact.saleId)
}

const wrong = ({ period, number }: Closing, what: string): FoundWrong =>
  new FoundWrong('closings', `${period} ${number}`, what)

/** @throws FoundWrong the first field that differs, figures one by one */
function compare(closing: Closing, due: Partial<Closing>): void {
  const { figures, ...rest } = due
  const rows: (readonly [string, unknown, unknown])[] = [
    ...Object.entries(rest).map(([field, value]) => [field, closing[field as keyof Closing], value] as const),
    ...Object.entries(figures ?? {}).map(
      ([field, value]) =>
        [`figures.${field}`, closing.figures[field as keyof Closing['figures']], value] as const,
    ),
  ]
  for (const [field, said, value] of rows) {
    const [saidText, dueText] = [canonicalJson(said ?? null), canonicalJson(value ?? null)]
    if (saidText !== dueText) throw wrong(closing, `${field} is ${saidText}, the journal comes to ${dueText}`)
  }
}
