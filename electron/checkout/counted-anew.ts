import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'

/**
 * A loaded catalogue says what is on the shelf: the marketplace is told of what it has and counts otherwise. To be asked
 * before the facts are written, and to be written with them.
 */
export function countedAnew(
  ledger: Pick<ReadLedger, 'findListing' | 'head' | 'stockOf'>,
  facts: readonly Fact[],
): readonly Forward[] {
  // No other entry follows the one that is the newest now.
  const head = ledger.head()?.seq ?? 0
  return facts
    .flatMap((fact) => (fact.kind === 'catalogueLoaded' ? fact.items : []))
    .filter(
      ({ sku, stock }) => stock !== ledger.stockOf(sku) && (ledger.findListing(sku)?.ref ?? null) !== null,
    )
    .map(({ sku }) => ({
      destination: 'marketplace',
      key: `catalogue:${head}:${sku}`,
      body: { type: 'stockDiffers', sku },
    }))
}
