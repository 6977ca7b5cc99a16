import { z } from 'zod'
import { isDay } from '../kernel/day-range.ts'
import { type Dirham, largestMinor } from '../money/amount.ts'
import { whole } from '../owners/due.ts'
import { ownerPayments } from '../owners/facts.ts'
import { mostTiers, ruleTrouble } from '../owners/rule-trouble.ts'
import { ownerRoles } from '../owners/share-rule.ts'

const maybe = (max: number) => z.string().trim().max(max)
const ppm = z.number().int().min(0).max(whole)
const price = z
  .number()
  .int()
  .min(1)
  .max(largestMinor)
  .transform((minor) => minor as Dirham)

/** As items name their owner. */
export const ownerIdSchema = z.string().trim().min(1).max(64)

/** A day of the calendar, `YYYY-MM-DD`. */
export const daySchema = z.string().length(10).refine(isDay)

/** Two days, both included, in order. */
const daysSchema = z.object({ from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to)

const shareRuleSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percentage'), ppm }),
    z.object({ kind: z.literal('fixed'), perUnit: price }),
    z.object({
      kind: z.literal('tiered'),
      tiers: z
        .array(z.object({ upTo: price.nullable(), ppm }))
        .min(1)
        .max(mostTiers)
        .readonly(),
    }),
  ])
  .refine((rule) => ruleTrouble(rule) === null)

export const ownerSchema = z.object({
  owner: ownerIdSchema,
  name: z.string().trim().min(1).max(120),
  nameAr: maybe(120),
  phone: maybe(30),
  language: z.enum(['ar', 'fr', 'en']),
  role: z.enum(ownerRoles),
  share: shareRuleSchema.nullable(),
  account: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{0,20}$/),
  registration: maybe(60),
  village: maybe(80),
  craft: maybe(80),
})

export const payOwnerSchema = z.object({
  type: z.literal('payOwner'),
  owner: ownerIdSchema,
  what: z.enum(['advance', 'payout']),
  amount: price,
  by: z.enum(ownerPayments),
  reference: maybe(64),
  period: daysSchema.nullable(),
})
