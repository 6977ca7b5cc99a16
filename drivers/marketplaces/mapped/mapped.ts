import type { Capabilities, Marketplace } from '../marketplace.ts'
import { onlyEnd } from '../stock-writes.ts'
import type { Web } from '../web.ts'
import { namesAsked, saysWhichCall } from './asked-for.ts'
import { check } from './check.ts'
import { readEvent } from './event.ts'
import { hold, release } from './holds.ts'
import { listPieces } from './list-pieces.ts'
import type { Mapping } from './mapping-schema.ts'
import { cancelAndRefund, moveOrder } from './moves.ts'
import { ordersSince, readOrder } from './orders.ts'
import { hidePiece, putPiece } from './put-piece.ts'
import type { MappedSettings } from './settings.ts'
import { shapesOf } from './shapes.ts'
import { readStock, setStocks } from './stock.ts'

/**
 * A marketplace whose API is described by a mapping. Nothing is assumed of it: counts are set absolutely, a request may be
 * made twice, and what it tells may come twice, late and in any order. What the mapping has beyond that is used.
 */
export function openMapped(settings: MappedSettings, mapping: Mapping, web: Web): Marketplace {
  const shop = { settings, mapping, shapes: shapesOf(mapping), web }
  const { hold: holding, release: releasing, webhook } = mapping
  const listens = webhook !== undefined && settings.webhookSecret !== ''
  return {
    name: `${mapping.name}, ${new URL(settings.url).host}`,
    capabilities: capabilitiesOf(mapping, listens),
    check: (signal) => check(shop, signal),
    putPiece: (piece, _ref, call) => putPiece(shop, piece, call),
    hidePiece: (ref, call) => hidePiece(shop, ref, call),
    setStock: async (ref, count, expected, call) =>
      onlyEnd(await setStocks(shop, [{ ref, count, expected }], call)),
    setStocks: (writes, call) => setStocks(shop, writes, call),
    readStock: (ref, call) => readStock(shop, ref, call),
    ...(holding !== undefined && releasing !== undefined
      ? {
          hold: (ref, units, call) => hold(shop, holding, ref, units, call),
          release: (id, call) => release(shop, releasing, id, call),
        }
      : {}),
    ordersSince: (cursor, call) => ordersSince(shop, cursor, call),
    readOrder: (id, call) => readOrder(shop, id, call),
    moveOrder: (id, move, call) => moveOrder(shop, id, move, call),
    cancelAndRefund: (id, reason, call) => cancelAndRefund(shop, id, reason, call),
    listPieces: (page, call) => listPieces(shop, page, call),
    ...(listens
      ? { readEvent: (headers, body) => readEvent(webhook, settings.webhookSecret, headers, body) }
      : {}),
  }
}

const capabilitiesOf = (mapping: Mapping, webhook: boolean): Capabilities => ({
  compareAndSet: namesAsked(mapping.setStock.ask).includes('stock.expected'),
  idempotencyKey: saysWhichCall(mapping, mapping.refundOrder.ask),
  reservation: mapping.hold !== undefined,
  delta: false,
  webhook,
  cursor: mapping.order.movedAt === undefined ? 'placedAt' : 'updatedAt',
  partialUpdate: true,
  counts: mapping.counts,
  batch: mapping.setStocks?.size ?? 1,
})
