import { useQuery } from '@tanstack/react-query'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { useTillQueries } from '../../../api/till.tsx'

/** What a piece is called and drawn by does not change under an order, ms. */
const longMs = 600_000
/** A sku may be part of others. */
const most = 20

/** What the shop itself knows of a piece that was ordered; `null` until the till has said, and of one it does not have. */
export function useShopItem(sku: Sku | null): CatalogueItem | null {
  const found = useQuery({
    ...useTillQueries().catalogue.search.queryOptions({
      input: { text: sku ?? '', category: null, limit: most, offset: 0 },
    }),
    enabled: sku !== null,
    staleTime: longMs,
  })
  return found.data?.find(({ item }) => item.sku === sku)?.item ?? null
}
