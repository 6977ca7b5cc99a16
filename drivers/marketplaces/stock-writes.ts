import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import { refused } from './json.ts'
import type { Done, Marketplace, StockWritten } from './marketplace.ts'

/** One of the counts that `setStocks` is asked to write. */
export type StockWrite = Parameters<Marketplace['setStocks']>[0][number]
type Ends = readonly Done<StockWritten>[]

/** How a platform writes several counts in one exchange. */
export interface StockBatch {
  /** All of them: each one's end in the order asked, or the one end of an exchange that wrote none. */
  readonly send: (writes: readonly StockWrite[]) => Promise<Done<Ends>>
  /** A write that is not worth sending, and why; `null`: it is. */
  readonly unsound?: (write: StockWrite) => Done<StockWritten> | null
  /** Which writes go together; absent: all. */
  readonly groupOf?: (write: StockWrite) => string
}

/**
 * Writes many counts so that a bad one keeps no other from being written: what was refused as a whole is sent again in
 * halves, until the bad one is alone. What cannot be now (no answer, too many, no key) is not tried for the rest.
 */
export async function writeTogether(
  writes: readonly StockWrite[],
  { send, unsound = () => null, groupOf = () => '' }: StockBatch,
): Promise<Ends> {
  const ends = new Map<StockWrite, Done<StockWritten>>()
  for (const write of writes) {
    const end = write.count < 0 ? refused('negativeStock', `${write.count}`) : unsound(write)
    if (end !== null) ends.set(write, end)
  }
  const sound = writes.filter((write) => !ends.has(write))
  let stopped: Done<StockWritten> | undefined
  for (const group of Map.groupBy(sound, groupOf).values()) {
    const written = stopped === undefined ? await inHalves(group, send) : notSent(group, stopped)
    stopped = written.find(isForAll)
    for (const [index, end] of written.entries()) ends.set(group[index] as StockWrite, end)
  }
  return writes.map((write) => ends.get(write) ?? refused('malformed', 'nothing was said of it'))
}

/** For platforms that take one count at a time. */
export const writeEach = (
  writes: readonly StockWrite[],
  send: (write: StockWrite) => Promise<Done<StockWritten>>,
): Promise<Ends> => {
  const one: StockBatch['send'] = async ([write]) => {
    const end = await send(write as StockWrite)
    return end.end === 'done' ? { end: 'done', value: [end] } : end
  }
  let nth = 0
  return writeTogether(writes, { send: one, groupOf: () => String(nth++) })
}

/** The end of the only one that was asked. */
export const onlyEnd = ([end]: Ends): Done<StockWritten> =>
  end ?? refused('malformed', 'nothing was said of it')

async function inHalves(writes: readonly StockWrite[], send: StockBatch['send']): Promise<Ends> {
  const end = await send(writes)
  if (end.end === 'done') return end.value
  if (writes.length === 1 || isForAll(end)) return writes.map(() => end)
  const middle = Math.ceil(writes.length / 2)
  const first = await inHalves(writes.slice(0, middle), send)
  const rest = writes.slice(middle)
  const stopped = first.find(isForAll)
  return [...first, ...(stopped === undefined ? await inHalves(rest, send) : notSent(rest, stopped))]
}

/** What would be the answer to any other write, too. */
const forAll: ReadonlySet<MarketplaceTrouble> = new Set([
  'keyRefused',
  'notAllowed',
  'malformed',
  'otherCurrency',
])
const isForAll = (end: Done<unknown>): boolean =>
  end.end === 'unknown' || (end.end === 'refused' && (end.again !== null || forAll.has(end.code)))

const notSent = (writes: readonly StockWrite[], because: Done<StockWritten>): Ends =>
  writes.map(() => (because.end === 'unknown' ? { ...because, sent: false } : because))
