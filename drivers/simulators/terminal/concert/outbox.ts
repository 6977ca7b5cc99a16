import type { Timers } from '#drivers/transport/timers.ts'
import type { Delivery, TerminalPort } from './port.ts'
import type { ConcertSimulatorTimings } from './timings.ts'

interface Letter {
  readonly delivery: Delivery
  readonly cancelExpiry: () => void
  /** Taken, or given up. */
  readonly done: () => void
}

/**
 * Answers that the till has not taken yet, in order. A terminal does not know who is at the other end of its line: it
 * calls whoever is there, and gives an answer up once it could have called in vain for all its tries.
 */
export class Outbox {
  readonly #timers: Timers
  readonly #timings: ConcertSimulatorTimings
  readonly #port: () => TerminalPort | null
  #letters: Letter[] = []

  constructor(timers: Timers, timings: ConcertSimulatorTimings, port: () => TerminalPort | null) {
    this.#timers = timers
    this.#timings = timings
    this.#port = port
  }

  put(delivery: Delivery, done: () => void): void {
    const { calls, controlMs, restartMs } = this.#timings
    const patienceMs = calls * (controlMs + restartMs)
    const cancelExpiry = this.#timers.after(patienceMs, () => {
      // Still being offered: the port's own count ends that.
      if (this.#port()?.free !== false) this.#drop(letter)
    })
    const letter: Letter = { delivery, done, cancelExpiry }
    this.#letters.push(letter)
    this.deliver()
  }

  /** A line came, or a letter left: the next one is offered. */
  deliver(): void {
    const [letter] = this.#letters
    const port = this.#port()
    if (letter === undefined || port === null || !port.free) return
    port.deliver(letter.delivery, () => {
      this.#drop(letter)
      this.deliver()
    })
  }

  clear(): void {
    for (const { cancelExpiry } of this.#letters) cancelExpiry()
    this.#letters = []
  }

  #drop(letter: Letter): void {
    if (!this.#letters.includes(letter)) return
    letter.cancelExpiry()
    this.#letters = this.#letters.filter((each) => each !== letter)
    letter.done()
  }
}
