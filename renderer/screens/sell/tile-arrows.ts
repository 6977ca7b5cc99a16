/**
 * The tiles are one stop of the Tab key, however many there are: arrows move among them, and the next Tab is the cart.
 */
import type { KeyboardEvent } from 'react'
import { useState } from 'react'

/**
 * Where a key leads from the tile at `place` of `count`, `columns` side by side; `null`: the key means nothing
 * here.
 */
export function nextPlace(
  key: string,
  place: number,
  grid: { readonly columns: number; readonly count: number; readonly direction: 'ltr' | 'rtl' },
): number | null {
  const { columns, count } = grid
  const onwards = grid.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = grid.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  const steps: Readonly<Record<string, number>> = {
    [onwards]: 1,
    [back]: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -place,
    End: count - 1 - place,
  }
  const step = steps[key]
  if (step === undefined) return null
  const next = place + step
  return next >= 0 && next < count ? next : place
}

export interface TileArrows {
  /** The tile that Tab stops at: the one last gone to, or the first in sight when that has scrolled away. */
  readonly stop: number
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** The focus came to a tile. */
  readonly onReached: (place: number) => void
}

/** @param inSight places that are drawn now: from, inclusive, to, exclusive. @param show scrolls a place into sight */
export function useTileArrows(
  grid: Parameters<typeof nextPlace>[2],
  inSight: { readonly from: number; readonly to: number },
  show: (place: number) => void,
): TileArrows {
  const [reached, setReached] = useState(0)
  const stop = reached >= inSight.from && reached < inSight.to ? reached : inSight.from
  return {
    stop,
    onReached: setReached,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      const next = nextPlace(event.key, stop, grid)
      if (next === null) return
      event.preventDefault()
      show(next)
      const tiles = event.currentTarget
      // A tile that was out of sight is drawn by the next frame.
      requestAnimationFrame(() => tiles.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus())
    },
  }
}
