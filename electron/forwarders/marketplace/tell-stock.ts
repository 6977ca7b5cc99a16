import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import type { Delivery } from '../forwarder.ts'
import type { ConnectedMarket } from './connected-market.ts'
import { type UnitsApart, unitsApart } from './count-to-tell.ts'
import { deliveryOf, isForGood, type NotDelivered, type NotDone } from './delivery-of.ts'
import { mustBeTold, type SkuWaiting, stockWaiting, waitingMessages } from './stock-waiting.ts'
import { type CountsWritten, type CountWriter, placeOf, writeCounts } from './write-counts.ts'

export interface StockTeller extends CountWriter {
  /** Somebody bought what nobody here knows of yet: has the orders asked for. Absent: they come by themselves. */
  readonly askForOrders?: () => Promise<void>
}

/** Messages that are ended in one transaction: more would be noticed at the counter. */
const mostEnded = 1_000

/** Times that a count is read and written again because somebody was faster. */
const mostReads = 3

/**
 * Tells the counts of all items that wait to be told, each once and as it is now, whatever the messages said. Messages that
 * are covered are over with it; what could not be told waits, and what was told stays told.
 * @param row the message whose turn it is: of a count, or another one that counts go before
 * @returns `null`: nothing waits that has to be told
 */
export async function tellStock(
  teller: StockTeller,
  connected: ConnectedMarket,
  row: WaitingForward,
  signal: AbortSignal,
): Promise<Delivery | null> {
  const messages = waitingMessages(teller.book.ledger)
  const waiting = stockWaiting(messages)
  const round = new Round(teller, connected, row, signal)
  for (const each of waiting) if (!mustBeTold(teller.book.ledger, connected, each)) round.cover(each)
  const toTell = waiting.filter((each) => !round.isCovered(each))
  const { batch } = connected.market.capabilities
  for (let next = 0; next < toTell.length && !round.stopped; next += batch)
    await round.tell(toTell.slice(next, next + batch))
  return round.end()
}

/** One pass over the counts that wait. */
class Round {
  /** Nobody can be told anything now. */
  stopped = false
  #failure: NotDelivered | null = null
  readonly #teller: StockTeller
  readonly #connected: ConnectedMarket
  readonly #row: WaitingForward
  readonly #signal: AbortSignal
  readonly #covered = new Set<number>()
  /** As of this entry: an order may leave while the counts of a whole day are told. */
  #apart: { readonly seq: number; readonly units: UnitsApart } | null = null

  constructor(teller: StockTeller, connected: ConnectedMarket, row: WaitingForward, signal: AbortSignal) {
    this.#teller = teller
    this.#connected = connected
    this.#row = row
    this.#signal = signal
  }

  cover({ ids }: SkuWaiting): void {
    for (const id of ids) this.#covered.add(id)
  }

  isCovered({ ids }: SkuWaiting): boolean {
    return ids.every((id) => this.#covered.has(id))
  }

  async tell(some: readonly SkuWaiting[]): Promise<void> {
    if (this.#signal.aborted) {
      this.#fail({ end: 'again', trouble: 'closing', detail: '', unsent: true })
      return
    }
    const ends = await this.#write(some.map((each) => ({ sku: each.sku, mark: markOf(each) })))
    const stale = some.filter(({ sku }) => isStale(ends.get(sku)))
    if (stale.length > 0) await this.#teller.askForOrders?.()
    for (const each of some) {
      const end = ends.get(each.sku) ?? null
      this.#judge(each, isStale(end) ? await this.#againstWhatIs(each) : end)
    }
    if (this.#covered.size > mostEnded) this.#endOthers()
  }

  /**
   * The messages of what was told are over. Where something was not, the one whose turn it is waits for it, told or not: nobody
   * asks again at once.
   */
  end(): Delivery | null {
    if (this.#failure === null && this.#covered.has(this.#row.id))
      return { end: 'delivered', also: this.#others() }
    this.#endOthers()
    return this.#failure
  }

  #others(): readonly number[] {
    return [...this.#covered].filter((id) => id !== this.#row.id)
  }

  #endOthers(): void {
    const others = this.#others()
    this.#teller.book.write([], others)
    for (const id of others) this.#covered.delete(id)
  }

  #write(wanted: Parameters<typeof writeCounts>[2]): Promise<CountsWritten> {
    const call = { key: this.#row.key, signal: this.#signal }
    return writeCounts(this.#teller, this.#connected, wanted, () => this.#unitsApart(), call)
  }

  #unitsApart(): UnitsApart {
    const { ledger } = this.#teller.book
    const seq = ledger.head()?.seq ?? 0
    if (this.#apart?.seq !== seq) this.#apart = { seq, units: unitsApart(ledger, waitingMessages(ledger)) }
    return this.#apart.units
  }

  #judge(waiting: SkuWaiting, end: NotDone | null): void {
    const isAboutIt = end !== null && this.#teller.book.isStillAt(this.#connected)
    const refused = isAboutIt && isForGood(end, 0) && !mayYetPass.has(end.code) ? end : null
    if (refused !== null) {
      const trouble = { code: refused.code, text: refused.text }
      this.#teller.book.write([{ kind: 'listingRefused', sku: waiting.sku, trouble }], [])
    }
    if (end === null || refused !== null) this.cover(waiting)
    else this.#fail(deliveryOf(end))
  }

  #fail(failure: NotDelivered): void {
    this.#failure ??= { ...failure, end: 'again' }
    // What is wrong with one count alone keeps no other from being told.
    this.stopped ||= failure.end === 'again'
  }

  /** Somebody else has changed it: written over what it is, as we count now that we know what there is to know. */
  async #againstWhatIs(waiting: SkuWaiting): Promise<NotDone | null> {
    const { sku } = waiting
    let end: NotDone | null = null
    for (let read = 1; read <= mostReads; read += 1) {
      const there = await this.#readStock(sku, read)
      if (there.end === 'notDone') return there.why
      const wanted = { sku, mark: `${markOf(waiting)}/${read}`, expected: there.count }
      end = (await this.#write([wanted])).get(sku) ?? null
      if (!isStale(end)) return end
    }
    return end
  }

  async #readStock(
    sku: Sku,
    nth: number,
  ): Promise<
    { readonly end: 'count'; readonly count: number | null } | { end: 'notDone'; why: NotDone | null }
  > {
    const { book } = this.#teller
    const ref = placeOf(book.ledger.findListing(sku))
    if (ref === null) return { end: 'notDone', why: null }
    const call = { key: `${this.#row.key}:read:${sku}:${nth}`, at: book.now(), signal: this.#signal }
    const read = await this.#connected.market.readStock(ref, call)
    if (read.end === 'done') return { end: 'count', count: read.value.count }
    // More was bought there than there is: nothing to compare with, and the count is to be written all the same.
    if (read.end === 'refused' && read.code === 'negativeStock') return { end: 'count', count: null }
    return { end: 'notDone', why: read }
  }
}

/** Another try may get through: another key, or nobody who buys just then. */
const mayYetPass: ReadonlySet<MarketplaceTrouble> = new Set(['notAllowed', 'stale'])

const isStale = (end: NotDone | null | undefined): boolean => end?.end === 'refused' && end.code === 'stale'

/** The newest message that a count is told for. */
const markOf = ({ ids }: SkuWaiting): string => String(ids.at(-1))
