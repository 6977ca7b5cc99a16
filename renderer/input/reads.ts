/**
 * What the till's own reader and scanner read, for the screen in front. Every window of a till hears every read, so
 * the windows agree on one that acts: a label scanned once is rung once.
 */
import { useEffect, useEffectEvent } from 'react'
import type { DeviceRead } from '#shared/contract/devices.ts'
import { useHearReads } from '../api/till.tsx'

/** Held by the window that acts; the next one in line takes over when it closes or goes to another page. */
const lockName = 'hanout.reads'

/** Calls `onRead` for each read while mounted, in one window at a time: one screen of a window uses it, once. */
export function useReads(onRead: (read: DeviceRead) => void): void {
  const hearReads = useHearReads()
  const heard = useEffectEvent(onRead)
  useEffect(() => {
    const gone = new AbortController()
    navigator.locks
      .request(lockName, { signal: gone.signal }, () => hearReads((read) => heard(read), gone.signal))
      // Gone before its turn came: there was nothing to hear.
      .catch(() => undefined)
    return () => gone.abort()
  }, [hearReads])
}
