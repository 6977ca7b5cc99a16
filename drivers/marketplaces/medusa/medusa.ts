import { lookAgain } from '../look-again.ts'
import type { Marketplace } from '../marketplace.ts'
import { onlyEnd } from '../stock-writes.ts'
import type { Web } from '../web.ts'
import { check } from './check.ts'
import { hold, release } from './holds.ts'
import { listPieces } from './list-pieces.ts'
import { moveOrder } from './moves.ts'
import { ordersSince, readOrder } from './orders.ts'
import { hidePiece, putPiece } from './put-piece.ts'
import { cancelAndRefund } from './refunds.ts'
import type { MedusaSettings } from './settings.ts'
import { batch, readStock, setStocks } from './stock.ts'

/**
 * A Medusa shop (2.21), by its Admin API. It holds pieces as it comes: a reservation is made for one of all who ask. A
 * reservation does not end by itself: what a till holds and forgets stays held.
 */
export function openMedusa(settings: MedusaSettings, web: Web): Marketplace {
  const shop = { settings, web }
  return {
    name: `Medusa ${new URL(settings.url).host}`,
    capabilities: {
      compareAndSet: false,
      idempotencyKey: false,
      reservation: true,
      delta: false,
      webhook: false,
      cursor: 'placedAt',
      partialUpdate: true,
      counts: 'onHand',
      batch,
    },
    check: (signal) => check(shop, signal),
    putPiece: (piece, ref, call) => lookAgain(() => putPiece(shop, piece, ref, call)),
    hidePiece: (ref, call) => hidePiece(shop, ref, call),
    setStock: async (ref, count, expected, call) =>
      onlyEnd(await setStocks(shop, [{ ref, count, expected }], call)),
    setStocks: (writes, call) => setStocks(shop, writes, call),
    readStock: (ref, call) => readStock(shop, ref, call),
    hold: (ref, units, call) => hold(shop, ref, units, call),
    release: (id, call) => release(shop, id, call),
    ordersSince: (cursor, call) => ordersSince(shop, cursor, call),
    readOrder: (id, call) => readOrder(shop, id, call),
    moveOrder: (id, move, call) => lookAgain(() => moveOrder(shop, id, move, call)),
    cancelAndRefund: (id, reason, call) => lookAgain(() => cancelAndRefund(shop, id, reason, call)),
    listPieces: (page, call) => listPieces(shop, page, call),
  }
}
