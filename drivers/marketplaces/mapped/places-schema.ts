import { z } from 'zod'
import { conditions, listPath, path, paths } from './mapping-parts.ts'

/** Of a page, or of what is sent at once. */
export const size = z.int().min(1).max(250)

const ref = z.strictObject({ product: path.optional(), variant: path, stockItem: path.optional() })

/** How a list goes on. */
export const paging = z.discriminatedUnion('kind', [
  /** All there is comes in one answer. */
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('page'), first: z.int().min(0).max(1).default(1), size }),
  z.strictObject({ kind: z.literal('offset'), size }),
  z.strictObject({ kind: z.literal('cursor'), size, next: path }),
  /** `next` absent: in the answer’s `Link` header (RFC 8288). */
  z.strictObject({ kind: z.literal('link'), size, next: path.optional() }),
])

const localized = z.strictObject({ ar: path.optional(), fr: path.optional(), en: path.optional() })
/** Where in a piece things stand. */
export const piece = z.strictObject({
  sku: path,
  ref,
  name: localized,
  description: localized.default({}),
  price: paths,
  currency: path.optional(),
  count: path,
  maker: path.optional(),
  village: path.optional(),
  technique: path.optional(),
  materials: path.optional(),
  dimensions: path.optional(),
  stamps: path.optional(),
  weight: path.optional(),
  length: path.optional(),
  width: path.optional(),
  height: path.optional(),
  /** Where `{piece.kept}` was written. */
  kept: path.optional(),
})

/** Where in an order things stand, and what its states mean. */
export const order = z.strictObject({
  id: path,
  number: path,
  placedAt: path,
  /** Absent: an order does not say when it moved; open ones are then read again, each time. */
  movedAt: path.optional(),
  states: z
    .array(
      z.strictObject({
        when: conditions,
        is: z.enum(['placed', 'paid', 'left', 'handedOver', 'shipped', 'cancelled', 'refunded']),
      }),
    )
    .min(1)
    .max(50),
  currency: path.optional(),
  total: paths,
  shipping: paths.optional(),
  lines: z
    .strictObject({
      list: listPath,
      sku: path,
      name: path,
      units: path,
      price: paths.optional(),
      total: paths.optional(),
    })
    .refine(({ price, total }) => (price === undefined) !== (total === undefined), {
      path: ['price'],
      message: 'of one unit, or the total of all: one of them',
    }),
  buyer: z.strictObject({
    name: paths,
    email: path.optional(),
    language: path.optional(),
    address: paths.optional(),
    country: path.optional(),
  }),
  pickUp: z.array(conditions).max(20).default([]),
})
