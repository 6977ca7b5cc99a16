/** A product, or one variation of a product. */
export interface Good {
  readonly id: number
  /** 0: a product of its own. */
  readonly parent: number
  type: 'simple' | 'variable' | 'variation'
  status: string
  name: string
  sku: string
  description: string
  /** Decimal text, as it was written; `''`: not for sale. */
  regularPrice: string
  manageStock: boolean
  /** `null`: not counted. Below zero where `backorders` allows it. */
  stock: number | null
  backorders: 'no' | 'notify' | 'yes'
  weight: string
  dimensions: { length: string; width: string; height: string }
  images: readonly number[]
  attributes: readonly unknown[]
  meta: readonly { readonly key: string; readonly value: unknown }[]
}

export interface Numbers {
  next(): number
}

/** What the shop has. A sku is unique, and what lies in the bin keeps its own. */
export class Shelf {
  readonly goods = new Map<number, Good>()
  readonly #numbers: Numbers

  constructor(numbers: Numbers) {
    this.#numbers = numbers
  }

  /** As the owner could in the database, and imports do: also a second time the same sku. */
  add(change: Partial<Omit<Good, 'id'>> = {}): Good {
    const good: Good = {
      id: this.#numbers.next(),
      parent: 0,
      type: 'simple',
      status: 'publish',
      name: '',
      sku: '',
      description: '',
      regularPrice: '',
      manageStock: false,
      stock: null,
      backorders: 'no',
      weight: '',
      dimensions: { length: '', width: '', height: '' },
      images: [],
      attributes: [],
      meta: [],
      ...change,
    }
    this.goods.set(good.id, good)
    return good
  }

  withSku(sku: string): readonly Good[] {
    return sku === '' ? [] : [...this.goods.values()].filter((good) => good.sku === sku)
  }

  variationsOf(id: number): readonly Good[] {
    return [...this.goods.values()].filter((good) => good.parent === id)
  }

  /** @param by below zero: taken off */
  move(id: number, by: number): void {
    const good = this.goods.get(id)
    if (good?.manageStock && good.stock !== null) good.stock += by
  }
}
