import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'
import type { Article, Articles } from '../articles.ts'
import { Fields } from './fields.ts'
import { invalid, notFound, SoukError } from './souk-error.ts'

const mostAtOnce = 100
const mostUnits = 100_000

/** How many there are, and who keeps some of them. */
export class StockDesk {
  readonly #articles: Articles

  constructor(articles: Articles) {
    this.#articles = articles
  }

  read(id: string): ShopAnswer {
    return jsonAnswer(200, { data: this.#level(this.#find(id)) })
  }

  write(id: string, json: unknown): ShopAnswer {
    const fields = new Fields(json)
    const article = this.#find(id)
    this.#set(article, fields)
    fields.end()
    return jsonAnswer(200, { data: this.#level(article) })
  }

  /** Each for itself, in the order asked: one that cannot be written keeps no other from it. */
  writeMany(json: unknown): ShopAnswer {
    const fields = new Fields(json)
    const wishes = fields.list('stocks', mostAtOnce)
    fields.end()
    const data = wishes.map((wish) => {
      const each = new Fields(wish, 'stocks')
      const id = each.text('article_id', 40)
      try {
        const article = this.#find(id)
        this.#set(article, each)
        each.end()
        return this.#level(article)
      } catch (error) {
        if (!(error instanceof SoukError)) throw error
        const said = JSON.parse(new TextDecoder().decode(error.answer.body)) as { readonly error: object }
        return { article_id: id, error: said.error }
      }
    })
    return jsonAnswer(200, { data })
  }

  hold(id: string, json: unknown): ShopAnswer {
    const fields = new Fields(json)
    const [article, units, key] = [this.#find(id), fields.whole('units', 1, 1_000), fields.text('key', 200)]
    fields.end()
    if (key === '') throw invalid('key', 'is empty')
    const hold = this.#articles.hold(article, units, key)
    if (hold === null) throw new SoukError(409, 'not_enough', 'There are not so many left.')
    const expires = new Date(hold.untilMs).toISOString().replace(/\.\d+/, '')
    return jsonAnswer(201, { data: { id: hold.id, article_id: id, units: hold.units, expires_at: expires } })
  }

  release(id: string): ShopAnswer {
    if (!this.#articles.release(id)) throw notFound('hold')
    return { status: 204, headers: {}, body: new Uint8Array() }
  }

  /** Absolute. With `expected`, only if that is what there is. */
  #set(article: Article, fields: Fields): void {
    const quantity = fields.any('quantity')
    if (typeof quantity === 'number' && quantity < 0)
      throw new SoukError(422, 'negative_quantity', 'A quantity is not below zero.')
    const wanted = fields.whole('quantity', 0, mostUnits)
    if (fields.any('expected') !== undefined && fields.whole('expected', 0, mostUnits) !== article.quantity)
      throw new SoukError(409, 'stock_moved', `There are ${article.quantity} by now.`)
    article.quantity = wanted
  }

  #level(article: Article): object {
    return { article_id: article.id, quantity: article.quantity, held: this.#articles.heldOf(article.id) }
  }

  #find(id: string): Article {
    const article = this.#articles.all.get(id)
    if (article === undefined) throw notFound('article')
    return article
  }
}
