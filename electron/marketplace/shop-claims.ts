import type { HoldRow } from '#electron/ledger/market-handles.ts'
import type { Holder, Whereabouts } from '#electron/shop/piece.ts'
import type { Asked, Claimed, ShopDatabase, ShopTrouble } from '#electron/shop/shop-database.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { ClaimDoubt } from '#shared/marketplace/facts.ts'
import type { CurrentMarket } from '../forwarders/marketplace/connected-market.ts'
import type { SideAnswer } from './claim-answers.ts'
import type { ClaimSide, ClaimsLedger, Kept, KeptClaims, Standing } from './claim-side.ts'

export interface ShopClaimsParts {
  readonly ledger: ClaimsLedger
  readonly claims: KeptClaims
  /** `null`: this till shares its shop with no other. */
  readonly shop: () => ShopDatabase | null
  readonly market: CurrentMarket
}

/** How long the database keeps a piece in a cart for a till it does not hear of, milliseconds; and how often it does. */
const cartMs = 600_000
const renewedMs = cartMs / 2

/** Claims among the tills of one shop, in the database they share. */
export class ShopClaims implements ClaimSide {
  readonly #ledger: ClaimsLedger
  readonly #claims: KeptClaims
  readonly #shop: ShopClaimsParts['shop']
  readonly #looksAfterOrders: () => boolean
  /** As the database was told last, in this run of the till. */
  readonly #told = new Map<string, Standing>()

  constructor({ ledger, claims, shop, market }: ShopClaimsParts) {
    this.#ledger = ledger
    this.#claims = claims
    this.#shop = shop
    this.#looksAfterOrders = () => market() !== null
  }

  connection(): string | null {
    const shop = this.#shop()
    return shop === null ? null : `shop/${shop.shop}`
  }

  take(sku: Sku, sale: SaleId): Promise<SideAnswer> | null {
    const shop = this.#shop()
    if (shop === null) return null
    const claim = this.#claims.begin(`shop/${shop.shop}`, sku, sale)
    return this.#claims.asking(claim.key, async () => {
      const asked = await this.#claim(shop, sku, sale)
      if (asked.end === 'unknown') return { says: 'nothing', because: doubts[asked.trouble] }
      if (asked.value.yours) {
        this.#claims.held(claim, sku)
        return { says: 'yours' }
      }
      this.#claims.end(claim.key)
      return this.#whoHas(asked.value.piece.at)
    })
  }

  async keep(claim: HoldRow, standing: Standing): Promise<Kept> {
    const shop = this.#shop()
    if (shop === null) return 'notNow'
    switch (standing) {
      case 'cart':
        return this.#hold(shop, claim, this.#holder('cart', claim.saleId), cartMs)
      case 'parked':
        if (this.#told.get(claim.key) === 'parked') return { lookMs: null }
        return this.#hold(shop, claim, this.#holder('parked', claim.saleId), null)
      case 'sold':
        // Without end, until the journal arrives there and says so itself.
        return this.#end(claim, shop.extend(claim.sku, this.#holder('parked', claim.saleId), null))
      case 'free':
        return this.#end(claim, shop.release(claim.sku, this.#holder('cart', claim.saleId)))
    }
  }

  /** `claim`, not `extend`: one that lapsed while nobody was reached is taken again if it is still on the shelf. */
  async #hold(shop: ShopDatabase, claim: HoldRow, by: Holder, holdMs: number | null): Promise<Kept> {
    const asked = await shop.claim(claim.sku, by, holdMs)
    if (asked.end === 'unknown') return 'notNow'
    if (!asked.value.yours) {
      // Another till was faster. The piece stays in the cart: the visitor has it in the hand.
      this.#forget(claim.key)
      return { lookMs: null }
    }
    if (claim.id === null) this.#claims.held(claim, claim.sku)
    this.#told.set(claim.key, holdMs === null ? 'parked' : 'cart')
    return { lookMs: holdMs === null ? null : renewedMs }
  }

  async #end(claim: HoldRow, asking: Promise<Asked<unknown>>): Promise<Kept> {
    if ((await asking).end === 'unknown') return 'notNow'
    this.#forget(claim.key)
    return { lookMs: null }
  }

  #forget(key: string): void {
    this.#claims.end(key)
    this.#told.delete(key)
  }

  /** What another sale of this till claimed and has not let go yet is nobody else's. */
  async #claim(shop: ShopDatabase, sku: Sku, sale: SaleId): Promise<Asked<Claimed>> {
    const by = this.#holder('cart', sale)
    const first = await shop.claim(sku, by, cartMs)
    if (first.end === 'unknown' || first.value.yours) return first
    const { at } = first.value.piece
    if ((at.place !== 'cart' && at.place !== 'parked') || at.till !== this.#ledger.tillId) return first
    const letGo = await shop.release(sku, at)
    return letGo.end === 'unknown' ? letGo : shop.claim(sku, by, cartMs)
  }

  #holder(place: 'cart' | 'parked', sale: SaleId): Holder {
    return { place, till: this.#ledger.tillId, sale }
  }

  #whoHas(at: Whereabouts): SideAnswer {
    switch (at.place) {
      case 'cart':
      case 'parked':
        return { says: 'elsewhere', at: { place: 'till', till: at.till } }
      case 'sold':
        // Given back here, and the database has not heard of it: the ledger knows better.
        return at.ticket.till === this.#ledger.tillId
          ? { says: 'yours' }
          : { says: 'elsewhere', at: { place: 'sold' } }
      case 'online':
        // The till that looks after the orders knows better itself: its own ledger was asked first.
        return this.#looksAfterOrders()
          ? { says: 'nothing', because: 'refused' }
          : { says: 'elsewhere', at: { place: 'order', order: at.order } }
      case 'shelf':
        return { says: 'nothing', because: 'refused' }
    }
  }
}

const doubts: Readonly<Record<ShopTrouble, ClaimDoubt>> = {
  noNetwork: 'noNetwork',
  silent: 'silent',
  lineLost: 'silent',
  refused: 'refused',
  internal: 'refused',
  closing: 'refused',
}
