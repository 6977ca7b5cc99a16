import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { currencyOf, perUnit } from '../decimal.ts'
import { believe, done, refused } from '../json.ts'
import { languageTag } from '../language-tag.ts'
import type { Call, Done } from '../marketplace.ts'
import { holdsIn } from './conditions.ts'
import type { Mapping } from './mapping-schema.ts'
import { type Path, readList, readPath } from './path.ts'
import { words } from './scalars.ts'
import type { Shop } from './settings.ts'

const mostLines = 500

/** An order of an answer. What is not understood is not guessed: it is `malformed`, with its place in the mapping. */
export function orderOf({ mapping, shapes }: Shop, json: unknown, at: Call['at']): Done<OnlineOrder> {
  const { order } = mapping
  const all = (paths: readonly Path[] = []): readonly unknown[] => paths.map((path) => readPath(path, json))
  const lineAmount = order.lines.price ?? order.lines.total ?? []
  const said = believe(shapes.order, {
    id: readPath(order.id, json),
    number: readPath(order.number, json),
    placedAt: readPath(order.placedAt, json),
    currency: order.currency === undefined ? mapping.currency : readPath(order.currency, json),
    total: all(order.total),
    shipping: all(order.shipping),
    lines: readList(order.lines.list, json, mostLines)?.map((line) => ({
      sku: readPath(order.lines.sku, line),
      name: readPath(order.lines.name, line),
      units: readPath(order.lines.units, line),
      amount: lineAmount.map((path) => readPath(path, line)),
    })),
  })
  if (said.end !== 'done') return said
  const { id: known, number, placedAt, total, shipping, lines } = said.value
  const currency = currencyOf(said.value.currency.toUpperCase())
  if (currency === null) return refused('otherCurrency', `order ${number}: ${said.value.currency}`)
  const delivery = order.pickUp.some((when) => holdsIn(when, json)) ? 'pickUp' : 'ship'
  const state = stateOf(mapping, json, delivery)
  if (state === null) return refused('malformed', `order ${number}: its state is in no rule of the mapping`)
  return done({
    id: known,
    number,
    state,
    placedAt: { utcMs: placedAt.utcMs, offsetMinutes: placedAt.offsetMinutes ?? at.offsetMinutes },
    lines: lines.map(({ sku, name, units, amount }) => ({
      sku: sku ? (sku as Sku) : null,
      name,
      units,
      price: order.lines.price === undefined ? perUnit(amount, units) : amount,
    })),
    total,
    currency,
    shipping,
    buyer: buyerOf(order.buyer, json),
    delivery,
  })
}

/** By the first rule that holds. `left`: what has left the shop, by whichever way. */
function stateOf({ order }: Mapping, json: unknown, delivery: OnlineOrder['delivery']): OrderState | null {
  const is = order.states.find(({ when }) => holdsIn(when, json))?.is
  if (is !== 'left') return is ?? null
  return delivery === 'pickUp' ? 'handedOver' : 'shipped'
}

/** Nothing of it is needed to count: what is not there is not known. */
function buyerOf(buyer: Mapping['order']['buyer'], json: unknown): OnlineOrder['buyer'] {
  const said = (longest: number, paths: readonly Path[], between: string): string =>
    paths
      .map((path) => words(longest, readPath(path, json)))
      .filter((part) => part !== '')
      .join(between)
      .slice(0, longest)
  const one = (longest: number, path?: Path): string => said(longest, path === undefined ? [] : [path], '')
  const country = one(2, buyer.country).toUpperCase()
  return {
    name: said(200, buyer.name, ' '),
    email: one(254, buyer.email),
    language: languageTag(one(35, buyer.language)),
    address: said(500, buyer.address ?? [], ', '),
    country: /^[A-Z]{2}$/.test(country) ? country : '',
  }
}
