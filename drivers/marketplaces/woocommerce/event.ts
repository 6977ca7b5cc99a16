import { z } from 'zod'
import type { EventRead } from '../marketplace.ts'
import { parsedJson } from '../parsed-json.ts'
import { isSignedBy } from '../signature.ts'

const about = z.object({ id: z.int().positive() })

/**
 * A webhook on `order.*` ([S] wc/v3 docs, Webhooks): its signature is over the body alone, so that one that is sent
 * again is as good as new, and the delivery's number is only what the sender says. Neither matters, for an event is no
 * more than a reason to read the order. The first call WooCommerce makes to a new webhook is not signed ([K]), and is
 * not believed.
 *
 * @param headers names in lower case
 */
export function readEvent(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): EventRead {
  if (!isSignedBy(secret, body, headers['x-wc-webhook-signature'], 'base64'))
    return { ok: false, code: 'badSignature' }
  // The docs say the one, the plugin sends the other ([K]).
  const event = headers['x-wc-webhook-delivery-id'] ?? headers['x-wc-delivery-id'] ?? ''
  const topic = headers['x-wc-webhook-topic'] ?? ''
  const order = topic.startsWith('order.') ? about.safeParse(parsedJson(body)).data?.id : undefined
  return order === undefined || event === ''
    ? { ok: false, code: 'malformed' }
    : { ok: true, event, orders: [String(order)] }
}
