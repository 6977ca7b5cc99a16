import type { Currency } from '#shared/money/amount.ts'
import { currencyOf } from '../decimal.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import { ask } from './api.ts'
import { textAt } from './conditions.ts'
import { readList } from './path.ts'
import type { Shop } from './settings.ts'

export interface Checked {
  readonly shop: string
  readonly currency: Currency
  readonly lacks: readonly string[]
}

/** Rights of one key. */
const mostRights = 1_000

export async function check(shop: Shop, signal: AbortSignal | undefined): Promise<Done<Checked>> {
  const { check: operation, currency: fixed } = shop.mapping
  const said = await ask(shop, 'check', operation, { values: {} }, signal === undefined ? {} : { signal })
  if (said.end !== 'done') return said
  const { json } = said.value
  const name = operation.shop === undefined ? new URL(shop.settings.url).host : textAt(operation.shop, json)
  if (name === null) return refused('malformed', 'check.shop: nothing is there')
  const code = operation.currency === undefined ? (fixed ?? null) : textAt(operation.currency, json)
  if (code === null) return refused('malformed', 'check.currency: nothing is there')
  const currency = currencyOf(code.toUpperCase())
  if (currency === null) return refused('otherCurrency', `the shop sells in ${code.slice(0, 20)}`)
  const rights = operation.rights
  if (rights === undefined) return done({ shop: name.slice(0, 200), currency, lacks: [] })
  const has = readList(rights.list, json, mostRights)
  if (has === null) return refused('malformed', 'check.rights: no list')
  const missing = Object.entries(rights.needs).filter(([right]) => !has.includes(right))
  const lacks = [...new Set(missing.map(([, what]) => what))]
  return done({ shop: name.slice(0, 200), currency, lacks })
}

/** Prices are in dirhams, and would be taken for another currency in a shop that sells in one. */
export async function sellsInDirhams(shop: Shop, signal: AbortSignal | undefined): Promise<Done> {
  if (shop.mapping.check.currency === undefined)
    return shop.mapping.currency === 'MAD'
      ? done(null)
      : refused('otherCurrency', `the shop sells in ${shop.mapping.currency}`)
  const checked = await check(shop, signal)
  if (checked.end !== 'done') return checked
  return checked.value.currency === 'MAD'
    ? done(null)
    : refused('otherCurrency', `the shop sells in ${checked.value.currency}`)
}
