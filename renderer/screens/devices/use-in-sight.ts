import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * For what comes below the button that was pressed, in a form that scrolls: brought into sight when `answer` comes.
 * @param answer what was waited for; `null`: nothing yet
 */
export function useInSight<E extends HTMLElement>(answer: unknown): RefObject<E | null> {
  const place = useRef<E>(null)
  useEffect(() => {
    if (answer !== null) place.current?.scrollIntoView({ block: 'nearest' })
  }, [answer])
  return place
}
