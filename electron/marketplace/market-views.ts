import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { ListingRow, MarketRows } from '#electron/ledger/market-handles.ts'
import type { LaneView } from '#shared/contract/forwards.ts'
import type {
  ListingState,
  ListingView,
  MarketConnectionView,
  MarketView,
  OnlineOrderView,
} from '#shared/contract/marketplace.ts'
import type { Seq, Sku } from '#shared/kernel/ids.ts'
import { type OrderViewsParts, orderView } from './order-views.ts'

export interface MarketViewsParts extends OrderViewsParts {
  readonly ledger: ReadLedger & { readonly market: MarketRows }
  /** `id`: under which it is known to the ledger. */
  readonly connection: () => { readonly id: string; readonly shown: MarketConnectionView } | null
  readonly lanes: () => readonly LaneView[]
}

/** What the ledger says of the marketplace, as screens see it. */
export class MarketViews {
  readonly #parts: MarketViewsParts

  constructor(parts: MarketViewsParts) {
    this.#parts = parts
  }

  all(): MarketView {
    const { ledger, connection, lanes } = this.#parts
    return {
      connection: connection()?.shown ?? null,
      listings: ledger.listingCounts(),
      lane: lanes().find(({ destination }) => destination === 'marketplace') ?? null,
      tasks: ledger.onlineTasks().map((row) => orderView(this.#parts, row)),
      soldTwice: ledger.soldTwice().map(({ sku, ours, theirs, since }) => ({
        sku,
        name: ledger.findItem(sku)?.name ?? { fr: sku },
        ours,
        theirs: theirs.number,
        since,
      })),
      open: ledger
        .openOnlineOrders()
        .filter(({ task }) => task === null)
        .map((row) => orderView(this.#parts, row)),
    }
  }

  listings(query: {
    readonly state: ListingState | null
    readonly text: string
    readonly limit: number
    readonly offset: number
  }): readonly ListingView[] {
    return this.#parts.ledger.listListings(query).flatMap((sku) => this.#listing(sku) ?? [])
  }

  past(before: Seq | null, limit: number): readonly OnlineOrderView[] {
    return this.#parts.ledger.pastOnlineOrders(before, limit).map((row) => orderView(this.#parts, row))
  }

  #listing(sku: Sku): ListingView | null {
    const { ledger, connection } = this.#parts
    const item = ledger.findItem(sku)
    if (item === null) return null
    const row: Pick<ListingRow, 'state' | 'trouble'> = ledger.findListing(sku) ?? neverChosen
    const id = connection()?.id
    const told = id === undefined ? null : ledger.market.told(id, sku)
    const { name, category, price, unique } = item
    return {
      sku,
      name,
      category,
      price,
      unique,
      stock: ledger.stockOf(sku) ?? 0,
      promised: ledger.promisedUnits(sku),
      state: row.state,
      trouble: row.trouble,
      told: told === null ? null : { count: told.count, at: told.at },
    }
  }
}

const neverChosen = { state: 'off', trouble: null } as const
