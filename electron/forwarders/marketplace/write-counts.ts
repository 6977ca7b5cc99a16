import { hash } from 'node:crypto'
import type { Call } from '#drivers/marketplaces/marketplace.ts'
import type { ListingRow } from '#electron/ledger/market-handles.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import type { ConnectedMarket } from './connected-market.ts'
import { countToTell, type UnitsApart } from './count-to-tell.ts'
import type { NotDone } from './delivery-of.ts'
import type { MarketBook } from './market-book.ts'
import type { OneWriter } from './one-writer.ts'

export interface CountWriter {
  readonly book: MarketBook
  /** The same one for everybody who writes counts on this platform. */
  readonly writer: OneWriter
}

export interface CountWanted {
  readonly sku: Sku
  /** What it is written for: another mark makes another idempotency key, also of the same count. */
  readonly mark: string
  /** What the platform must still have, where it can compare. Absent: what it was last told. */
  readonly expected?: number | null
}

/** Of each sku how it ended; `null`: told, or there is nothing of it on the platform. */
export type CountsWritten = ReadonlyMap<Sku, NotDone | null>

/**
 * Writes counts as they are when it is their turn, in one exchange, and keeps what was told. A key stands for what is written
 * under it: a platform that answers a repetition as it did the first time must not take a new count for an old one.
 * @param wanted no more than `capabilities.batch`
 * @param apart as `countToTell` wants it, asked for when it is their turn
 */
export function writeCounts(
  { book, writer }: CountWriter,
  connected: ConnectedMarket,
  wanted: readonly CountWanted[],
  apart: () => UnitsApart,
  call: Pick<Call, 'key' | 'signal'>,
): Promise<CountsWritten> {
  const { ledger } = book
  const { connection, market } = connected
  const read = (now: UnitsApart, { sku, mark, expected }: CountWanted) => {
    const ref = placeOf(ledger.findListing(sku))
    if (ref === null) return []
    const count = countToTell(ledger, connected, sku, now)
    const version = ledger.stockVersion(sku)
    const told = expected === undefined ? (ledger.market.told(connection, sku)?.count ?? null) : expected
    return [{ sku, mark, ref, count, version, expected: told }]
  }
  const skus = wanted.map(({ sku }) => sku)
  const write = async (): Promise<CountsWritten> => {
    const now = apart()
    const counts = wanted.flatMap((each) => read(now, each))
    const ends = new Map<Sku, NotDone | null>(skus.map((sku) => [sku, null]))
    if (counts.length === 0) return ends
    const content = counts.map((each) => [each.sku, each.mark, each.version, each.count, each.expected])
    const written = await market.setStocks(
      counts.map(({ ref, count, expected }) => ({ ref, count, expected })),
      { ...call, key: `${call.key}:${digest(content)}`, at: book.now() },
    )
    const told = counts.filter((_, index) => written[index]?.end === 'done')
    const at = book.now()
    ledger.market.keepTold(
      connection,
      told.map(({ sku, count, version }) => ({ sku, count, version, at })),
    )
    for (const [index, { sku }] of counts.entries()) {
      const end = written[index] ?? nothingSaid
      if (end.end !== 'done') ends.set(sku, end)
    }
    return ends
  }
  return writer.alone(skus, write, call.signal)
}

/** Where a piece is on the platform; `null`: nowhere, or not any more. */
export const placeOf = (listing: ListingRow | null): OnlineRef | null =>
  listing?.trouble?.code === 'gone' ? null : (listing?.ref ?? null)

const digest = (content: unknown): string => hash('sha256', JSON.stringify(content), 'hex').slice(0, 32)

const nothingSaid: NotDone = {
  end: 'refused',
  code: 'malformed',
  text: 'nothing was said of it',
  again: null,
}
