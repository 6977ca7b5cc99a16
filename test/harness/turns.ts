/** Lets whoever waits go on one at a time, in an order that is made of numbers like chance: the same each time. */
export class Turns {
  readonly #chance: () => number
  readonly #waiting: (() => void)[] = []

  constructor(chance: () => number) {
    this.#chance = chance
  }

  /** Waits for its turn. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  /** Gives turns until `all` are through. */
  async through<T>(all: readonly Promise<T>[]): Promise<readonly T[]> {
    let isDone = false
    const ends = Promise.all(all).finally(() => {
      isDone = true
    })
    while (!isDone) {
      const [go] = this.#waiting.splice(Math.floor(this.#chance() * this.#waiting.length), 1)
      go?.()
      // What a turn leads to without another turn is over after some steps of the microtask queue.
      for (let step = 0; step < 12; step++) await null
    }
    return ends
  }
}
