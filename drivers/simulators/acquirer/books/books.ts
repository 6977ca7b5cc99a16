import type { Entry } from './deeds.ts'
import { type Counting, netOf, type Totals, totalsOf } from './tally.ts'
import { type Batch, TerminalBook, type Transaction, type Violation } from './terminal-book.ts'

/** Where entries are kept beyond this process. */
export interface EntryStore {
  /** Takes an entry; it is safe once `kept` resolves. */
  append(entry: Entry): void
  /** Everything appended so far is safe: not lost with this process, nor with the power. */
  kept(): Promise<void>
}

/** All of the host's books, as tests compare them with a till's. */
export interface BooksView {
  readonly transactions: readonly (Transaction & { readonly terminal: string })[]
  readonly batches: readonly (Batch & { readonly terminal: string })[]
  readonly violations: readonly Violation[]
  readonly sums: BooksSums
}

/** Everything the host knows of, in three heaps that have nothing in common; nets in centimes, owed to the shops. */
export interface BooksSums {
  readonly open: { readonly totals: Totals; readonly net: number }
  readonly settled: { readonly totals: Totals; readonly net: number }
  readonly reversed: { readonly totals: Totals; readonly net: number }
  /** What terminals told of agreed batches. */
  readonly agreed: { readonly batches: number; readonly net: number }
}

/** The books of every terminal, and what any of them did that it may not. */
export class Books {
  readonly #terminals = new Map<string, TerminalBook>()
  readonly #violations: Violation[] = []
  readonly #store: EntryStore | null

  /** @param entries what a former process wrote, oldest first */
  constructor(store: EntryStore | null, entries: Iterable<Entry> = []) {
    this.#store = store
    for (const entry of entries) this.#apply(entry)
  }

  of(terminal: string): TerminalBook {
    const known = this.#terminals.get(terminal)
    if (known !== undefined) return known
    const book = new TerminalBook(terminal)
    this.#terminals.set(terminal, book)
    return book
  }

  record(entry: Entry): void {
    this.#apply(entry)
    this.#store?.append(entry)
  }

  /** Nothing is answered before. */
  kept(): Promise<void> | null {
    return this.#store?.kept() ?? null
  }

  view(): BooksView {
    const all = [...this.#terminals.values()]
    const transactions = all.flatMap((book) =>
      [...book.transactions()].map((each) => ({ ...each, terminal: book.key })),
    )
    const batches = all.flatMap((book) =>
      [...book.batches()].map((each) => ({ ...each, uploaded: [...each.uploaded], terminal: book.key })),
    )
    return { transactions, batches, violations: [...this.#violations], sums: sumsOf(transactions, batches) }
  }

  #apply(entry: Entry): void {
    this.of(entry.terminal).apply(entry)
    for (const deed of entry.deeds) {
      if (deed.do !== 'violate') continue
      const { kind, detail } = deed
      this.#violations.push({ at: entry.at, terminal: entry.terminal, kind, detail })
    }
  }
}

function sumsOf(transactions: readonly Transaction[], batches: readonly Batch[]): BooksSums {
  const sum = (counting: readonly Counting[]) => {
    const totals = totalsOf(counting)
    return { totals, net: netOf(totals) }
  }
  const inState = (state: Transaction['state']) => sum(transactions.filter((each) => each.state === state))
  const agreed = batches.filter(({ state }) => state === 'agreed')
  return {
    open: inState('open'),
    settled: inState('settled'),
    reversed: inState('reversed'),
    agreed: { batches: agreed.length, net: agreed.reduce((net, { told }) => net + netOf(told), 0) },
  }
}
