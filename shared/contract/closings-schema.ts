import { z } from 'zod'
import { cashPurposes } from '../closing/cash-purpose.ts'
import { mostPieces } from '../closing/drawer-count.ts'
import { type Dirham, largestMinor } from '../money/amount.ts'

const money = z
  .number()
  .int()
  .min(0)
  .max(largestMinor)
  .transform((minor) => minor as Dirham)

/** More kinds of coins and notes than any currency has; which of them exist is the checkout's to say (`badCount`). */
const mostFaces = 30

/** Bounded here; half a coin, fewer than none, or a sum that is another is refused by name (`badCount`). */
const countSchema = z
  .array(z.object({ face: money, pieces: z.number().min(-mostPieces).max(mostPieces) }))
  .max(mostFaces)
  .readonly()

export const closeShiftSchema = z.object({
  type: z.literal('closeShift'),
  counted: money,
  count: countSchema.nullish(),
})

export const closePeriodSchema = z
  .object({
    type: z.literal('closePeriod'),
    period: z.enum(['month', 'year']),
    of: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
  })
  .refine(({ period, of }) => of.length === (period === 'month' ? 7 : 4))

export const moveCashSchema = z.object({
  type: z.literal('moveCash'),
  direction: z.enum(['in', 'out']),
  amount: money,
  reason: z.string().trim().min(1).max(200),
  purpose: z.enum(cashPurposes).optional(),
})
