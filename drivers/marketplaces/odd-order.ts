import { z } from 'zod'
import { currencyOf } from './decimal.ts'
import type { OrderPage } from './marketplace.ts'

/** An order of a page that is there and was not understood. The page’s other orders are, and are told. */
export interface Odd {
  readonly odd: OrderPage['odd'][number]
  /** When it was placed or changed, by whichever the platform’s pages go; `null`: not even that is known. */
  readonly atMs: number | null
}

export const isOdd = (order: object): order is Odd => 'odd' in order

/** What an order must have to be told at all. */
interface Named {
  readonly id: string
  readonly number: string
  /** ISO 4217, as the platform says it; `''`: it does not. */
  readonly currency: string
  readonly atMs: number | null
}

/**
 * An order by its schema; else, if it can be named, the `Odd` of it. One that has not even a name and a number is none, and
 * no page with it is believed.
 */
export const orOdd = <T extends object>(schema: z.ZodType<T>, name: z.ZodType<Named>): z.ZodType<T | Odd> =>
  z.unknown().transform((said, context): T | Odd => {
    const named = name.safeParse(said)
    const currency = named.data?.currency ?? ''
    if (named.success && currency !== '' && currencyOf(currency.toUpperCase()) === null) {
      return oddOf(named.data, 'otherCurrency', currency.slice(0, 3))
    }
    const read = schema.safeParse(said)
    if (read.success) return read.data
    const [issue] = read.error.issues
    const text = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
    if (named.success) return oddOf(named.data, 'malformed', text)
    context.addIssue({ code: 'custom', message: text })
    return z.NEVER
  })

const oddOf = ({ id, number, atMs }: Named, code: Odd['odd']['code'], text: string): Odd => ({
  odd: { id, number, code, text: text.slice(0, 300) },
  atMs,
})

/** The page as the till is told it. @param read `null`: nobody placed it */
export function splitOdd<T extends object, O>(
  seen: readonly (T | Odd)[],
  read: (order: T) => O | null,
): { readonly orders: readonly O[]; readonly odd: OrderPage['odd'] } {
  const orders: O[] = []
  const odd: OrderPage['odd'][number][] = []
  for (const each of seen) {
    if (isOdd(each)) odd.push(each.odd)
    else {
      const order = read(each)
      if (order !== null) orders.push(order)
    }
  }
  return { orders, odd }
}
