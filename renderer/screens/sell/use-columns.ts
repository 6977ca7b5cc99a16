import { useEffect, useState } from 'react'

/** Between two tiles, in CSS px. */
const gapPx = 12

/** How many columns of at least `leastWidth` fit in an element, followed as it changes size. */
export function useColumns(element: HTMLElement | null, leastWidth: number): number {
  const [columns, setColumns] = useState(4)
  useEffect(() => {
    if (element === null) return
    const measure = (): void => {
      const style = getComputedStyle(element)
      const inner =
        element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      setColumns(Math.max(1, Math.floor((inner + gapPx) / (leastWidth + gapPx))))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [element, leastWidth])
  return columns
}
