import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { MarketView, OnlineOrderView } from '#shared/contract/marketplace.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { LongList } from '../../../widgets/LongList.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { ForgetBuyer } from './ForgetBuyer.tsx'
import css from './Orders.module.css'
import { PastOrder } from './PastOrder.tsx'

const pageSize = 25
/** Two lines of text and the room around them, CSS px. */
const rowHeight = 72

/** Orders that have ended, newest first: what came of each, and forgetting its buyer. */
export function PastOrders({ view }: { readonly view: MarketView }) {
  const { say } = useWords()
  const [forgetting, setForgetting] = useState<OnlineOrderView | null>(null)
  const past = useInfiniteQuery(
    useTillQueries().marketplace.pastOrders.infiniteOptions({
      input: (before: number | null) => ({ before, limit: pageSize }),
      initialPageParam: null as number | null,
      getNextPageParam: (last) => (last.length < pageSize ? undefined : (last.at(-1)?.seq ?? undefined)),
      staleTime: 0,
    }),
  )
  const { refetch } = past
  const before = useRef(view)
  useEffect(() => {
    // What was open a moment ago may have ended.
    if (before.current !== view) void refetch()
    before.current = view
  }, [view, refetch])
  const orders = past.data?.pages.flat() ?? []
  return (
    <Part title={say('market.past')} testId="past-orders">
      {past.isError && orders.length === 0 ? <Unread onRetry={() => void refetch()} /> : null}
      {past.isPending ? <Loading label={say('market.loading')} /> : null}
      {past.isSuccess && orders.length === 0 ? <p className={css.quiet}>{say('market.past.none')}</p> : null}
      {orders.length === 0 ? null : (
        <LongList
          label={say('market.past')}
          items={orders}
          keyOf={({ order }) => order.id}
          rowHeight={rowHeight}
        >
          {(each) => <PastOrder view={each} onForget={() => setForgetting(each)} />}
        </LongList>
      )}
      {past.hasNextPage ? (
        <Button
          icon="more"
          busy={past.isFetchingNextPage}
          testId="past-older"
          onPress={() => void past.fetchNextPage()}
        >
          {say('market.past.older')}
        </Button>
      ) : null}
      {forgetting === null ? null : (
        <ForgetBuyer
          order={forgetting.order}
          onClose={() => setForgetting(null)}
          onForgotten={() => {
            setForgetting(null)
            void refetch()
          }}
        />
      )}
    </Part>
  )
}
