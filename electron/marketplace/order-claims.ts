import type { HoldRow, OnlineOrderRow } from '#electron/ledger/market-handles.ts'
import type { Holder } from '#electron/shop/piece.ts'
import type { Asked, ShopDatabase } from '#electron/shop/shop-database.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { type ClaimsLedger, isPaidFor, type Kept, type KeptClaims, type KeptSide } from './claim-side.ts'

export interface OrderClaimsParts {
  readonly ledger: ClaimsLedger
  readonly claims: KeptClaims
  /** `null`: this till shares its shop with no other. */
  readonly shop: () => ShopDatabase | null
}

/** How often a piece is asked for that another till has in a cart, milliseconds. */
const askedAgainMs = 30_000

/**
 * Pieces that paid online orders wait for, told to the other tills of the shop: none of them is to sell what this one has
 * promised. Which they are is asked of the ledger each time; a claim stays as long as its order wants the piece.
 */
export class OrderClaims implements KeptSide {
  readonly #ledger: ClaimsLedger
  readonly #claims: KeptClaims
  readonly #shop: OrderClaimsParts['shop']
  /** Keys of those that the database has, as told in this run of the till. */
  readonly #told = new Set<string>()

  constructor({ ledger, claims, shop }: OrderClaimsParts) {
    this.#ledger = ledger
    this.#claims = claims
    this.#shop = shop
  }

  connection(): string | null {
    const shop = this.#shop()
    return shop === null ? null : `shop/${shop.shop}/orders`
  }

  begin(): void {
    const connection = this.connection()
    if (connection === null) return
    const there = new Set(this.#ledger.market.holds().map(({ key }) => key))
    for (const row of this.#ledger.openOnlineOrders())
      for (const sku of this.#piecesOf(row)) {
        const { id } = row.order
        const key = `order:${id}:${sku}`
        // For whom a claim is kept has one column: here it is an order.
        if (!there.has(key)) this.#claims.beginAs(key, connection, sku, id as string as SaleId)
      }
  }

  async keep(claim: HoldRow): Promise<Kept> {
    const shop = this.#shop()
    const row = this.#ledger.findOnlineOrder(claim.saleId as string as OnlineOrderId)
    if (shop === null) return 'notNow'
    if (row === null || row.stage === 'sold') return this.#forget(claim)
    const by: Holder = { place: 'online', order: row.order.number }
    if (row.stage !== 'open' || !isPaidFor(row, claim.sku))
      return this.#forget(claim, await shop.release(claim.sku, by))
    if (this.#told.has(claim.key)) return { lookMs: null }
    const asked = await shop.claim(claim.sku, by, null)
    if (asked.end === 'unknown') return 'notNow'
    if (!asked.value.yours) return { lookMs: askedAgainMs }
    this.#told.add(claim.key)
    return { lookMs: null }
  }

  #forget({ key }: HoldRow, released?: Asked): Kept {
    if (released?.end === 'unknown') return 'notNow'
    this.#claims.end(key)
    this.#told.delete(key)
    return { lookMs: null }
  }

  /** What can be held by one alone. */
  #piecesOf(row: OnlineOrderRow): readonly Sku[] {
    const skus = new Set(row.order.lines.flatMap(({ sku }) => sku ?? []))
    return [...skus].filter((sku) => isPaidFor(row, sku) && this.#ledger.findItem(sku)?.unique === true)
  }
}
