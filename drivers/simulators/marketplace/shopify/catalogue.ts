export interface Product {
  readonly id: string
  handle: string
  title: string
  descriptionHtml: string
  status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED'
  readonly publications: Set<string>
  readonly metafields: Map<string, string>
  readonly media: { readonly alt: string; readonly source: string }[]
}

export interface Variant {
  readonly id: string
  readonly product: string
  readonly item: string
  /** Not unique, and never was. */
  sku: string
  /** Decimal text. */
  price: string
  policy: 'DENY' | 'CONTINUE'
  tracked: boolean
  weight: { readonly unit: string; readonly value: number } | null
  /** When a search finds it. */
  searchableMs: number
}

/** What there is of an item at a place. */
export interface Level {
  available: number
  /** Sold, and not sent yet. */
  committed: number
  reserved: number
}

export const locationId = 'gid://shopify/Location/7'

/** Products, their variants, and what is in stock at the shop's one place. */
export class Catalogue {
  readonly products = new Map<string, Product>()
  readonly variants = new Map<string, Variant>()
  readonly levels = new Map<string, Level>()
  readonly #nowMs: () => number
  readonly #searchLagMs: number
  #last = 1_000

  constructor(nowMs: () => number, searchLagMs: number) {
    this.#nowMs = nowMs
    this.#searchLagMs = searchLagMs
  }

  next(type: string): string {
    this.#last += 1
    return `gid://shopify/${type}/${this.#last}`
  }

  addProduct(handle: string): Product {
    const product: Product = {
      id: this.next('Product'),
      handle,
      title: '',
      descriptionHtml: '',
      status: 'ACTIVE',
      publications: new Set(),
      metafields: new Map(),
      media: [],
    }
    this.products.set(product.id, product)
    return product
  }

  addVariant(product: string): Variant {
    const variant: Variant = {
      id: this.next('ProductVariant'),
      product,
      item: this.next('InventoryItem'),
      sku: '',
      price: '0.00',
      policy: 'DENY',
      tracked: true,
      weight: null,
      searchableMs: this.#nowMs() + this.#searchLagMs,
    }
    this.variants.set(variant.id, variant)
    return variant
  }

  variantsOf(product: string): readonly Variant[] {
    return [...this.variants.values()].filter((each) => each.product === product)
  }

  /** As the index behind a search knows it: what resembles is found too. */
  search(sku: string): readonly Variant[] {
    const wanted = sku.toLowerCase()
    return [...this.variants.values()].filter(
      (each) => each.searchableMs <= this.#nowMs() && each.sku.toLowerCase().startsWith(wanted),
    )
  }

  removeVariant({ id, item, product }: Variant): void {
    this.variants.delete(id)
    this.levels.delete(item)
    if (this.variantsOf(product).length === 0) this.products.delete(product)
  }
}
