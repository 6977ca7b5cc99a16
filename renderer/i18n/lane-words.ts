import type { LaneView } from '#shared/contract/forwards.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import type { Say } from './Words.tsx'
import { sinceIn } from './when.ts'

/** Where each approved card movement waits to be frozen into a settlement: collected, not on its way yet. */
export const isCollecting = ({ destination }: LaneView): boolean => destination === 'acquirer'

const kindOf = (destination: string): 'host' | 'marketplace' | 'other' => {
  if (destination === 'marketplace') return 'marketplace'
  return destination.startsWith('host/') ? 'host' : 'other'
}

/**
 * `3 settlements waiting since 14:02: no network`. `null`: nothing waits there.
 * @param day that is traded now: a lane that waits since before it says the day, too
 */
export function waitingWords(lane: LaneView, day: BusinessDay | null, say: Say): string | null {
  const { destination, waiting, since, trouble } = lane
  if (waiting === 0 || since === null) return null
  const what = say(`forwards.${kindOf(destination)}`, { count: waiting, when: sinceIn(since, day) })
  return trouble === null ? what : say('forwards.because', { what, why: say(`forwards.trouble.${trouble}`) })
}

/** What was given up by itself and needs somebody. `null`: nothing. */
export function stoppedWords({ setAside, trouble }: LaneView, say: Say): string | null {
  if (setAside === 0) return null
  return trouble === 'journalForked' ? say('forwards.forked') : say('forwards.setAside', { count: setAside })
}
