import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import { itemsPerFact } from '#shared/catalogue/item.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { ListingState } from '#shared/contract/marketplace.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { MarketFact } from '#shared/marketplace/facts.ts'
import { done, no } from './room-answers.ts'

export interface ListingsParts {
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
}

/** Rows of one look at the ledger. */
const pageSize = 200

/** Which pieces a person wants online. What is to be put follows from it (`PieceFeed`); what is taken off is told here. */
export class Listings {
  readonly #parts: ListingsParts

  constructor(parts: ListingsParts) {
    this.#parts = parts
  }

  choose(skus: readonly Sku[], online: boolean, by: string): Answer {
    const { ledger } = this.#parts
    const wanted = [...new Set(skus)]
    // A barcode finds an item, and is not its sku.
    const stranger = wanted.find((sku) => ledger.findItem(sku)?.sku !== sku)
    if (stranger !== undefined) return no('unknownItem', { sku: stranger })
    this.#choose(wanted, online, by)
    return done
  }

  /** Everything that is on the shelf and has a price. */
  chooseAll(by: string): void {
    const { ledger } = this.#parts
    const sellable = this.#inState('off').filter(
      (sku) => (ledger.stockOf(sku) ?? 0) > 0 && (ledger.findItem(sku)?.price ?? 0) > 0,
    )
    this.#choose(sellable, true, by)
  }

  /** What was refused is wanted as before. */
  chooseRefused(by: string): void {
    this.#choose(this.#inState('refused'), true, by)
  }

  #choose(skus: readonly Sku[], online: boolean, by: string): void {
    if (skus.length === 0) return
    const { ledger, clock, ids } = this.#parts
    const facts: MarketFact[] = []
    for (let from = 0; from < skus.length; from += itemsPerFact)
      facts.push({ kind: 'listingChosen', skus: skus.slice(from, from + itemsPerFact), online })
    const forwards = online ? [] : skus.map((sku) => hiding(sku, ids.next()))
    ledger.append(facts, by, notBefore(ledger, clock.now()), forwards)
  }

  #inState(state: ListingState): readonly Sku[] {
    const { ledger } = this.#parts
    const all: Sku[] = []
    for (;;) {
      const page = ledger.listListings({ state, text: '', limit: pageSize, offset: all.length })
      all.push(...page)
      if (page.length < pageSize) return all
    }
  }
}

/** Also of one that is not online yet: it may be on its way there. */
const hiding = (sku: Sku, key: string): Forward => ({
  destination: 'marketplace',
  key: `hide:${key}`,
  body: { type: 'hidePiece', sku },
})
