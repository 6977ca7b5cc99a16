import type { Call, Done } from '#drivers/marketplaces/marketplace.ts'
import { itemSha256 } from '#electron/ledger/item-sha256.ts'
import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { onlinePieceOf } from '#shared/marketplace/online-piece.ts'
import type { Delivery } from '../forwarder.ts'
import type { ConnectedMarket } from './connected-market.ts'
import { countToTell, unitsApart } from './count-to-tell.ts'
import { deliveryOf, isForGood, type NotDone } from './delivery-of.ts'
import { stockDiffers } from './market-book.ts'
import { waitingMessages } from './stock-waiting.ts'
import { type CountWriter, placeOf } from './write-counts.ts'

export interface PieceTeller extends CountWriter {
  /** Of an item, the one shown in lists first. PNG or JPEG. */
  readonly photographs: (sku: Sku) => Promise<OnlinePiece['photographs']>
}

/**
 * Puts a piece online as the catalogue has it now, and writes down what was put: another item since is put again. Some
 * platforms count by it and some leave the count of a piece they have; so its count is told after it in any case.
 */
export async function putPiece(
  teller: PieceTeller,
  connected: ConnectedMarket,
  row: WaitingForward,
  sku: Sku,
  signal: AbortSignal,
): Promise<Delivery> {
  const { book } = teller
  const listing = book.ledger.findListing(sku)
  const item = book.ledger.findItem(sku)
  // Not wanted online any more since: what hides it comes behind.
  if (listing === null || listing.state === 'off' || item?.sku !== sku) return { end: 'delivered' }
  const photographs = await teller.photographs(sku)
  const call = { key: row.key, at: book.now(), signal }
  const asItIs = (): OnlinePiece => onlinePieceOf(item, countOf(teller, connected, sku), photographs)
  const put = await teller.writer.alone(
    [sku],
    () => putAnywhere(connected, asItIs(), placeOf(listing), call),
    signal,
  )
  if (!book.isStillAt(connected)) return saidElsewhere
  if (put.end !== 'done') return refusedOr(teller, row, sku, put)
  const fact = { kind: 'pieceListed', sku, ref: put.value, sha256: itemSha256(item) } as const
  book.write([fact], [row.id], [stockDiffers(sku, `${row.key}:count`)])
  return { end: 'delivered' }
}

export async function hidePiece(
  teller: PieceTeller,
  connected: ConnectedMarket,
  row: WaitingForward,
  sku: Sku,
  signal: AbortSignal,
): Promise<Delivery> {
  const { book } = teller
  const listing = book.ledger.findListing(sku)
  // Wanted online again since: what puts it there comes behind.
  if (listing === null || listing.state !== 'off') return { end: 'delivered' }
  const ref = placeOf(listing)
  if (ref !== null) {
    const hidden = await connected.market.hidePiece(ref, { key: row.key, at: book.now(), signal })
    if (!book.isStillAt(connected)) return saidElsewhere
    const isGone = hidden.end === 'refused' && hidden.code === 'gone'
    if (hidden.end !== 'done' && !isGone) return refusedOr(teller, row, sku, hidden)
  }
  book.write([{ kind: 'pieceHidden', sku }], [row.id])
  return { end: 'delivered' }
}

const countOf = ({ book: { ledger } }: CountWriter, connected: ConnectedMarket, sku: Sku): number =>
  countToTell(ledger, connected, sku, unitsApart(ledger, waitingMessages(ledger)))

/** Another shop was set up meanwhile: it is asked, and no place on the one before is a place there. */
const saidElsewhere: Delivery = {
  end: 'again',
  trouble: 'closing',
  detail: 'another shop since',
  unsent: true,
}

/** Deleted online by somebody: made anew. */
async function putAnywhere(
  { market }: ConnectedMarket,
  piece: OnlinePiece,
  ref: OnlineRef | null,
  call: Call,
): Promise<Done<OnlineRef>> {
  const put = await market.putPiece(piece, ref, call)
  const isGone = ref !== null && put.end === 'refused' && put.code === 'gone'
  return isGone ? market.putPiece(piece, null, { ...call, key: `${call.key}:anew` }) : put
}

/** A no for good waits in the list of pieces, where a person sees it beside the piece, and not in the lane. */
function refusedOr({ book }: CountWriter, row: WaitingForward, sku: Sku, end: NotDone): Delivery {
  if (!isForGood(end, row.tries)) return deliveryOf(end)
  book.write([{ kind: 'listingRefused', sku, trouble: { code: end.code, text: end.text } }], [row.id])
  return { end: 'delivered' }
}
