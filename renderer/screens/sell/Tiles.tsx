import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import { useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { EmptyState, Loading } from '../../widgets/EmptyState.tsx'
import { Categories } from './Categories.tsx'
import { Tile } from './Tile.tsx'
import css from './Tiles.module.css'
import { useTileArrows } from './tile-arrows.ts'
import { useColumns } from './use-columns.ts'

const pageSize = 60
/** Tile and gap, in CSS px; the same in `Tiles.module.css`. */
const leastTileWidth = 176
const rowHeight = 236

export interface TilesProps {
  readonly text: string
  readonly view: CheckoutView
  readonly onAdd: (sku: string) => void
  readonly onClearText: () => void
}

/** The catalogue as pictures, as much of it as is in sight: a hundred thousand items scroll like sixty. */
export const Tiles = memo(function Tiles({ text, view, onAdd, onClearText }: TilesProps) {
  const { say, direction } = useWords()
  const ask = useTillQueries()
  const [category, setCategory] = useState<string | null>(null)
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null)
  const columns = useColumns(viewport, leastTileWidth)
  const categories = useQuery(ask.catalogue.categories.queryOptions())
  const search = useInfiniteQuery(
    ask.catalogue.search.infiniteOptions({
      input: (offset: number) => ({ text: text.trim(), category, limit: pageSize, offset }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => (last.length < pageSize ? undefined : all.length * pageSize),
      placeholderData: keepPreviousData,
    }),
  )
  const cards = search.data?.pages.flat() ?? []
  const rows = Math.ceil(cards.length / columns)
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => viewport,
    estimateSize: () => rowHeight,
    overscan: 3,
  })
  const inCart = new Set(view.sale?.lines.map((line) => line.sku))

  // A ticket or another sale moved the stock that the tiles show.
  const refetch = useRef(search.refetch)
  refetch.current = search.refetch
  const ticket = view.done?.ticket ?? null
  useEffect(() => {
    if (ticket !== null) void refetch.current()
  }, [ticket])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at the top
  useEffect(() => {
    viewport?.scrollTo({ top: 0 })
  }, [text, category, viewport])

  const visible = virtual.getVirtualItems()
  const lastVisible = visible.at(-1)?.index ?? 0
  const arrows = useTileArrows(
    { columns, count: cards.length, direction },
    { from: (visible[0]?.index ?? 0) * columns, to: (lastVisible + 1) * columns },
    (place) => virtual.scrollToIndex(Math.floor(place / columns)),
  )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = search
  useEffect(() => {
    if (lastVisible >= rows - 3 && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [lastVisible, rows, hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <>
      <h1 className="spoken">{say('app.sell')}</h1>
      <Categories list={categories.data ?? []} chosen={category} onChoose={setCategory} />
      <div className={css.viewport} ref={setViewport} data-testid="tiles" aria-busy={search.isFetching}>
        {search.isPending ? <Loading label={say('sell.loading')} rows={4} /> : null}
        {search.isSuccess && cards.length === 0 ? nothing() : null}
        <ul
          className={css.rows}
          aria-label={say('sell.pieces')}
          style={{ blockSize: virtual.getTotalSize() }}
          onKeyDown={arrows.onKeyDown}
        >
          {visible.map((row) => (
            <li
              key={row.key}
              className={css.row}
              style={{
                transform: `translateY(${row.start}px)`,
                gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              }}
            >
              {cards.slice(row.index * columns, (row.index + 1) * columns).map((card, column) => (
                <Tile
                  key={card.item.sku}
                  card={card}
                  inCart={inCart.has(card.item.sku)}
                  onAdd={onAdd}
                  place={row.index * columns + column}
                  tabStop={row.index * columns + column === arrows.stop}
                  onReached={arrows.onReached}
                />
              ))}
            </li>
          ))}
        </ul>
      </div>
    </>
  )

  function nothing() {
    if (text.trim() !== '') {
      return (
        <EmptyState
          icon="search"
          title={say('sell.none.title')}
          body={say('sell.none.body', { text: text.trim() })}
        >
          <Button onPress={onClearText}>{say('sell.search.clear')}</Button>
        </EmptyState>
      )
    }
    if (category !== null) return <EmptyState icon="all" title={say('sell.none.category')} />
    return (
      <EmptyState
        icon="all"
        title={say('sell.catalogueEmpty.title')}
        body={say('sell.catalogueEmpty.body')}
      />
    )
  }
})
