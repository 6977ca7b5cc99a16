import type { Timers } from '#drivers/transport/timers.ts'

/** What one run of the till has of the world: killed, nothing of it goes on. */
export class Mortal {
  #alive = true
  readonly killed: Promise<void>
  #die: () => void = () => {}

  constructor() {
    this.killed = new Promise((resolve) => {
      this.#die = resolve
    })
  }

  kill(): void {
    this.#alive = false
    this.#die()
  }

  timers(timers: Timers): Timers {
    return {
      nowMs: () => timers.nowMs(),
      after: (ms, run) =>
        timers.after(ms, () => {
          if (this.#alive) run()
        }),
    }
  }

  /** Answers to a dead run are heard by nobody. */
  world<T extends object>(world: T): T {
    return new Proxy(world, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return async (...args: unknown[]) => {
          const answer: unknown = await value.apply(target, args)
          return this.#alive ? answer : new Promise(() => {})
        }
      },
    })
  }
}
