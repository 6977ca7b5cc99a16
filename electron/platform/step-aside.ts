import { constants, setPriority } from 'node:os'

/** Has a process of the till's give way to it: whoever stands at the counter comes first. */
export function stepAside(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not every system lets us; it is a courtesy.
  }
}
