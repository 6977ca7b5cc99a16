import { type Catalogue, locationId } from '../catalogue.ts'
import { type Field, field, type Node, node } from '../graphql/execute.ts'
import type { BookOrder, OrderBook } from '../order-book.ts'
import { connection } from './connection.ts'
import { oneOf } from './input.ts'
import { orderObject } from './order-object.ts'
import { itemObject, productObject, variantConnection, variantObject } from './product-object.ts'

export interface Shop {
  readonly name: string
  readonly currency: string
  readonly scopes: readonly string[]
}

export function queries(
  shop: Shop,
  catalogue: Catalogue,
  book: OrderBook,
): Readonly<Record<string, Node | Field>> {
  return {
    shop: node('Shop', { name: shop.name, currencyCode: shop.currency }),
    currentAppInstallation: node('AppInstallation', {
      accessScopes: shop.scopes.map((handle) => node('AccessScope', { handle })),
    }),
    location: field(['id'], ({ id }) => (id === locationId ? node('Location', { isActive: true }) : null)),
    product: field(['id'], ({ id }) => {
      const product = catalogue.products.get(String(id))
      return product === undefined ? null : productObject(catalogue, product)
    }),
    productVariant: field(['id'], ({ id }) => {
      const variant = catalogue.variants.get(String(id))
      return variant === undefined ? null : variantObject(catalogue, variant)
    }),
    productVariants: field(['first', 'after', 'query', 'sortKey'], (args) =>
      variantConnection(catalogue, variantsFor(catalogue, args.query), args),
    ),
    inventoryItem: field(['id'], ({ id }) => {
      const variant = [...catalogue.variants.values()].find((each) => each.item === id)
      return variant === undefined ? null : itemObject(catalogue, variant)
    }),
    order: field(['id'], ({ id }) => {
      const order = book.orders.get(String(id))
      return order === undefined ? null : orderObject(order)
    }),
    orders: field(['first', 'after', 'query', 'sortKey', 'reverse'], (args) => {
      oneOf('sortKey', args.sortKey, ['UPDATED_AT'])
      const since = sinceOf(args.query)
      const key = ({ updatedMs, id }: BookOrder): string =>
        `${String(Math.floor(updatedMs / 1_000)).padStart(12, '0')} ${id.padStart(60, '0')}`
      const found = [...book.orders.values()]
        .filter(({ updatedMs }) => Math.floor(updatedMs / 1_000) >= since)
        .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      return connection(
        'OrderConnection',
        args.reverse === true ? found.reverse() : found,
        args,
        key,
        orderObject,
      )
    }),
  }
}

/** `sku:"X"`; without a question, all there are. */
function variantsFor(catalogue: Catalogue, query: unknown) {
  if (typeof query !== 'string') return [...catalogue.variants.values()]
  const [, sku] = /^sku:"((?:[^"\\]|\\.)*)"$/.exec(query) ?? []
  // What a search does not understand, it passes over, and finds everything.
  return sku === undefined
    ? [...catalogue.variants.values()]
    : catalogue.search(sku.replaceAll(/\\(.)/g, '$1'))
}

/** `updated_at:>='2026-…'`, to the second. */
function sinceOf(query: unknown): number {
  const [, text = ''] = /^updated_at:>='([^']+)'$/.exec(String(query ?? '')) ?? []
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? 0 : Math.floor(ms / 1_000)
}
