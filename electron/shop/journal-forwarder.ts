import type { Delivery, Forwarder } from '#electron/forwarders/forwarder.ts'
import type { JournalEntry } from '#electron/ledger/handles.ts'
import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { Seq, TillId } from '#shared/kernel/ids.ts'
import { type Arrival, mostEntries, sealText } from './arrival.ts'
import type { Asked, ShopDatabase } from './shop-database.ts'

/** Items of catalogues after which a call is long enough: a slow line has an answer in time all the same. */
const mostItems = 2000

export interface JournalForwarderParts {
  readonly till: TillId
  /** The journal, read some hundred entries at a time. */
  readonly entriesAfter: (seq: number) => Iterable<JournalEntry>
  readonly shop: Pick<ShopDatabase, 'headOf' | 'ingest'>
  /** The key there is, if the journal tells of it at or before this entry; `null`: none. Makes none. */
  readonly keyAt: (seq: Seq) => ShopKey | null
}

/**
 * Brings the journal of this till to the shop's database. The database says itself how far it has it: a part is done when its
 * last entry is there, and what is missing before it (a server restored from a backup) goes along. Safe to repeat: what is
 * there is told again without a change.
 */
export class JournalForwarder implements Forwarder {
  readonly #parts: JournalForwarderParts

  constructor(parts: JournalForwarderParts) {
    this.#parts = parts
  }

  async forward({ body, tries }: WaitingForward, signal: AbortSignal): Promise<Delivery> {
    if (body.type !== 'journalPart') throw new Error(`a message of type ${body.type} is no part of a journal`)
    // Where the last try may have arrived, the database is asked before it is told again.
    let after = body.after
    if (tries > 1) {
      const head = await this.#parts.shop.headOf(this.#parts.till)
      if (head.end === 'unknown') return again(head)
      after = Math.min(after, head.value?.seq ?? 0)
    }
    return this.bring(after, body.through, signal)
  }

  /** Tells what comes after an entry up to another one, and what turns out to be missing before it. */
  async bring(from: number, through: Seq, signal: AbortSignal): Promise<Delivery> {
    let after = from
    for (;;) {
      if (signal.aborted) return { end: 'again', trouble: 'closing', detail: 'the till closes' }
      const told = await this.#tell(after, through)
      if (told.end === 'unknown') return again(told)
      const arrival = told.value
      if (arrival.end === 'stored') {
        if (arrival.head.seq >= through) return { end: 'delivered' }
        after = Math.max(after, arrival.head.seq)
      } else if (arrival.end === 'gap') after = arrival.head?.seq ?? 0
      else return wordOf(arrival)
    }
  }

  #tell(after: number, through: Seq): Promise<Asked<Arrival>> {
    const { entriesAfter, shop, till, keyAt } = this.#parts
    const entries: JournalEntry[] = []
    let items = 0
    for (const entry of entriesAfter(after)) {
      entries.push(entry)
      if (entry.fact.kind === 'catalogueLoaded') items += entry.fact.items.length
      if (entry.seq === through || entries.length === mostEntries || items >= mostItems) break
    }
    const last = entries.at(-1)
    if (last === undefined) throw new Error(`there is no entry after ${after}, and ${through} is to be told`)
    const key = keyAt(last.seq)
    return shop.ingest({ till, entries, seal: key?.sign(sealText(till, last.seq, last.hash)) ?? null })
  }
}

const again = ({ trouble, text }: Extract<Asked, { readonly end: 'unknown' }>): Delivery => ({
  end: 'again',
  trouble,
  detail: text,
})

/** What no repetition changes: two ledgers under one name, or entries that are none. Somebody has to look. */
function wordOf(arrival: Extract<Arrival, { readonly end: 'fork' | 'refused' }>): Delivery {
  if (arrival.end === 'fork')
    return { end: 'setAside', trouble: 'journalForked', detail: `fork at entry ${arrival.seq}` }
  return { end: 'setAside', trouble: 'refused', detail: `${arrival.code} at entry ${arrival.seq ?? '?'}` }
}
