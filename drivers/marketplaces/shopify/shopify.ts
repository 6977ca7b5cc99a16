import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done } from '../json.ts'
import { lookAgain } from '../look-again.ts'
import type { Call, Capabilities, Done, Marketplace } from '../marketplace.ts'
import { onlyEnd } from '../stock-writes.ts'
import type { Web } from '../web.ts'
import { type ShopifyApi, shopifyApi } from './api.ts'
import { check } from './check.ts'
import { readEvent } from './event.ts'
import { listPieces, readVariant } from './find-piece.ts'
import { moveOrder } from './moves.ts'
import { ordersSince, readOrder } from './orders.ts'
import { hideProduct, putPiece } from './put-piece.ts'
import { cancelAndRefund } from './refunds.ts'
import type { ShopifySettings } from './settings.ts'
import { batch, readStock, setStocks } from './stock.ts'
import { isAlone } from './variant.ts'

/**
 * Shopify by its Admin GraphQL API, version 2026-04. [S]: read in the published docs; [K]: general knowledge.
 *
 * A piece is a variant at one location; its id, its inventory item's and the location's make its ref.
 */
export function shopify(settings: ShopifySettings, web: Web): Marketplace {
  const api = shopifyApi(settings, web)
  const listens = settings.clientSecret !== ''
  return {
    name: `Shopify, ${new URL(settings.shop).host}`,
    capabilities: capabilities(listens),
    check: (signal) => check(api, signal),
    putPiece: (piece, ref, call) => lookAgain(() => putPiece(api, piece, ref, call)),
    hidePiece: (ref, call) => hidePiece(api, ref, call),
    setStock: async (ref, count, expected, call) =>
      onlyEnd(await setStocks(api, [{ ref, count, expected }], call)),
    setStocks: (writes, call) => setStocks(api, writes, call),
    readStock: (ref, call) => readStock(api, ref, call),
    ordersSince: (cursor, call) => ordersSince(api, cursor, call),
    readOrder: (id, call) => readOrder(api, id, call),
    moveOrder: (id, move, call) => lookAgain(() => moveOrder(api, id, move, call)),
    cancelAndRefund: (id, reason, call) => lookAgain(() => cancelAndRefund(api, id, reason, call)),
    listPieces: (page, call) => listPieces(api, page, call),
    ...(listens ? { readEvent: (headers, body) => readEvent(settings.clientSecret, headers, body) } : {}),
  }
}

/** A product with other variants stays: of this one there are none, and nobody can buy what is not there. */
async function hidePiece(api: ShopifyApi, ref: OnlineRef, call: Call): Promise<Done> {
  const there = await readVariant(api, ref, call)
  if (there.end !== 'done') return there
  if (isAlone(there.value)) return hideProduct(api, there.value.product.id, call)
  const none = onlyEnd(await setStocks(api, [{ ref, count: 0, expected: null }], call))
  return none.end === 'done' ? done(null) : none
}

const capabilities = (webhook: boolean): Capabilities => ({
  compareAndSet: true,
  idempotencyKey: true,
  reservation: false,
  delta: false,
  webhook,
  cursor: 'updatedAt',
  partialUpdate: true,
  counts: 'available',
  batch,
})
