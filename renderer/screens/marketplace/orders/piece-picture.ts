import { useQuery } from '@tanstack/react-query'
import type { Sku } from '#shared/kernel/ids.ts'
import { useTillQueries } from '../../../api/till.tsx'

/** Pictures follow the category; it does not change under an order. Ms. */
const longMs = 600_000
/** A sku may be part of others. */
const most = 20

/** The category a piece is drawn by; `null` until the catalogue has said it, and of a piece it does not have. */
export function useCategory(sku: Sku | null): string | null {
  const found = useQuery({
    ...useTillQueries().catalogue.search.queryOptions({
      input: { text: sku ?? '', category: null, limit: most, offset: 0 },
    }),
    enabled: sku !== null,
    staleTime: longMs,
  })
  return found.data?.find(({ item }) => item.sku === sku)?.item.category ?? null
}
