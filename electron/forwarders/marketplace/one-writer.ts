import type { Sku } from '#shared/kernel/ids.ts'

/**
 * One write of an item's count at a time, whoever wants it: a count read before another's write and sent after it would be
 * an old value on a platform that cannot compare. Whoever has its turn reads the count then, not before.
 */
export class OneWriter {
  readonly #last = new Map<Sku, Promise<void>>()

  /** Runs when nobody writes any of these; those that come later wait for it. One caller at most asks for several at once. */
  async alone<T>(skus: readonly Sku[], run: () => Promise<T>): Promise<T> {
    const before = skus.flatMap((sku) => this.#last.get(sku) ?? [])
    const { promise, resolve } = Promise.withResolvers<void>()
    for (const sku of skus) this.#last.set(sku, promise)
    try {
      await Promise.all(before)
      return await run()
    } finally {
      resolve()
      for (const sku of skus) if (this.#last.get(sku) === promise) this.#last.delete(sku)
    }
  }
}
