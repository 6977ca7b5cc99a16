import { useEffect, useState } from 'react'
import type { BackupsView } from '#shared/contract/books/backups.ts'
import { useHearBackups } from './till.tsx'

/** The backups as they stand, for an owner; `null` until the till first spoke of them. */
export function useBackups(): BackupsView | null {
  const hear = useHearBackups()
  const [view, setView] = useState<BackupsView | null>(null)
  useEffect(() => {
    const stopped = new AbortController()
    void hear(setView, stopped.signal)
    return () => stopped.abort()
  }, [hear])
  return view
}
