import { entryHash, factText, genesis } from '#electron/ledger/chain.ts'
import type { JournalEntry } from '#electron/ledger/handles.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { type JournalPart, sealText } from '#electron/shop/arrival.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Seq, ShiftId, TillId } from '#shared/kernel/ids.ts'
import { localDay, type Stamp } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { refundFacts, saleFacts } from './ledger-facts.ts'
import { type HistoryWanted, history } from './ledger-generator.ts'

/** A till's journal without its till: entries chained as a ledger chains them. */
export class TillJournal {
  readonly till: TillId
  readonly entries: JournalEntry[] = []
  #key: ShopKey | null = null

  constructor(till: string, at: Stamp = { utcMs: Date.UTC(2024, 0, 2, 7), offsetMinutes: 60 }) {
    this.till = till as TillId
    this.write({ kind: 'tillCreated', tillId: this.till, currency: 'MAD' }, at)
  }

  /** Signs from now on. */
  seals(key: ShopKey): this {
    this.#key = key
    return this.write({ kind: 'shopKeyMade', publicKey: key.publicKey })
  }

  write(fact: Fact, at: Stamp = this.#last().at): this {
    const seq = this.entries.length + 1
    const previousHash = this.entries.at(-1)?.hash ?? genesis
    const hash = entryHash(previousHash, this.till, seq, at.utcMs, at.offsetMinutes, 'amina', factText(fact))
    this.entries.push({ seq: seq as Seq, at, by: 'amina', fact, previousHash, hash })
    return this
  }

  live(wanted: HistoryWanted): this {
    for (const { facts, at } of history(wanted)) for (const fact of facts) this.write(fact, at)
    return this
  }

  /** One more ticket, in the shift that was opened with the first one. @param utcMs default: as late as the last entry */
  sells(
    items: readonly CatalogueItem[],
    utcMs = this.#last().at.utcMs,
    tender: 'cash' | 'online' = 'cash',
  ): this {
    const at = { utcMs, offsetMinutes: 60 }
    const shiftId = 'shift-1' as ShiftId
    const businessDay = localDay(at)
    const number = 1 + this.entries.filter(({ fact }) => fact.kind === 'saleCompleted').length
    if (!this.entries.some(({ fact }) => fact.kind === 'shiftOpened'))
      this.write({ kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float: dirham(0) }, at)
    const { steps } = saleFacts({
      n: number,
      number,
      shiftId,
      businessDay,
      items,
      tender,
      terminalSequence: number,
    })
    for (const fact of steps.flatMap(({ facts }) => facts)) this.write(fact, at)
    return this
  }

  /** The newest sale comes back whole. */
  givesBack(): this {
    const sold = this.entries.findLast(({ fact }) => fact.kind === 'saleCompleted')?.fact
    if (sold?.kind !== 'saleCompleted') throw new Error('nothing was sold')
    const { number, shiftId } = sold.ticket
    const { facts } = refundFacts(number + 1, number + 1, shiftId, sold.ticket, 1)
    for (const fact of facts) this.write(fact)
    return this
  }

  /** Entries `from` to `to`, both included, signed if there is a key. */
  part(from = 1, to = this.entries.length): JournalPart {
    const entries = this.entries.slice(from - 1, to)
    const last = entries.at(-1)
    const signs = this.#key !== null && last !== undefined
    return {
      till: this.till,
      entries,
      seal: signs ? (this.#key?.sign(sealText(this.till, last.seq, last.hash)) ?? null) : null,
    }
  }

  /** Parts of at most so many entries, in order. */
  *parts(size: number): Generator<JournalPart> {
    for (let from = 1; from <= this.entries.length; from += size)
      yield this.part(from, Math.min(from + size - 1, this.entries.length))
  }

  #last(): JournalEntry {
    const last = this.entries.at(-1)
    if (last === undefined) throw new Error('a journal begins with its till')
    return last
  }
}

/** The journal of a till that opened and sold these in one ticket. */
export function soldIn(till: string, items: readonly CatalogueItem[], utcMs: number): TillJournal {
  return new TillJournal(till, { utcMs, offsetMinutes: 60 }).sells(items)
}
