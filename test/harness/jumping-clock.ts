import type { Timers } from '#drivers/transport/timers.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'

/** A wall clock that goes with virtual time, and can be put forward or back while the timers go on. */
export class JumpingClock implements Clock {
  readonly #timers: Timers
  #base: number

  constructor(timers: Timers, utcMs = 1_795_800_000_000) {
    this.#timers = timers
    this.#base = utcMs
  }

  now(): Stamp {
    return { utcMs: this.#base + Math.round(this.#timers.nowMs()), offsetMinutes: 60 }
  }

  jump(ms: number): void {
    this.#base += ms
  }
}
