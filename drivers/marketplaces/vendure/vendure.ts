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
import type { VendureSettings } from './settings.ts'
import { batch, readStock, setStocks } from './stock.ts'

/**
 * A Vendure shop (3.7), by its Admin API. It compares nothing and has no key of repetition: stock is set absolutely, and
 * what is made is looked for before it is made again. Without our plugin it sells one piece twice to two buyers who pay
 * at once.
 */
export function openVendure(settings: VendureSettings, web: Web): Marketplace {
  const shop = { settings, web }
  return {
    name: `Vendure ${new URL(settings.url).host}`,
    capabilities: {
      compareAndSet: false,
      idempotencyKey: false,
      reservation: settings.plugin,
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
    ...(settings.plugin
      ? {
          hold: (ref, units, call) => hold(shop, ref, units, call),
          release: (id, call) => release(shop, id, call),
        }
      : {}),
    ordersSince: (cursor, call) => ordersSince(shop, cursor, call),
    readOrder: (id, call) => readOrder(shop, id, call),
    moveOrder: (id, move, call) => lookAgain(() => moveOrder(shop, id, move, call)),
    cancelAndRefund: (id, reason, call) => lookAgain(() => cancelAndRefund(shop, id, reason, call)),
    listPieces: (page, call) => listPieces(shop, page, call),
  }
}
