/** One operation at a time: a terminal has one screen, one card slot and one customer. */
export class OneOperation {
  #busy = false

  /** @param busy what a second operation gets while one runs; it has no effect at all */
  async run<T>(busy: T, operate: () => Promise<T>): Promise<T> {
    if (this.#busy) return busy
    this.#busy = true
    try {
      return await operate()
    } finally {
      this.#busy = false
    }
  }
}
