import type { Good } from '../shelf.ts'

/** A product as `GET products/{id}`, or a variation as `GET products/{id}/variations/{id}`, answers it. */
export function writeGood(good: Good, variations: readonly Good[], inProduct: boolean): object {
  const common = {
    id: good.id,
    status: good.status,
    sku: good.sku,
    description: good.description,
    price: good.regularPrice,
    regular_price: good.regularPrice,
    sale_price: '',
    on_sale: false,
    purchasable: good.regularPrice !== '',
    manage_stock: good.manageStock,
    stock_quantity: good.manageStock ? good.stock : null,
    stock_status: !good.manageStock || (good.stock ?? 0) > 0 ? 'instock' : 'outofstock',
    backorders: good.backorders,
    weight: good.weight,
    dimensions: good.dimensions,
    attributes: good.attributes,
    meta_data: good.meta.map((meta, at) => ({ id: at + 1, ...meta })),
  }
  const images = good.images.map((id) => ({
    id,
    src: `https://shop.example/media/${id}.png`,
    name: '',
    alt: '',
  }))
  // A variation read through its product says neither what it is nor whose; found by its sku, it says both.
  if (good.type === 'variation') {
    return {
      ...common,
      name: good.name,
      image: images[0] ?? null,
      ...(inProduct ? {} : { type: 'variation', parent_id: good.parent, images }),
    }
  }
  return {
    ...common,
    name: good.name,
    type: good.type,
    parent_id: 0,
    images,
    variations: variations.map(({ id }) => id),
  }
}
