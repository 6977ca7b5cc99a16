import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import { ask, type Signal } from './api.ts'
import type { Shop } from './settings.ts'

const variantFields = 'id,product_id,inventory_items.inventory_item_id'
export const variant = z.object({
  id: z.string(),
  product_id: z.string(),
  inventory_items: z.array(z.object({ inventory_item_id: z.string() })),
})

/** By its ref, else by its sku; `null`: not there. */
export async function findPiece(
  shop: Shop,
  sku: string,
  ref: OnlineRef | null,
  signal: Signal,
): Promise<Done<OnlineRef | null>> {
  const schema = z.object({ variants: z.array(variant) })
  const by = async (query: Record<string, string>): Promise<Done<z.infer<typeof schema>>> => {
    const path = `/product-variants?${new URLSearchParams({ ...query, fields: variantFields, limit: '2' })}`
    return ask(shop, 'GET', path, undefined, schema, signal)
  }
  const known = ref === null ? done({ variants: [] }) : await by({ id: ref.variant })
  if (known.end !== 'done') return known
  const said = known.value.variants.length > 0 ? known : await by({ sku })
  if (said.end !== 'done') return said
  const { variants } = said.value
  if (variants.length > 1) return refused('skuTwice', sku)
  const [found] = variants
  if (found !== undefined) return refOf(shop, found)
  return ref === null ? done(null) : refused('gone', 'deleted online')
}

/** A piece is one inventory item; a kit of several is not ours. */
export function refOf({ settings }: Shop, found: z.infer<typeof variant>): Done<OnlineRef> {
  const [item, ...others] = found.inventory_items
  if (item === undefined || others.length > 0) return refused('malformed', 'not one inventory item')
  return done({
    product: found.product_id,
    variant: found.id,
    stockItem: item.inventory_item_id,
    location: settings.location,
  })
}
