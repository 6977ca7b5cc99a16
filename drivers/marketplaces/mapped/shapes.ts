import { z } from 'zod'
import { type Amount, type Currency, sum } from '#shared/money/amount.ts'
import type { Mapping } from './mapping-schema.ts'
import { count, id, money, words } from './scalars.ts'
import { timeIn } from './times.ts'

/** What answers must be to be believed, as a mapping has them; made once. */
export type Shapes = ReturnType<typeof shapesOf>

export function shapesOf({ money: kind, times }: Mapping) {
  const instant = timeIn(times)
  const amount = z.array(money(kind)).transform((all): Amount<Currency> => sum(all))
  const owed = amount.refine((total) => total >= 0, 'below zero')
  return {
    instant,
    /** Several go together. */
    amount,
    /** Of an order that has been found in an answer. */
    order: z.object({
      id,
      number: id,
      placedAt: instant,
      currency: z.string().max(20),
      total: owed,
      shipping: owed,
      lines: z.array(
        z.object({
          sku: z.string().max(200).nullish(),
          name: z.unknown().transform((said) => words(300, said)),
          units: count.refine((units) => units > 0, 'none'),
          amount: owed,
        }),
        'no list',
      ),
    }),
    hold: z.object({ id, until: instant.nullable() }),
  }
}
