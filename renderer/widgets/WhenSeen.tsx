import { useEffect, useRef } from 'react'
import { useScroller } from './ScrollPage.tsx'

/** So far below what is in sight that what comes is there before it is reached, CSS px. */
const aheadPx = 800

/** Stands below a list inside a `ScrollPage` and says when its end comes near, again whenever `onSeen` is another one. */
export function WhenSeen({ onSeen }: { readonly onSeen: () => void }) {
  const scroller = useScroller()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scroller === null || place.current === null) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen()
      },
      { root: scroller, rootMargin: `0px 0px ${aheadPx}px` },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [scroller, onSeen])
  return <div ref={place} />
}
