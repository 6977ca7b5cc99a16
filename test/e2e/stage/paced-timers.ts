import type { Timers } from '#drivers/transport/timers.ts'

/** Waits of at least this are people and banks; shorter ones are wires. */
const longMs = 1_000

/**
 * The machine's clock made faster, whose long waits can be held: a card that is not presented until it is looked
 * at.
 */
export class PacedTimers implements Timers {
  #pace: number
  #since = { realMs: performance.now(), ms: 0 }
  #held: (() => void)[] | null = null

  /** @param pace real milliseconds to one of the terminal's */
  constructor(pace: number) {
    this.#pace = pace
  }

  get pace(): number {
    return this.#pace
  }

  /** For waits that begin from now on. */
  set pace(pace: number) {
    this.#since = { ms: this.nowMs(), realMs: performance.now() }
    this.#pace = pace
  }

  nowMs(): number {
    return this.#since.ms + (performance.now() - this.#since.realMs) / this.#pace
  }

  after(delayMs: number, run: () => void): () => void {
    let cancelled = false
    const due = (): void => {
      if (cancelled) return
      if (this.#held !== null && delayMs >= longMs) this.#held.push(due)
      else run()
    }
    const handle = setTimeout(due, delayMs * this.#pace)
    return () => {
      cancelled = true
      clearTimeout(handle)
    }
  }

  /** From now on nobody presents a card and no bank answers. */
  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const run of held) run()
  }
}
