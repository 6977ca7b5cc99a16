/** The faults a simulated terminal was told to show, each for a number of charges. */
export class FaultShelf<Fault extends string> {
  readonly #known: readonly Fault[]
  readonly #apart: ReadonlySet<Fault>
  readonly #left = new Map<Fault, number>()

  /**
   * @param known without `none`
   * @param apart of these, what is of no charge: it waits until it is taken by its name
   */
  constructor(known: readonly Fault[], apart: readonly Fault[] = []) {
    this.#known = known
    this.#apart = new Set(apart)
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
    const taken = new Set([...this.#left.keys()].filter((fault) => !this.#apart.has(fault)))
    for (const fault of taken) this.#countDown(fault)
    return taken
  }

  /** Whether this one is to show now; it counts down. */
  takeOne(fault: Fault): boolean {
    const here = this.#left.has(fault)
    this.#countDown(fault)
    return here
  }

  #countDown(fault: Fault): void {
    const times = this.#left.get(fault) ?? 0
    if (times <= 1) this.#left.delete(fault)
    else this.#left.set(fault, times - 1)
  }
}
