import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'

/** Of a variant, what is looked at. A piece is one variant. */
export const variantFields = `id sku price
  inventoryItem { id measurement { weight { unit value } } }
  product {
    id title descriptionHtml status variantsCount { count }
    metafield(namespace: "hanout", key: "piece") { value }
  }`

export const variant = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  price: z.string(),
  inventoryItem: z.object({
    id: z.string(),
    measurement: z.object({
      weight: z.object({ unit: z.string(), value: z.number().min(0) }).nullable(),
    }),
  }),
  product: z.object({
    id: z.string(),
    title: z.string(),
    descriptionHtml: z.string(),
    status: z.string(),
    variantsCount: z.object({ count: z.int().positive() }).nullable(),
    metafield: z.object({ value: z.string() }).nullable(),
  }),
})
export type Variant = z.infer<typeof variant>

export const refOf = ({ id, inventoryItem, product }: Variant, location: string): OnlineRef => ({
  product: product.id,
  variant: id,
  stockItem: inventoryItem.id,
  location,
})

/** A product of ours has one; one that the owner made may have several, and what is said of it is said of all of them. */
export const isAlone = ({ product }: Variant): boolean => product.variantsCount?.count === 1
