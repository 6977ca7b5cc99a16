import type { Done, Marketplace, PiecePage } from '#drivers/marketplaces/marketplace.ts'
import { stockDiffers } from '#electron/forwarders/marketplace/market-book.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import { itemSha256 } from '#electron/ledger/item-sha256.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import { type CatalogueItem, itemsPerFact } from '#shared/catalogue/item.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { MarketImport } from '#shared/contract/marketplace.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { ListingTrouble } from '#shared/marketplace/facts.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import type { VatClass } from '#shared/tax/vat-class.ts'
import { importedItem } from './imported-item.ts'
import { no, refusalOf } from './room-answers.ts'

export interface PieceImportParts {
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
}

/** Refusals that are told one by one. */
const mostRefused = 100
/** Items by which the shop's usual VAT is found. */
const sample = 200

interface AllPieces {
  readonly pieces: PiecePage['pieces']
  readonly odd: NonNullable<PiecePage['odd']>
}

interface Imported {
  readonly item: CatalogueItem
  readonly ref: OnlineRef
  readonly known: CatalogueItem | null
}

/** The catalogue as a marketplace has it, into the till's. */
export class PieceImport {
  readonly #parts: PieceImportParts

  constructor(parts: PieceImportParts) {
    this.#parts = parts
  }

  /** @param isStill whether `market` is the shop's own still when all of it was read */
  async run(
    market: Marketplace,
    { dry, by, signal }: { readonly dry: boolean; readonly by: string; readonly signal: AbortSignal },
    isStill: () => boolean,
  ): Promise<Answer<MarketImport>> {
    const read = await this.#readAll(market, signal)
    if (read.end !== 'done') return refusalOf(read)
    if (!isStill()) return no('noMarketplace')
    const { taken, refused } = this.#judge(read.value)
    const changed = taken.filter(({ item, known }) => known !== null && !isSame(item, known))
    const added = taken.filter(({ known }) => known === null)
    if (!dry && taken.length > 0) this.#write(taken, [...added, ...changed], by)
    return {
      ok: true,
      value: {
        found: read.value.pieces.length + read.value.odd.length,
        added: added.length,
        changed: changed.length,
        refused: refused.slice(0, mostRefused),
      },
    }
  }

  async #readAll(market: Marketplace, signal: AbortSignal): Promise<Done<AllPieces>> {
    const { ids, clock } = this.#parts
    const pieces: PiecePage['pieces'][number][] = []
    const odd: NonNullable<PiecePage['odd']>[number][] = []
    const seen = new Set<string | null>()
    for (let page: string | null = null; !seen.has(page); ) {
      seen.add(page)
      const read: Done<PiecePage> = await market.listPieces(page, {
        key: ids.next(),
        at: clock.now(),
        signal,
      })
      if (read.end !== 'done') return read
      pieces.push(...read.value.pieces)
      odd.push(...(read.value.odd ?? []))
      if (read.value.next === null) return { end: 'done', value: { pieces, odd } }
      page = read.value.next
    }
    return { end: 'refused', code: 'malformed', text: 'its pages go round', again: null }
  }

  #judge({ pieces, odd }: AllPieces): {
    readonly taken: readonly Imported[]
    readonly refused: MarketImport['refused']
  } {
    const { ledger } = this.#parts
    const taken = new Map<Sku, Imported>()
    const refused: { sku: string; name: string; trouble: ListingTrouble }[] = odd.map(
      ({ sku, name, code, text }) => ({ sku, name, trouble: { code, text } }),
    )
    const vat = this.#usualVat()
    const counted = new Map<Sku, number>()
    for (const { piece } of pieces) counted.set(piece.sku, (counted.get(piece.sku) ?? 0) + 1)
    for (const listed of pieces) {
      const { sku, name } = listed.piece
      const found = ledger.findItem(sku)
      const known = found?.sku === sku ? { ...found, stock: ledger.stockOf(sku) ?? 0 } : null
      // Which of the two is meant nobody knows, and a sale of one would be told to the other.
      const read =
        sku !== '' && (counted.get(sku) ?? 0) > 1
          ? ({ ok: false, error: { code: 'skuTwice', text: sku } } as const)
          : importedItem(listed, { known, vat })
      if (read.ok) taken.set(sku, { item: read.value, ref: listed.ref, known })
      else refused.push({ sku, name: name.fr ?? name.en ?? name.ar ?? '', trouble: read.error })
    }
    return { taken: [...taken.values()], refused }
  }

  /** The class that most of the shop's items have; of an empty shop the one that owes the most. */
  #usualVat(): VatClass {
    const { ledger } = this.#parts
    const classes = new Map<VatClass, number>()
    for (const { item } of ledger.searchItems({ text: '', category: null, limit: sample, offset: 0 }))
      classes.set(item.vat, (classes.get(item.vat) ?? 0) + 1)
    const [most] = [...classes].sort(([, a], [, b]) => b - a)
    return most?.[0] ?? '20'
  }

  /** At once: whole, or not at all. What came is online already, as it is; counts that differ are told. */
  #write(taken: readonly Imported[], fresh: readonly Imported[], by: string): void {
    const { ledger, clock, ids } = this.#parts
    const facts: Fact[] = []
    for (const items of parts(fresh))
      facts.push({ kind: 'catalogueLoaded', items: items.map(({ item }) => item) })
    for (const some of parts(taken))
      facts.push({ kind: 'listingChosen', skus: some.map(({ item }) => item.sku), online: true })
    for (const { item, ref } of taken)
      facts.push({ kind: 'pieceListed', sku: item.sku, ref, sha256: itemSha256(item) })
    const forwards = taken
      .filter(({ known }) => known !== null)
      .map(({ item }) => stockDiffers(item.sku, `stock:${ids.next()}`))
    ledger.append(facts, by, notBefore(ledger, clock.now()), forwards)
  }
}

const isSame = (a: CatalogueItem, b: CatalogueItem): boolean => canonicalJson(a) === canonicalJson(b)

function* parts<T>(all: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < all.length; from += itemsPerFact) yield all.slice(from, from + itemsPerFact)
}
