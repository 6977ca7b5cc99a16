import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'
import type { Article, Articles } from '../articles.ts'
import { Fields } from './fields.ts'
import { decimalText } from './money-text.ts'
import { pageAnswer } from './paging.ts'
import { invalid, notFound, SoukError } from './souk-error.ts'

const mostUnits = 100_000

/** `articles` and their photographs. */
export class ArticleDesk {
  readonly #articles: Articles

  constructor(articles: Articles) {
    this.#articles = articles
  }

  list(query: URLSearchParams): ShopAnswer {
    const reference = query.get('reference')
    const found = [...this.#articles.all.values()].filter(
      (each) => reference === null || each.reference === reference,
    )
    return pageAnswer(found, query, (article) => writeArticle(article))
  }

  create(json: unknown): ShopAnswer {
    const fields = readArticle(new Fields(json), this.#articles)
    if (this.#articles.withReference(fields.reference).length > 0)
      throw new SoukError(409, 'reference_taken', `Another article has the reference ${fields.reference}.`)
    return jsonAnswer(201, { data: writeArticle(this.#articles.add(fields)) })
  }

  update(id: string, json: unknown): ShopAnswer {
    const article = this.find(id)
    const fields = readArticle(new Fields(json), this.#articles)
    if (this.#articles.withReference(fields.reference).some((each) => each !== article))
      throw new SoukError(409, 'reference_taken', `Another article has the reference ${fields.reference}.`)
    Object.assign(article, fields)
    return jsonAnswer(200, { data: writeArticle(article) })
  }

  setStatus(id: string, json: unknown): ShopAnswer {
    const article = this.find(id)
    const fields = new Fields(json)
    const status = fields.text('status', 20)
    fields.end()
    if (status !== 'published' && status !== 'hidden') throw invalid('status', 'must be published or hidden')
    article.status = status
    return jsonAnswer(200, { data: writeArticle(article) })
  }

  putPhotograph(name: string, type: string, bytes: Uint8Array): ShopAnswer {
    if (type !== 'image/png' && type !== 'image/jpeg')
      throw invalid('content-type', 'must be image/png or image/jpeg')
    if (bytes.length === 0) throw invalid('the body', 'is empty')
    this.#articles.photographs.set(name, bytes)
    return jsonAnswer(200, { data: { id: name, bytes: bytes.length } })
  }

  /** @throws SoukError */
  find(id: string): Article {
    const article = this.#articles.all.get(id)
    if (article === undefined) throw notFound('article')
    return article
  }
}

const detailNames = ['maker', 'village', 'technique', 'materials', 'dimensions', 'hallmarks'] as const

function readArticle(fields: Fields, articles: Articles): Omit<Article, 'id'> {
  const reference = fields.text('reference', 100)
  if (reference === '') throw invalid('reference', 'is empty')
  const currency = fields.text('currency', 3)
  if (currency !== 'MAD')
    throw new SoukError(422, 'other_currency', `This shop sells in MAD, not in ${currency}.`)
  const photographs = (fields.any('photographs') === undefined ? [] : fields.list('photographs', 20)).map(
    String,
  )
  const missing = photographs.find((id) => !articles.photographs.has(id))
  if (missing !== undefined) throw invalid('photographs', `there is no photograph ${missing}`)
  const article = {
    reference,
    status: 'published' as const,
    names: fields.texts('names'),
    descriptions: fields.texts('descriptions'),
    priceMinor: fields.money('price'),
    quantity: fields.whole('quantity', 0, mostUnits),
    details: {
      ...Object.fromEntries(detailNames.map((name) => [name, fields.optionalText(name, 200) ?? ''])),
      weight_grams:
        fields.any('weight_grams') === undefined ? null : fields.whole('weight_grams', 0, 1_000_000),
      size_mm: fields.any('size_mm') === undefined ? null : sizeOf(fields.any('size_mm')),
    },
    photographs,
    notes: fields.optionalText('notes', 20_000) ?? '',
  }
  if (Object.keys(article.names).length === 0) throw invalid('names', 'needs one language at least')
  fields.end()
  return article
}

/** `null` for an object whose figures were all left out. */
function sizeOf(json: unknown): object | null {
  const size = new Fields(json, 'size_mm')
  if (['length', 'width', 'height'].every((name) => size.any(name) === undefined)) return null
  const [length, width, height] = ['length', 'width', 'height'].map((name) => size.whole(name, 0, 100_000))
  size.end()
  return { length, width, height }
}

const writeArticle = (article: Article): object => ({
  id: article.id,
  reference: article.reference,
  status: article.status,
  names: article.names,
  descriptions: article.descriptions,
  price: decimalText(article.priceMinor),
  currency: 'MAD',
  quantity: article.quantity,
  ...article.details,
  photographs: article.photographs,
  notes: article.notes,
})
