import { z } from 'zod'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import { type ReadNo, refused } from '../json.ts'

/** What every error of WordPress' REST API looks like ([S] wc/v3 docs, Errors). */
const error = z.object({ code: z.string(), message: z.string() })

/**
 * What WooCommerce's own codes mean, where the status says less or something else ([S] plugin source, REST controllers
 * of version 3):
 * - an id that is not there is 404 when it is read and 400 when it is written;
 * - what `orders/{id}/refunds` refuses comes with status 500, an order that is not there among it, though nothing was
 *   done: the code is the only thing that tells it from a program that broke.
 */
const meanings: readonly (readonly [RegExp, MarketplaceTrouble])[] = [
  [/^product_invalid_sku$/, 'skuTwice'],
  [/^woocommerce_(rest_)?product_(variation_)?invalid_sku$/, 'skuTwice'],
  [/_invalid_id$|^woocommerce_rest_invalid_order_id$/, 'gone'],
  [/^woocommerce_rest_(cannot_create_order_refund|invalid_order_refund)$/, 'refused'],
  // The address is WordPress', and there is no WooCommerce in it.
  [/^rest_no_route$/, 'malformed'],
]

export const wooNo: ReadNo = (_status, json) => {
  const read = error.safeParse(json)
  if (!read.success) return null
  const { code, message } = read.data
  const text = `${code}: ${message}`
  // One code for a key that is not known and for one that may only read; [K] only the sentence differs.
  if (code === 'woocommerce_rest_authentication_error') {
    return refused(/permissions/i.test(message) ? 'notAllowed' : 'keyRefused', text)
  }
  const meaning = meanings.find(([shape]) => shape.test(code))
  return meaning === undefined ? null : refused(meaning[1], text)
}
