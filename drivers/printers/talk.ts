import type { Timers } from '#drivers/transport/timers.ts'
import type { CloseReason, Link } from '#drivers/transport/transport.ts'
import type { PrinterFault } from './printer.ts'
import { chunkBytes, type PrinterTimings } from './timings.ts'

/** Why a talk with a printer broke off. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly fault: PrinterFault
  constructor(fault: PrinterFault) {
    super(`interrupted: ${fault}`)
    this.fault = fault
  }
}

export interface TalkParts<Reply> {
  readonly link: Link
  readonly timings: PrinterTimings
  readonly timers: Timers
  /** Bytes as they come, told apart; keeps what is not complete. */
  readonly read: (bytes: Uint8Array) => readonly Reply[]
  /** What a reply says of the flow: stop, go on, or nothing. */
  readonly flowOf: (reply: Reply) => 'stop' | 'go' | null
  /** Whether the wire takes a job in one piece only. */
  readonly wholeJobs: boolean
}

/** One open line to a printer, whatever it speaks: what is written in order, and what comes back whenever it likes. */
export class Talk<Reply> {
  readonly #parts: TalkParts<Reply>
  readonly #waiting = new Set<(reply: Reply | null) => void>()
  #lost: CloseReason | null = null
  #stopped: { readonly over: Promise<void>; readonly end: () => void } | null = null

  constructor(parts: TalkParts<Reply>) {
    this.#parts = parts
    // Always a reader: status comes unasked, and unread bytes make a TCP close destroy what is underway.
    parts.link.onData((bytes) => {
      for (const reply of parts.read(bytes)) this.#take(reply)
    })
    parts.link.onClose((reason) => {
      this.#lost = reason
      this.#go()
      for (const wake of [...this.#waiting]) wake(null)
    })
  }

  get lost(): boolean {
    return this.#lost !== null
  }

  /**
   * Sends a job, chunk by chunk, each awaited; holds while the printer says XOFF on a line that leaves that to us.
   * @param onLeaving called before the first byte is handed to the wire
   * @throws Interrupted `lineLost`, or `stalled` when the wire takes nothing for `progressMs`.
   */
  async send(job: Uint8Array, onLeaving: () => void): Promise<void> {
    const step = this.#parts.wholeJobs ? job.length : chunkBytes
    for (let at = 0; at < job.length; at += step) {
      if (this.#stopped !== null) await this.#inTime(this.#stopped.over)
      if (this.#lost !== null) throw new Interrupted('lineLost')
      if (at === 0) onLeaving()
      await this.#inTime(this.#parts.link.write(job.subarray(at, at + step)))
    }
  }

  /** Writes a question. A line that refuses it is lost, a printer that lets it pass is silent: `hear` tells which. */
  say(question: Uint8Array): void {
    this.#inTime(this.#parts.link.write(question)).catch(() => undefined)
  }

  /** The first reply from now on that `pick` takes; `null` when the line is lost, or after `waitMs` if given. */
  hear<T>(pick: (reply: Reply) => T | null, waitMs?: number): Promise<T | null> {
    return new Promise((resolve) => {
      const finish = (value: T | null) => {
        cancel()
        this.#waiting.delete(wake)
        resolve(value)
      }
      const wake = (reply: Reply | null) => {
        const value = reply === null ? null : pick(reply)
        if (reply === null || value !== null) finish(value)
      }
      const cancel =
        waitMs === undefined ? () => undefined : this.#parts.timers.after(waitMs, () => finish(null))
      this.#waiting.add(wake)
      if (this.#lost !== null) finish(null)
    })
  }

  /** An answer to a question. @throws Interrupted `noAnswer` after `statusMs`, `lineLost`. */
  async ask<T>(question: Uint8Array, pick: (reply: Reply) => T | null): Promise<T> {
    const answer = this.hear(pick, this.#parts.timings.statusMs)
    this.say(question)
    const heard = await answer
    if (heard === null) throw new Interrupted(this.lost ? 'lineLost' : 'noAnswer')
    return heard
  }

  #take(reply: Reply): void {
    const flow = this.#parts.flowOf(reply)
    if (flow === 'stop' && this.#stopped === null) {
      let end = (): void => undefined
      const over = new Promise<void>((resolve) => {
        end = resolve
      })
      this.#stopped = { over, end }
    }
    if (flow === 'go') this.#go()
    for (const wake of [...this.#waiting]) wake(reply)
  }

  #go(): void {
    this.#stopped?.end()
    this.#stopped = null
  }

  async #inTime(work: Promise<void>): Promise<void> {
    const { timers, timings } = this.#parts
    let cancel = (): void => undefined
    const stalled = new Promise<never>((_, reject) => {
      cancel = timers.after(timings.progressMs, () => reject(new Interrupted('stalled')))
    })
    try {
      await Promise.race([work, stalled])
    } catch (error) {
      throw error instanceof Interrupted ? error : new Interrupted('lineLost')
    } finally {
      cancel()
    }
  }
}
