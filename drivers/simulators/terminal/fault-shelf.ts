/** The faults a simulated terminal was told to show, each for a number of charges. */
export class FaultShelf<Fault extends string> {
  readonly #known: readonly Fault[]
  readonly #left = new Map<Fault, number>()

  /** @param known without `none` */
  constructor(known: readonly Fault[]) {
    this.#known = known
  }

  /** @throws RangeError for a fault that is not known */
  set(name: string, times = 1): void {
    if (name === 'none' || times < 1) {
      this.#left.clear()
      return
    }
    const fault = this.#known.find((each) => each === name)
    if (fault === undefined) throw new RangeError(`no fault "${name}"`)
    this.#left.set(fault, times)
  }

  has(fault: Fault): boolean {
    return this.#left.has(fault)
  }

  /** The faults of the charge that begins now; each counts down. */
  take(): ReadonlySet<Fault> {
    const taken = new Set(this.#left.keys())
    for (const [fault, times] of this.#left) {
      if (times <= 1) this.#left.delete(fault)
      else this.#left.set(fault, times - 1)
    }
    return taken
  }
}
