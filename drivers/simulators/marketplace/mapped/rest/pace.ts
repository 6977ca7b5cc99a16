import { SoukError } from './souk-error.ts'

/** So many requests a minute of the marketplace's clock; then nothing until the next minute. */
export class Pace {
  readonly #most: number
  readonly #nowMs: () => number
  #minute = -1
  #used = 0

  constructor(most: number, nowMs: () => number) {
    this.#most = most
    this.#nowMs = nowMs
  }

  /** @throws SoukError 429, which says in how many seconds it goes on */
  take(): void {
    const now = this.#nowMs()
    const minute = Math.floor(now / 60_000)
    if (minute !== this.#minute) this.#used = 0
    this.#minute = minute
    this.#used += 1
    if (this.#used <= this.#most) return
    const seconds = Math.ceil(((minute + 1) * 60_000 - now) / 1_000)
    throw new SoukError(429, 'too_many', 'Slow down.', { 'retry-after': String(seconds) })
  }
}
