import type { Timers } from '#drivers/transport/timers.ts'
import type { JournalHead, WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Seq, Sku } from '#shared/kernel/ids.ts'
import type { JournalForwarder } from './journal-forwarder.ts'
import type { Asked, Changes, ShopDatabase } from './shop-database.ts'
import { type Differing, whatDiffers } from './what-differs.ts'

/** Between two looks, milliseconds. */
const everyMs = 15_000

export interface FollowParts {
  readonly ledger: WriteLedger
  readonly database: ShopDatabase
  readonly journal: Pick<JournalForwarder, 'bring'>
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** There are entries to be brought to the shop, and messages to the marketplace. */
  readonly wake: () => void
  /** Something was taken from the shop. */
  readonly taken: () => void
}

/**
 * Brings to this till's ledger what other tills did: items, counts, pieces sold and come back. Only while the shop has every
 * entry of this till's own, for only then is what it says of a count what is so; and only what differs. How far it got is
 * kept after what it took: whatever died in between is told again, and differs no more.
 */
export class FollowChanges {
  readonly #parts: FollowParts
  readonly #closing = new AbortController()
  #running: Promise<void> | null = null
  /** A look is due, and waits for our own entries to have arrived. */
  #due = false
  #stopWaiting: (() => void) | null = null
  #isTroubled = false

  constructor(parts: FollowParts) {
    this.#parts = parts
  }

  /** A look is due, and one every some seconds from now on. */
  look(): void {
    if (this.#closing.signal.aborted) return
    this.#stopWaiting?.()
    this.#stopWaiting = this.#parts.timers.after(everyMs, () => {
      // Whatever was written beside the counter goes up with it.
      this.#parts.wake()
      this.look()
    })
    this.#due = true
    this.arrived()
  }

  /** Entries of our own may have arrived: a look that waits for them is now. */
  arrived(): void {
    if (!this.#due || this.#running !== null || this.#closing.signal.aborted) return
    if (this.#ownHead() === null) return
    this.#running = this.#follow().finally(() => {
      this.#running = null
      // It may have been the last to arrive while this look was under way.
      if (this.#due && !this.#isTroubled) this.arrived()
    })
  }

  /** Nothing is under way, and no look is due. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#stopWaiting?.()
    await this.settled()
  }

  /** Our newest entry; `null`: some are still on their way to the shop, or cannot get there. */
  #ownHead(): JournalHead | null {
    const { ledger } = this.#parts
    const { waiting, setAside } = ledger.journalCursor.lane('shop')
    return waiting + setAside > 0 ? null : ledger.head()
  }

  async #follow(): Promise<void> {
    const trouble = await this.#pages().catch((error: unknown) => {
      // The disk, or a defect: the next look is the same.
      this.#parts.log.error({ err: error }, 'changes of the shop cannot be taken')
      return 'internal'
    })
    if (trouble !== null && !this.#isTroubled)
      this.#parts.log.warn({ trouble }, 'the shop’s other tills cannot be heard')
    this.#isTroubled = trouble !== null
  }

  /** @returns what kept it from hearing; `null`: nothing did */
  async #pages(): Promise<string | null> {
    const { ledger, database } = this.#parts
    for (;;) {
      const head = this.#ownHead()
      if (head === null || this.#closing.signal.aborted) return null
      const there = await this.#isThere(head)
      if (there !== null) return there
      const asked = await database.changes(ledger.market.shopCursor(database.shop))
      if (asked.end === 'unknown') return wordOf(asked)
      // Something of ours happened meanwhile: the page may not know of it.
      if (this.#ownHead()?.seq !== head.seq) return null
      this.#take(asked.value, head.seq)
      this.#due = asked.value.more
      if (!asked.value.more) return null
    }
  }

  /**
   * A server that was restored from a backup has less than it said that it has: it gets it again. One that has more, or something
   * else, has it of another till of our name, or of this one before its folder was restored.
   * @returns trouble
   */
  async #isThere({ seq: head, hash }: JournalHead): Promise<string | null> {
    const { ledger, database, journal } = this.#parts
    const asked = await database.headOf(ledger.tillId)
    if (asked.end === 'unknown') return wordOf(asked)
    const from = asked.value?.seq ?? 0
    if (from > head || (from === head && asked.value?.hash !== hash))
      return `refused: the shop has entry ${from} of this till, and it is none of ours`
    if (from === head) return null
    const brought = await journal.bring(from, head, this.#closing.signal)
    return brought.end === 'delivered' ? null : `${brought.trouble}: ${brought.detail}`
  }

  #take(page: Changes, head: Seq): void {
    const { ledger, database, clock, wake, taken } = this.#parts
    const differing = whatDiffers(page, ledger)
    const facts = factsOf(differing)
    if (facts.length > 0) {
      const at = notBefore(ledger, clock.now())
      ledger.append(facts, 'shop', at, this.#forwards(differing, head))
      for (const { sku, ticket, ours } of differing.sold)
        if (ours !== null) this.#parts.log.warn({ sku, ticket, ours }, 'a piece was sold twice')
      wake()
      taken()
    }
    ledger.market.keepShopCursor(database.shop, page.cursor)
  }

  /** The marketplace is to be told of those that stand there. @param head makes the keys: no other entry follows it */
  #forwards({ items, counts, sold, back }: Differing, head: Seq): readonly Forward[] {
    const skus = new Set([...[...items, ...counts, ...sold].map(({ sku }) => sku), ...back])
    const isListed = (sku: Sku): boolean => (this.#parts.ledger.findListing(sku)?.ref ?? null) !== null
    return [...skus].filter(isListed).map((sku) => ({
      destination: 'marketplace',
      key: `shop:${head}:${sku}`,
      body: { type: 'stockDiffers', sku },
    }))
  }
}

function factsOf({ items, counts, sold, back }: Differing): readonly Fact[] {
  const facts: Fact[] = []
  if (items.length > 0) facts.push({ kind: 'catalogueLoaded', items, fromShop: true })
  if (counts.length + sold.length + back.length > 0)
    facts.push({ kind: 'shopStockTaken', counts, sold, back })
  return facts
}

const wordOf = ({ trouble, text }: Extract<Asked, { readonly end: 'unknown' }>): string =>
  `${trouble}: ${text}`
