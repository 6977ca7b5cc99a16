import type { EventRead } from '../marketplace.ts'
import { parsedJson } from '../parsed-json.ts'
import { isSignedBy } from '../signature.ts'
import { holdsIn, textAt } from './conditions.ts'
import type { Mapping } from './mapping-schema.ts'
import { readList } from './path.ts'
import { id } from './scalars.ts'

/** Orders that one event may name. */
const mostOrders = 100

/**
 * An event is a reason to read orders, and no more: one that comes twice, late or again years after does no harm.
 *
 * @param headers names in lower case
 */
export function readEvent(
  webhook: NonNullable<Mapping['webhook']>,
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): EventRead {
  const { header, encoding, prefix = '' } = webhook.signature
  const signature = headers[header]?.startsWith(prefix) ? headers[header].slice(prefix.length) : undefined
  if (!isSignedBy(secret, body, signature, encoding)) return { ok: false, code: 'badSignature' }
  const json = parsedJson(body)
  const event = 'header' in webhook.event ? headers[webhook.event.header] : textAt(webhook.event.path, json)
  const name = id.safeParse(event)
  if (!name.success) return { ok: false, code: 'malformed' }
  if (!holdsIn(webhook.about, json)) return { ok: true, event: name.data, orders: [] }
  const one = textAt(webhook.orders, json)
  const said = one === null ? readList(webhook.orders, json, mostOrders) : [one]
  const orders = said?.map((each) => id.safeParse(each))
  if (orders === undefined || orders.some(({ success }) => !success)) return { ok: false, code: 'malformed' }
  return { ok: true, event: name.data, orders: orders.flatMap(({ data }) => data ?? []) }
}
