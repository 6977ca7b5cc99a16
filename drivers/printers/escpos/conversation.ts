import type { CloseReason, Link } from '#drivers/transport/transport.ts'
import type { PrinterFault } from '../printer.ts'
import { askStatus } from './commands.ts'
import { type Condition, conditionOf, conditionOfAutomatic } from './condition.ts'
import { type Reply, ReplyReader } from './reply-reader.ts'
import { chunkBytes, type PrinterTimings } from './timings.ts'

/** Why a conversation broke off, and whether a byte of the job may have left before. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly fault: PrinterFault
  constructor(fault: PrinterFault) {
    super(`interrupted: ${fault}`)
    this.fault = fault
  }
}

/** One open line to a printer: what is written in order, and what comes back whenever it likes. */
export class Conversation {
  readonly #link: Link
  readonly #timings: PrinterTimings
  readonly #reader = new ReplyReader()
  readonly #waiting = new Set<(reply: Reply | null) => void>()
  #lost: CloseReason | null = null
  #unasked: Condition | null = null

  constructor(link: Link, timings: PrinterTimings) {
    this.#link = link
    this.#timings = timings
    // Always a reader: automatic status comes unasked, and unread bytes make a TCP close destroy what is underway.
    link.onData((bytes) => {
      for (const reply of this.#reader.read(bytes)) {
        if (reply.kind === 'automatic') this.#unasked = conditionOfAutomatic(reply.bytes)
        for (const wake of [...this.#waiting]) wake(reply)
      }
    })
    link.onClose((reason) => {
      this.#lost = reason
      for (const wake of [...this.#waiting]) wake(null)
    })
  }

  /** What the printer last said by itself; `null` if it never did. */
  get unasked(): Condition | null {
    return this.#unasked
  }

  /** Asks DLE EOT 1 to 4, one at a time. @throws Interrupted `noAnswer` or `lineLost`. */
  async status(): Promise<Condition> {
    const ask = async (n: 1 | 2 | 3 | 4): Promise<number> => {
      const answer = this.hear(
        (reply) => (reply.kind === 'status' ? reply.byte : null),
        this.#timings.statusMs,
      )
      // Told apart below: a line that refuses the question is lost, a printer that lets it pass is silent.
      this.#write(askStatus(n)).catch(() => undefined)
      const byte = await answer
      if (byte === null) throw new Interrupted(this.#lost === null ? 'noAnswer' : 'lineLost')
      return byte
    }
    const printer = await ask(1)
    const offline = await ask(2)
    const error = (offline & 0x40) === 0 ? 0 : await ask(3)
    return conditionOf({ printer, offline, error, paper: await ask(4) })
  }

  /**
   * Sends a job, chunk by chunk, each awaited.
   * @param onLeaving called before the first byte is handed to the wire
   * @throws Interrupted `lineLost`, or `stalled` when the wire takes nothing for `progressMs`.
   */
  async send(job: Uint8Array, onLeaving: () => void): Promise<void> {
    for (let at = 0; at < job.length; at += chunkBytes) {
      if (this.#lost !== null) throw new Interrupted('lineLost')
      if (at === 0) onLeaving()
      await this.#write(job.subarray(at, at + chunkBytes))
    }
  }

  /** The first reply from now on that `pick` takes; `null` when the line is lost, or after `waitMs` if given. */
  hear<T>(pick: (reply: Reply) => T | null, waitMs?: number): Promise<T | null> {
    return new Promise((resolve) => {
      const finish = (value: T | null) => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        resolve(value)
      }
      const wake = (reply: Reply | null) => {
        const value = reply === null ? null : pick(reply)
        if (reply === null || value !== null) finish(value)
      }
      const timer = waitMs === undefined ? undefined : setTimeout(() => finish(null), waitMs)
      this.#waiting.add(wake)
      if (this.#lost !== null) finish(null)
    })
  }

  get lost(): boolean {
    return this.#lost !== null
  }

  async #write(bytes: Uint8Array): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stalled = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Interrupted('stalled')), this.#timings.progressMs)
    })
    try {
      await Promise.race([this.#link.write(bytes), stalled])
    } catch (error) {
      throw error instanceof Interrupted ? error : new Interrupted('lineLost')
    } finally {
      clearTimeout(timer)
    }
  }
}
