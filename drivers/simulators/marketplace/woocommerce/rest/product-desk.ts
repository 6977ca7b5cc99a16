import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'
import type { Good, Shelf } from '../shelf.ts'
import { oneOf, pageAnswer, pagingOf } from './query.ts'
import { readGood } from './read-product.ts'
import { RestError } from './rest-error.ts'
import { writeGood } from './write-product.ts'

const statuses = ['any', 'draft', 'pending', 'private', 'publish', 'future', 'trash']

const mostInBatch = 100
const json = ({ body }: ShopAnswer): unknown => JSON.parse(new TextDecoder().decode(body))

/** `products` and `products/{id}/variations`. */
export class ProductDesk {
  readonly #shelf: Shelf

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** `sku` finds products and variations alike; without it, products only. Nothing shows the bin unless it is asked for. */
  list(query: URLSearchParams): ShopAnswer {
    const status = oneOf(query, 'status', statuses, 'any')
    oneOf(query, 'orderby', ['date', 'modified', 'id', 'include', 'title', 'slug', 'price'], 'date')
    const order = oneOf(query, 'order', ['asc', 'desc'], 'desc')
    const skus = query.get('sku')?.split(',')
    const found = [...this.#shelf.goods.values()].filter(
      (good) =>
        (status === 'any' ? good.status !== 'trash' : good.status === status) &&
        (skus === undefined ? good.parent === 0 : skus.includes(good.sku)),
    )
    return this.#page(found, query, order, false)
  }

  variations(id: number, query: URLSearchParams): ShopAnswer {
    this.#find(id, 0, 404)
    const order = oneOf(query, 'order', ['asc', 'desc'], 'desc')
    return this.#page(this.#shelf.variationsOf(id), query, order, true)
  }

  #page(found: readonly Good[], query: URLSearchParams, order: string, inProduct: boolean): ShopAnswer {
    const sorted = [...found].sort((a, b) => (order === 'asc' ? a.id - b.id : b.id - a.id))
    return pageAnswer(sorted, pagingOf(query), (good) => this.#write(good, inProduct))
  }

  read(id: number, parent: number): ShopAnswer {
    return jsonAnswer(200, this.#write(this.#find(id, parent, 404), parent !== 0))
  }

  create(json: Readonly<Record<string, unknown>>): ShopAnswer {
    const change = readGood(json, null)
    this.#onlyOnce(change.sku, 0)
    return jsonAnswer(201, this.#write(this.#shelf.add(change), false))
  }

  /** What is not there is 400 when it is written. */
  update(id: number, parent: number, json: Readonly<Record<string, unknown>>): ShopAnswer {
    const good = this.#find(id, parent, 400)
    const change = readGood(json, good)
    if (change.sku !== good.sku) this.#onlyOnce(change.sku, id)
    Object.assign(good, change)
    return jsonAnswer(200, this.#write(good, parent !== 0))
  }

  /**
   * Each change by itself: one that is refused says so in its place, and the others are done. Only updates: a batch that
   * creates or deletes is none of a till's.
   * @param parent 0: products of their own
   */
  batch(parent: number, { update = [], ...others }: Readonly<Record<string, unknown>>): ShopAnswer {
    if (Object.keys(others).length > 0 || !Array.isArray(update)) {
      throw new RestError(501, 'simulator_updates_only', 'This shop takes batches of updates.')
    }
    if (update.length > mostInBatch) {
      throw new RestError(
        413,
        'woocommerce_rest_request_entity_too_large',
        `Unable to accept more than ${mostInBatch} items for this request.`,
      )
    }
    return jsonAnswer(
      200,
      update.length === 0 ? {} : { update: update.map((each) => this.#inBatch(parent, each)) },
    )
  }

  #inBatch(parent: number, item: unknown): unknown {
    const { id = 0, ...change } = item as Readonly<Record<string, unknown>>
    try {
      return json(this.update(Number(id), parent, change))
    } catch (error) {
      if (!(error instanceof RestError)) throw error
      return { id, error: json(error.answer) }
    }
  }

  #onlyOnce(sku: string | undefined, id: number): void {
    const other = this.#shelf.withSku(sku ?? '').find((good) => good.id !== id)
    if (other !== undefined)
      throw new RestError(400, 'product_invalid_sku', 'Invalid or duplicated SKU.', {
        resource_id: other.id,
        unique_sku: `${sku}-1`,
      })
  }

  #find(id: number, parent: number, status: number): Good {
    const good = this.#shelf.goods.get(id)
    if (good !== undefined && good.parent === parent) return good
    const kind = parent === 0 ? 'product' : 'product_variation'
    throw new RestError(status, `woocommerce_rest_${kind}_invalid_id`, 'Invalid ID.')
  }

  #write(good: Good, inProduct: boolean): object {
    return writeGood(good, this.#shelf.variationsOf(good.id), inProduct)
  }
}
