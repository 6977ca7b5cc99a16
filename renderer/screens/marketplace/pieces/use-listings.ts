import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { ListingState, MarketView } from '#shared/contract/marketplace.ts'
import { useTillQueries } from '../../../api/till.tsx'

const pageSize = 100
/** While much moves at once, the list is read again when it has been calm for this long, ms. */
const calmMs = 250

/** The pieces of one state, page after page, read again when something moved. */
export function useListings(state: ListingState, text: string, view: MarketView) {
  const search = useInfiniteQuery(
    useTillQueries().marketplace.listings.infiniteOptions({
      input: (offset: number) => ({ state, text, limit: pageSize, offset }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => (last.length < pageSize ? undefined : all.length * pageSize),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  )
  const { refetch, hasNextPage, isFetching, fetchNextPage } = search
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    const timer = setTimeout(() => void refetch(), calmMs)
    return () => clearTimeout(timer)
  }, [view, refetch])
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { pieces: search.data?.pages.flat() ?? [], search, more }
}
