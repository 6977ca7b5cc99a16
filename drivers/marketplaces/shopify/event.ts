import { z } from 'zod'
import type { EventRead } from '../marketplace.ts'
import { parsedJson } from '../parsed-json.ts'
import { isSignedBy } from '../signature.ts'
import { numberOf } from './gid.ts'

/** Of an order, its own id; of what belongs to one, the order's number. */
const about = z.union([
  z.object({ order_id: z.int().positive() }),
  z.object({ admin_graphql_api_id: z.string() }),
])

/**
 * A webhook of the app ([S] Webhooks): signed over the body with the client secret. The same event can come several
 * times, under several webhook ids and one event id; its headers are not signed, so that a replay may pretend to be new.
 * It gains nothing: an event is no more than a reason to read the order.
 *
 * @param headers names in lower case
 */
export function readEvent(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): EventRead {
  if (!isSignedBy(secret, body, headers['x-shopify-hmac-sha256'], 'base64')) {
    return { ok: false, code: 'badSignature' }
  }
  const event = headers['x-shopify-event-id'] ?? headers['x-shopify-webhook-id'] ?? ''
  const topic = headers['x-shopify-topic'] ?? ''
  const order = /^(orders|refunds|fulfillments)\//.test(topic) ? orderOf(body) : null
  return order === null || event === ''
    ? { ok: false, code: 'malformed' }
    : { ok: true, event, orders: [order] }
}

function orderOf(body: Uint8Array): string | null {
  const said = about.safeParse(parsedJson(body)).data
  if (said === undefined) return null
  return 'order_id' in said ? String(said.order_id) : numberOf('Order', said.admin_graphql_api_id)
}
