/** A piece as this marketplace keeps it. Money in minor units; the API says it as decimal text. */
export interface Article {
  readonly id: string
  reference: string
  status: 'published' | 'hidden'
  names: Readonly<Record<string, string>>
  descriptions: Readonly<Record<string, string>>
  priceMinor: number
  /** On the shelf, units that are promised or held included. */
  quantity: number
  /** What is kept as it was sent: maker, technique, size … */
  details: Readonly<Record<string, unknown>>
  photographs: readonly string[]
  notes: string
}

/** Units that somebody keeps without having paid. */
export interface ArticleHold {
  readonly id: string
  readonly article: string
  readonly units: number
  /** Of the till's call: the same holds once. */
  readonly key: string
  readonly untilMs: number
}

/** A hold ends by itself. */
const holdMs = 15 * 60_000

/** What the marketplace sells, and what is kept from others. One step after the other: nothing happens between two. */
export class Articles {
  readonly all = new Map<string, Article>()
  readonly photographs = new Map<string, Uint8Array>()
  readonly #holds = new Map<string, ArticleHold>()
  /** Units of each article that paid or waiting orders have. */
  readonly #promised = new Map<string, number>()
  readonly #nextId: (kind: string) => string
  readonly #nowMs: () => number

  constructor(nextId: (kind: string) => string, nowMs: () => number) {
    this.#nextId = nextId
    this.#nowMs = nowMs
  }

  /** As the owner can in the marketplace's own pages: also a second time the same reference. */
  add(fields: Partial<Omit<Article, 'id'>>): Article {
    const article: Article = {
      id: this.#nextId('art'),
      reference: '',
      status: 'published',
      names: {},
      descriptions: {},
      priceMinor: 0,
      quantity: 0,
      details: {},
      photographs: [],
      notes: '',
      ...fields,
    }
    this.all.set(article.id, article)
    return article
  }

  withReference(reference: string): readonly Article[] {
    return [...this.all.values()].filter((article) => article.reference === reference)
  }

  /** Of its quantity, what nobody else can have any more. */
  heldOf(id: string): number {
    const held = this.#standing().filter((hold) => hold.article === id)
    return held.reduce((units, hold) => units + hold.units, this.#promised.get(id) ?? 0)
  }

  /** @returns `null`: there are not so many left */
  hold(article: Article, units: number, key: string): ArticleHold | null {
    const before = this.#standing().find((hold) => hold.key === key)
    if (before !== undefined) return before
    if (!this.#has(article, units)) return null
    const hold = { id: this.#nextId('hld'), article: article.id, units, key, untilMs: this.#nowMs() + holdMs }
    this.#holds.set(hold.id, hold)
    return hold
  }

  /** @returns false: there is no such hold */
  release(id: string): boolean {
    return this.#holds.delete(id)
  }

  /** For an order. @returns false: there are not so many left */
  promise(article: Article, units: number): boolean {
    if (!this.#has(article, units)) return false
    this.#promised.set(article.id, (this.#promised.get(article.id) ?? 0) + units)
    return true
  }

  /** An order is over. @param gone its units left the shop, so that the quantity is less; otherwise they are free again */
  endPromise(id: string, units: number, gone: boolean): void {
    this.#promised.set(id, (this.#promised.get(id) ?? 0) - units)
    const article = this.all.get(id)
    if (gone && article !== undefined) article.quantity = Math.max(0, article.quantity - units)
  }

  #has(article: Article, units: number): boolean {
    return article.quantity - this.heldOf(article.id) >= units
  }

  #standing(): readonly ArticleHold[] {
    return [...this.#holds.values()].filter((hold) => hold.untilMs > this.#nowMs())
  }
}
