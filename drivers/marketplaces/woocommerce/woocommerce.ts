import { done } from '../json.ts'
import { lookAgain } from '../look-again.ts'
import type { Capabilities, Marketplace } from '../marketplace.ts'
import { onlyEnd } from '../stock-writes.ts'
import type { Web } from '../web.ts'
import { wooApi } from './api.ts'
import { readEvent } from './event.ts'
import { cancelAndRefund, moveOrder, ordersSince, readOrder } from './orders.ts'
import { wordPressMedia } from './photographs.ts'
import { hidePiece, listPieces, putPiece } from './pieces.ts'
import type { WooCommerceSettings } from './settings.ts'
import { currencyOfShop, rightsLacking } from './shop.ts'
import { batch, readStock, setStocks } from './stock.ts'

/**
 * WooCommerce by its REST API, version 3. It is the weakest kind of platform: a count is set and never compared, there
 * is no key that makes a request happen once, and webhooks end after five failures ([S]). Nothing here needs more.
 * [S]: read in the published docs or the plugin's source; [K]: general knowledge.
 */
export function wooCommerce(settings: WooCommerceSettings, web: Web): Marketplace {
  const api = wooApi(settings, web)
  const photographs = wordPressMedia(settings, web)
  const { host } = new URL(settings.shop)
  const listens = settings.webhookSecret !== ''
  return {
    name: `WooCommerce, ${host}`,
    capabilities: capabilities(listens),
    async check(signal) {
      const currency = await currencyOfShop(api, signal)
      if (currency.end !== 'done') return currency
      const lacks = await rightsLacking(api, signal)
      return lacks.end === 'done' ? done({ shop: host, currency: currency.value, lacks: lacks.value }) : lacks
    },
    putPiece: (piece, ref, call) => lookAgain(() => putPiece(api, settings, photographs, piece, ref, call)),
    hidePiece: (ref, call) => hidePiece(api, ref, call),
    setStock: async (ref, count, expected, call) =>
      onlyEnd(await setStocks(api, [{ ref, count, expected }], call)),
    setStocks: (writes, call) => setStocks(api, writes, call),
    readStock: (ref, call) => readStock(api, ref, call),
    ordersSince: (cursor, call) => ordersSince(api, cursor, call),
    readOrder: (id, call) => readOrder(api, id, call),
    moveOrder: (id, move, call) => lookAgain(() => moveOrder(api, id, move, call)),
    cancelAndRefund: (id, reason, call) => lookAgain(() => cancelAndRefund(api, id, reason, call)),
    listPieces: (page, call) => listPieces(api, settings, page, call),
    ...(listens ? { readEvent: (headers, body) => readEvent(settings.webhookSecret, headers, body) } : {}),
  }
}

const capabilities = (webhook: boolean): Capabilities => ({
  compareAndSet: false,
  idempotencyKey: false,
  reservation: false,
  delta: false,
  webhook,
  cursor: 'updatedAt',
  partialUpdate: true,
  counts: 'available',
  batch,
})
