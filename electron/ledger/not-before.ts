import type { Stamp } from '#shared/kernel/stamp.ts'
import type { ReadLedger } from './handles.ts'

/**
 * When the till itself writes something down between the turns: now, or as late as the newest entry where the clock was put
 * back. An earlier instant would hide the jump from the next turn, which is to tell of it.
 */
export function notBefore({ head }: Pick<ReadLedger, 'head'>, now: Stamp): Stamp {
  const last = head()?.at ?? now
  return now.utcMs < last.utcMs ? last : now
}
