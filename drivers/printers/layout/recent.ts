/** The last things made, by what they were made of; what was not asked for longest is forgotten first. */
export class Recent<V> {
  readonly #most: number
  readonly #kept = new Map<string, V>()

  /** @param most how many are kept. ≥ 1 */
  constructor(most: number) {
    this.#most = most
  }

  /** What is kept under the key, or what `make` makes of it now. */
  get(key: string, make: () => V): V {
    const found = this.#kept.get(key)
    const value = found ?? make()
    this.#kept.delete(key)
    this.#kept.set(key, value)
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value ?? '')
    return value
  }
}
