import type { Catalogue, Product, Variant } from '../catalogue.ts'
import { field, type Node, node } from '../graphql/execute.ts'
import { connection } from './connection.ts'

/** Ids in the order in which they were given. */
const sortable = (id: string): string => (id.split('/').at(-1) ?? '').padStart(12, '0')

export function productObject(catalogue: Catalogue, product: Product): Node {
  const variants = catalogue.variantsOf(product.id)
  return node('Product', {
    id: product.id,
    handle: product.handle,
    title: product.title,
    descriptionHtml: product.descriptionHtml,
    status: product.status,
    variantsCount: node('Count', { count: variants.length }),
    metafield: field(['namespace', 'key'], ({ namespace, key }) => {
      const value = product.metafields.get(`${namespace}.${key}`)
      return value === undefined ? null : node('Metafield', { value })
    }),
    media: field(['first', 'after'], (args) =>
      connection(
        'MediaConnection',
        product.media.map((each, at) => ({ ...each, at: String(at).padStart(6, '0') })),
        args,
        ({ at }) => at,
        ({ alt }) => node('MediaImage', { alt }),
      ),
    ),
    variants: field(['first', 'after'], (args) => variantConnection(catalogue, variants, args)),
  })
}

export const variantConnection = (
  catalogue: Catalogue,
  variants: readonly Variant[],
  args: Readonly<Record<string, unknown>>,
): Node =>
  connection(
    'ProductVariantConnection',
    variants,
    args,
    ({ id }) => sortable(id),
    (each) => variantObject(catalogue, each),
  )

export function variantObject(catalogue: Catalogue, variant: Variant): Node {
  return node('ProductVariant', {
    id: variant.id,
    sku: variant.sku,
    price: variant.price,
    inventoryPolicy: variant.policy,
    inventoryItem: itemObject(catalogue, variant),
    product: field([], () => {
      const product = catalogue.products.get(variant.product)
      return product === undefined ? null : productObject(catalogue, product)
    }),
  })
}

export function itemObject(catalogue: Catalogue, { item, tracked, weight }: Variant): Node {
  return node('InventoryItem', {
    id: item,
    tracked,
    measurement: node('InventoryItemMeasurement', {
      weight: weight === null ? null : node('Weight', { unit: weight.unit, value: weight.value }),
    }),
    inventoryLevel: field(['locationId'], () => {
      const level = catalogue.levels.get(item)
      if (level === undefined) return null
      return node('InventoryLevel', {
        quantities: field(['names'], ({ names }) =>
          (names as ('available' | 'committed' | 'reserved')[]).map((name) =>
            node('InventoryQuantity', { name, quantity: level[name] ?? 0 }),
          ),
        ),
      })
    }),
  })
}
