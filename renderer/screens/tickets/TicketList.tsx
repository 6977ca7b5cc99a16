import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useCounter, useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { EmptyState, Loading } from '../../widgets/EmptyState.tsx'
import { SearchBox } from '../../widgets/SearchBox.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import css from './TicketList.module.css'
import { TicketRow } from './TicketRow.tsx'

const pageSize = 50
/** Height of a row, CSS px; the same in `TicketRow.module.css`. */
const rowHeight = 72

/** Every ticket of the till, newest first, as many as are in sight. */
export function TicketList(props: {
  readonly chosen: number | null
  readonly onChoose: (number: number) => void
}) {
  const { say } = useWords()
  const queries = useTillQueries()
  const [text, setText] = useState('')
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null)
  const wanted = text.trim()
  const search = useInfiniteQuery(
    queries.tickets.list.infiniteOptions({
      input: (before: number | null) => ({ text: wanted, before, limit: pageSize }),
      initialPageParam: null as number | null,
      getNextPageParam: (last) => (last.length < pageSize ? undefined : (last.at(-1)?.number ?? undefined)),
      placeholderData: keepPreviousData,
    }),
  )
  const cards = search.data?.pages.flat() ?? []
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => viewport,
    estimateSize: () => rowHeight,
    overscan: 6,
  })

  // A ticket made meanwhile, here or by a refund, belongs on top.
  const newest = useCounter()?.done?.ticket ?? null
  const refetch = useRef(search.refetch)
  refetch.current = search.refetch
  useEffect(() => {
    if (newest !== null) void refetch.current()
  }, [newest])

  const rows = virtual.getVirtualItems()
  const lastRow = rows.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = search
  useEffect(() => {
    if (lastRow >= cards.length - 10 && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [lastRow, cards.length, hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <section className={css.pane} aria-label={say('tickets.list')}>
      <div className={css.search}>
        <SearchBox
          label={say('tickets.search')}
          clearLabel={say('tickets.search.clear')}
          text={text}
          testId="ticket-search"
          onText={(next) => {
            setText(next)
            viewport?.scrollTo({ top: 0 })
          }}
        />
      </div>
      <div className={css.viewport} ref={setViewport} aria-busy={search.isFetching}>
        {search.isPending ? <Loading label={say('tickets.loading')} rows={5} /> : null}
        {search.isError && cards.length === 0 ? <Unread onRetry={() => void search.refetch()} /> : null}
        {search.isSuccess && cards.length === 0 ? (
          wanted === '' ? (
            <EmptyState icon="ticket" title={say('tickets.none.title')} body={say('tickets.none.body')} />
          ) : (
            <EmptyState
              icon="search"
              title={say('tickets.notFound.title')}
              body={say('tickets.notFound.body', { text: wanted })}
            />
          )
        ) : null}
        <ul className={css.rows} style={{ blockSize: virtual.getTotalSize() }}>
          {rows.map((row) => {
            const card = cards[row.index]
            return card === undefined ? null : (
              <li key={card.number} className={css.row} style={{ transform: `translateY(${row.start}px)` }}>
                <TicketRow card={card} chosen={card.number === props.chosen} onChoose={props.onChoose} />
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
