import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import css from './LongList.module.css'
import { useScroller } from './ScrollPage.tsx'

/** As many are drawn as they are; of more, those in sight and a few around them. */
const drawnWhole = 200
const around = 8

export interface LongListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** About how high a row is, CSS px; each is measured when it is drawn. */
  readonly rowHeight: number
  readonly testId?: string
  readonly children: (item: Item) => ReactNode
}

/** Rows below each other inside a `ScrollPage`, however many. */
export function LongList<Item>(props: LongListProps<Item>) {
  return props.items.length > drawnWhole ? <InSight {...props} /> : <Whole {...props} />
}

function Whole<Item>({ label, items, keyOf, testId, children }: LongListProps<Item>) {
  return (
    <ul className={css.list} aria-label={label} data-testid={testId}>
      {items.map((item) => (
        <li key={keyOf(item)} className={css.row}>
          {children(item)}
        </li>
      ))}
    </ul>
  )
}

function InSight<Item>({ label, items, keyOf, rowHeight, testId, children }: LongListProps<Item>) {
  const scroller = useScroller()
  const list = useRef<HTMLUListElement>(null)
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => {
    if (scroller === null || list.current === null) return
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    setAbove(top + scroller.scrollTop)
  }, [scroller])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    scrollMargin: above,
    overscan: around,
  })
  return (
    <ul
      ref={list}
      className={css.list}
      aria-label={label}
      data-testid={testId}
      style={{ blockSize: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((row) => {
        const item = items[row.index]
        return item === undefined ? null : (
          <li
            key={keyOf(item)}
            ref={virtual.measureElement}
            className={css.placed}
            data-index={row.index}
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            style={{ transform: `translateY(${row.start - above}px)` }}
          >
            {children(item)}
          </li>
        )
      })}
    </ul>
  )
}
