import type { Stamp } from '#shared/kernel/stamp.ts'

/** Time, injected: tests and replays bring their own. The only place of the till that reads the machine's clock. */
export interface Clock {
  now(): Stamp
}

/** The machine's clock and its time zone's present offset. */
export const systemClock: Clock = {
  now() {
    const date = new Date()
    return { utcMs: date.getTime(), offsetMinutes: -date.getTimezoneOffset() }
  },
}
