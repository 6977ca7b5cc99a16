import { z } from 'zod'
import type { Currency } from '#shared/money/amount.ts'
import { currencyOf } from '../decimal.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import type { WooApi } from './api.ts'

const current = z.object({ code: z.string() })

/** [S] wc/v3 docs, Data: `data/currencies/current`. */
export async function currencyOfShop(api: WooApi, signal: AbortSignal | undefined): Promise<Done<Currency>> {
  const answer = await api.ask('GET', 'data/currencies/current', undefined, current, signal)
  if (answer.end !== 'done') return answer
  const currency = currencyOf(answer.value.code)
  return currency === null
    ? refused('otherCurrency', `the shop sells in ${answer.value.code.slice(0, 3)}`)
    : done(currency)
}

/** Each question changes nothing: an empty batch is allowed to whom a batch is ([S] plugin source). */
const rights = [
  ['products', 'POST', 'products/batch'],
  ['orders', 'POST', 'orders/batch'],
] as const

/** What the key may not do, by asking to do nothing at all. @returns `products`, `orders` */
export async function rightsLacking(
  api: WooApi,
  signal: AbortSignal | undefined,
): Promise<Done<readonly string[]>> {
  const lacks: string[] = []
  for (const [right, method, path] of rights) {
    const answer = await api.ask(method, path, {}, z.unknown(), signal)
    if (answer.end === 'refused' && answer.code === 'notAllowed') lacks.push(right)
    else if (answer.end !== 'done') return answer
  }
  return done(lacks)
}
