import type { BackupSettings } from '#shared/contract/books/backups.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'

/** What a till knows when it asks whether a backup is due. */
export interface SinceLastBackup {
  readonly now: Stamp
  /** The last good one, and how far its journal went. */
  readonly last: { readonly at: Stamp; readonly seq: number } | null
  readonly failedAt: Stamp | null
  readonly shiftIsOpen: boolean
  /** Entry of the newest closing of a shift. */
  readonly lastClosing: number | null
}

const hourMs = 3_600_000
/** A disk that was not there is looked for again after this. */
const retryMs = 5 * 60_000

/** Asked as often as anybody likes: a till that was off at the hour finds it due when it starts again. */
export function isDue(
  { afterClosing, everyHours }: BackupSettings,
  { now, last, failedAt, shiftIsOpen, lastClosing }: SinceLastBackup,
): boolean {
  const since = (at: Stamp): number => now.utcMs - at.utcMs
  // A clock that was put back makes nothing wait for years.
  const passed = (at: Stamp, ms: number): boolean => since(at) >= ms || since(at) < -hourMs
  if (failedAt !== null && !passed(failedAt, retryMs)) return false
  if (afterClosing && lastClosing !== null && (last === null || last.seq < lastClosing)) return true
  return everyHours !== null && shiftIsOpen && (last === null || passed(last.at, everyHours * hourMs))
}
