import type { Catalogue, Product, Variant } from '../catalogue.ts'
import { type Args, type Field, field } from '../graphql/execute.ts'
import { inputOf, listOf, oneOf, textOf } from './input.ts'
import { productObject } from './product-object.ts'
import { payload, type Wrong } from './user-error.ts'

const productFields = ['title', 'descriptionHtml', 'status', 'metafields', 'handle']
const variantFields = ['price', 'inventoryPolicy', 'inventoryItem']

/** @param publications of the shop */
export function productMutations(
  catalogue: Catalogue,
  publications: readonly string[],
): Readonly<Record<string, Field>> {
  const find = (id: unknown): Product | undefined => catalogue.products.get(String(id))
  const none: Wrong = { code: 'PRODUCT_DOES_NOT_EXIST', message: 'Product does not exist' }
  return {
    productSet: field(['identifier', 'input', 'synchronous'], ({ identifier, input }) => {
      const { handle } = inputOf('ProductSetIdentifiers', identifier, ['handle'])
      const wanted = textOf('handle', handle)
      const read = inputOf('ProductSetInput', input, [...productFields, 'productOptions', 'variants'])
      const product =
        [...catalogue.products.values()].find((each) => each.handle === wanted) ??
        catalogue.addProduct(wanted)
      changeProduct(product, read)
      setVariants(catalogue, product, listOf('ProductVariantSetInput', read.variants))
      return payload('ProductSetPayload', { product: productObject(catalogue, product) }, null, true)
    }),
    productUpdate: field(['product', 'media'], ({ product: input, media = [] }) => {
      const read = inputOf('ProductUpdateInput', input, ['id', ...productFields])
      const product = find(read.id)
      if (product === undefined) return payload('ProductUpdatePayload', { product: null }, none)
      changeProduct(product, read)
      for (const each of listOf('CreateMediaInput', media ?? [])) {
        const { alt, originalSource } = inputOf('CreateMediaInput', each, [
          'alt',
          'originalSource',
          'mediaContentType',
        ])
        product.media.push({ alt: textOf('alt', alt), source: textOf('originalSource', originalSource) })
      }
      return payload('ProductUpdatePayload', { product: productObject(catalogue, product) }, null)
    }),
    productVariantsBulkUpdate: field(['productId', 'variants'], ({ productId, variants }) => {
      if (find(productId) === undefined) return payload('ProductVariantsBulkUpdatePayload', {}, none, true)
      const changes = listOf('ProductVariantsBulkInput', variants).map((each) => {
        const read = inputOf('ProductVariantsBulkInput', each, ['id', ...variantFields])
        const variant = catalogue.variants.get(String(read.id))
        return variant !== undefined && variant.product === productId ? { variant, read } : null
      })
      if (changes.includes(null))
        return payload(
          'ProductVariantsBulkUpdatePayload',
          {},
          { code: 'PRODUCT_VARIANT_DOES_NOT_EXIST', message: 'Product variant does not exist' },
          true,
        )
      for (const change of changes) if (change !== null) changeVariant(change.variant, change.read)
      return payload('ProductVariantsBulkUpdatePayload', {}, null, true)
    }),
    publishablePublish: field(['id', 'input'], ({ id, input }) => {
      const product = find(id)
      if (product === undefined) return payload('PublishablePublishPayload', {}, none)
      for (const each of listOf('PublicationInput', input)) {
        const { publicationId } = inputOf('PublicationInput', each, ['publicationId'])
        if (!publications.includes(String(publicationId)))
          return payload('PublishablePublishPayload', {}, { message: 'Publication does not exist' })
        product.publications.add(String(publicationId))
      }
      return payload('PublishablePublishPayload', {}, null)
    }),
  }
}

function changeProduct(product: Product, read: Args): void {
  if (read.title !== undefined) product.title = textOf('title', read.title)
  if (read.descriptionHtml !== undefined)
    product.descriptionHtml = textOf('descriptionHtml', read.descriptionHtml)
  if (read.status !== undefined)
    product.status = oneOf('status', read.status, ['ACTIVE', 'DRAFT', 'ARCHIVED'])
  for (const each of listOf('MetafieldInput', read.metafields ?? [])) {
    const { namespace, key, value } = inputOf('MetafieldInput', each, ['namespace', 'key', 'type', 'value'])
    product.metafields.set(`${namespace}.${key}`, textOf('value', value))
  }
}

/** What is not in the list is taken away. */
function setVariants(catalogue: Catalogue, product: Product, list: readonly unknown[]): void {
  const before = catalogue.variantsOf(product.id)
  list.forEach((each, at) => {
    const read = inputOf('ProductVariantSetInput', each, ['optionValues', ...variantFields])
    changeVariant(before[at] ?? catalogue.addVariant(product.id), read)
  })
  for (const each of before.slice(list.length)) catalogue.removeVariant(each)
}

function changeVariant(variant: Variant, read: Args): void {
  if (read.price !== undefined) {
    const price = textOf('price', read.price)
    variant.price = price
  }
  if (read.inventoryPolicy !== undefined)
    variant.policy = oneOf('inventoryPolicy', read.inventoryPolicy, ['DENY', 'CONTINUE'])
  if (read.inventoryItem === undefined) return
  const item = inputOf('InventoryItemInput', read.inventoryItem, ['sku', 'tracked', 'measurement'])
  if (item.sku !== undefined) variant.sku = textOf('sku', item.sku)
  if (item.tracked !== undefined) variant.tracked = item.tracked === true
  if (item.measurement === undefined) return
  const { weight } = inputOf('InventoryItemMeasurementInput', item.measurement, ['weight'])
  const { unit, value } = inputOf('WeightInput', weight, ['unit', 'value'])
  variant.weight = { unit: textOf('unit', unit), value: Number(value) }
}
