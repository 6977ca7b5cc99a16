import { z } from 'zod'
import { refused } from '../json.ts'
import type { Done } from '../marketplace.ts'

const optionalText = z.string().nullish()

/** Of a product or a variation, what is looked at ([S] wc/v3 docs, Product and Product variation properties). */
export const wooProduct = z.object({
  id: z.int().positive(),
  /** Absent in a variation read through its product. */
  parent_id: z.int().min(0).optional(),
  type: z.string().optional(),
  status: z.string(),
  name: optionalText,
  sku: z.string(),
  description: optionalText,
  regular_price: optionalText,
  price: optionalText,
  manage_stock: z.union([z.boolean(), z.literal('parent')]),
  /** May be below zero where back-orders are allowed; `null`: not counted. */
  stock_quantity: z.int().nullable(),
  weight: optionalText,
  dimensions: z.object({ length: z.string(), width: z.string(), height: z.string() }).nullish(),
  variations: z.array(z.int().positive()).optional(),
  images: z.array(z.object({ id: z.int().min(0), src: z.string() })).optional(),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
})
export type WooProduct = z.infer<typeof wooProduct>

/** Whether what came is what was asked for: a cache in front of a shop has answered for another piece before. */
export const isAbout = (read: Done<WooProduct>, id: string): Done<WooProduct> =>
  read.end === 'done' && String(read.value.id) !== id
    ? refused('malformed', `asked for ${id}, answered with ${read.value.id}`)
    : read
