import { z } from 'zod'
import type { AttemptId, ShiftId, Sku, TicketNumber } from '../kernel/ids.ts'
import { labelSizes } from '../kernel/paper-kinds.ts'
import { daySchema, ownerIdSchema } from './owners-schema.ts'

/** The door for papers: bounded before anything looks at them. */
const count = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const ticket = count.transform((n) => n as TicketNumber)
const id = z.string().trim().min(1).max(64)
/** More than a shop sticks in a day, and than a browser draws as a page. */
const mostLabels = 2_000
const line = z.number().int().min(1).max(9999)

export const paperRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receipt'), ticket }),
  z.object({
    kind: z.literal('giftReceipt'),
    ticket,
    lines: z.array(line).min(1).max(500).readonly().nullable(),
  }),
  z.object({ kind: z.literal('invoice'), invoice: count }),
  z.object({ kind: z.literal('exportForm'), form: count }),
  z.object({ kind: z.literal('certificate'), certificate: count }),
  z.object({ kind: z.literal('cardSlip'), attempt: id.transform((text) => text as AttemptId) }),
  z.object({
    kind: z.literal('shiftReport'),
    shift: id.transform((text) => text as ShiftId),
    language: z.enum(['ar', 'fr', 'en']),
  }),
  z.object({
    kind: z.literal('eveningSlip'),
    shift: id.transform((text) => text as ShiftId),
    language: z.enum(['ar', 'fr', 'en']),
  }),
  z.object({ kind: z.literal('periodReport'), closing: count, language: z.enum(['ar', 'fr', 'en']) }),
  z.object({ kind: z.literal('payoutSlip'), payout: count }),
  z.object({ kind: z.literal('ownerStatement'), owner: ownerIdSchema, from: daySchema, to: daySchema }),
  z.object({
    kind: z.literal('labels'),
    labels: z
      .array(z.object({ sku: id.transform((text) => text as Sku), count: z.number().int().min(1).max(500) }))
      .min(1)
      .max(200)
      .refine((labels) => labels.reduce((sum, { count }) => sum + count, 0) <= mostLabels)
      .readonly(),
    size: z.enum(labelSizes),
  }),
  z.object({ kind: z.literal('testPage') }),
])

const words = (max: number) => z.string().trim().min(1).max(max)
const maybe = (max: number) => z.string().trim().max(max)
/** ISO 3166-1 alpha-2. */
const country = z.string().regex(/^[A-Z]{2}$/)

export const buyerSchema = z.object({
  name: words(120),
  address: maybe(200),
  ice: z.string().regex(/^(\d{15})?$/),
})

export const visitorSchema = z.object({
  name: words(120),
  nationality: country,
  // Who lives in Morocco takes nothing abroad under this form (CGI art. 92-I-39°).
  residence: country.refine((code) => code !== 'MA'),
  passport: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{5,20}$/),
  address: maybe(200),
  bank: maybe(60),
})

export const pieceSchema = z.object({
  maker: maybe(80),
  village: maybe(80),
  technique: maybe(120),
  materials: maybe(120),
  dimensions: maybe(80),
  stamps: maybe(120),
})
