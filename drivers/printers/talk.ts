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
  readonly timings: Pick<PrinterTimings, 'statusMs' | 'progressMs' | 'standstillMs' | 'printedMs' | 'pollMs'>
  readonly timers: Timers
  /** Bytes as they come, told apart; keeps what is not complete. */
  readonly read: (bytes: Uint8Array) => readonly Reply[]
  /** What a reply says of the flow: stop, go on, or nothing. */
  readonly flowOf: (reply: Reply) => 'stop' | 'go' | null
  /** Whether the wire takes a job in one piece only. */
  readonly wholeJobs: boolean
  /** Where a loss of power is not told (`Transport`); absent: it closes the link. */
  readonly bytesPerSecond?: number | undefined
}

/** Questions asked while a job is sent. */
export interface Watch {
  /** Where in the job a question may stand, ascending. */
  readonly breaks: readonly number[]
  /** Rejects when the printer is not there. */
  readonly ask: () => Promise<void>
}

export interface SendOptions {
  /**
   * Asks every `pollMs`, between two commands, whether the printer is still there: one that loses its power and comes
   * back would take the rest of the job for all of it.
   */
  readonly watch?: Watch | undefined
  /** What a piece may take longer than usual to leave, ms: a full buffer takes none until labels are out. Default 0. */
  readonly moreMs?: number
}

/** One open line to a printer, whatever it speaks: what is written in order, and what comes back whenever it likes. */
export class Talk<Reply> {
  readonly #parts: TalkParts<Reply>
  readonly #waiting = new Set<(reply: Reply | null) => void>()
  #lost: CloseReason | null = null
  #sending = false
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
   * @throws Interrupted `lineLost`, `stalled` when the wire takes nothing for `progressMs` (serial: `standstillMs`), or what
   *   the watch found.
   */
  async send(job: Uint8Array, onLeaving: () => void, { watch, moreMs = 0 }: SendOptions = {}): Promise<void> {
    const { link, timings, timers, wholeJobs } = this.#parts
    let found: unknown = null
    let asking: Promise<void> | null = null
    let askAtMs = timers.nowMs() + timings.pollMs
    for (let at = 0; at < job.length; ) {
      if (this.#stopped !== null) await this.#inTime(this.#stopped.over)
      if (found !== null) throw found
      if (this.#lost !== null) throw new Interrupted('lineLost')
      const due = asking === null && timers.nowMs() >= askAtMs
      const until = wholeJobs ? job.length : at + chunkBytes
      const pause = due
        ? watch?.breaks.find((each) => each > at && each <= until && each < job.length)
        : undefined
      const end = Math.min(job.length, pause ?? until)
      if (at === 0) onLeaving()
      this.#sending = true
      await this.#inTime(link.write(job.subarray(at, end)), { bytes: end - at, moreMs })
      at = end
      if (pause === undefined || watch === undefined) continue
      asking = watch
        .ask()
        .catch((error: unknown) => {
          found = error
        })
        .finally(() => {
          asking = null
          askAtMs = timers.nowMs() + timings.pollMs
        })
    }
    await asking
    if (found !== null) throw found
  }

  /** Writes a question. A line that refuses it is lost, a printer that lets it pass is silent: `hear` tells which. */
  say(question: Uint8Array): void {
    this.#inTime(this.#parts.link.write(question)).catch(() => undefined)
  }

  /** The first reply from now on that `pick` takes; `null` when the line is lost, or after `waitMs` if given. */
  hear<T>(pick: (reply: Reply) => T | null, waitMs?: number): Promise<T | null> {
    const { heard, give } = this.#listen(pick)
    if (waitMs !== undefined) {
      const cancel = this.#parts.timers.after(waitMs, () => give(null))
      void heard.then(cancel)
    }
    return heard
  }

  /** An answer to a question. @throws Interrupted `noAnswer` after `statusMs` (behind a job: see below), `lineLost`. */
  async ask<T>(question: Uint8Array, pick: (reply: Reply) => T | null): Promise<T> {
    const answer = this.hear(pick, this.#answerMs)
    this.say(question)
    const heard = await answer
    if (heard === null) throw new Interrupted(this.lost ? 'lineLost' : 'noAnswer')
    return heard
  }

  /**
   * The same, patient with a line that stands still: the answer is due from the moment the question left.
   * @throws Interrupted `noAnswer`, `lineLost`, `stalled`
   */
  async askBehind<T>(question: Uint8Array, pick: (reply: Reply) => T | null): Promise<T> {
    const { heard, give } = this.#listen(pick)
    let cancel = (): void => undefined
    try {
      await this.#inTime(this.#parts.link.write(question))
      cancel = this.#parts.timers.after(this.#answerMs, () => give(null))
      const answer = await heard
      if (answer === null) throw new Interrupted(this.lost ? 'lineLost' : 'noAnswer')
      return answer
    } finally {
      cancel()
      give(null)
    }
  }

  /**
   * How long an answer may take. A network takes a question long before the printer can read it: what it was sent before
   * still stands in the way, as long as the paper takes. A serial line says when its bytes have left.
   */
  get #answerMs(): number {
    const { timings, bytesPerSecond } = this.#parts
    return this.#sending && bytesPerSecond === undefined ? timings.printedMs : timings.statusMs
  }

  #listen<T>(pick: (reply: Reply) => T | null): {
    heard: Promise<T | null>
    give: (value: T | null) => void
  } {
    let give = (_value: T | null): void => undefined
    const heard = new Promise<T | null>((resolve) => {
      give = (value) => {
        this.#waiting.delete(wake)
        resolve(value)
      }
      const wake = (reply: Reply | null) => {
        const value = reply === null ? null : pick(reply)
        if (reply === null || value !== null) give(value)
      }
      this.#waiting.add(wake)
      if (this.#lost !== null) give(null)
    })
    return { heard, give }
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

  /** @param bytes how many have to leave meanwhile. @param moreMs beside what is usual */
  async #inTime(work: Promise<void>, { bytes = 0, moreMs = 0 } = {}): Promise<void> {
    const { timers, timings, bytesPerSecond } = this.#parts
    const mostMs =
      bytesPerSecond === undefined
        ? timings.progressMs
        : Math.min(timings.progressMs, timings.standstillMs + (bytes / bytesPerSecond) * 1_000)
    let cancel = (): void => undefined
    const stalled = new Promise<never>((_, reject) => {
      cancel = timers.after(mostMs + moreMs, () => reject(new Interrupted('stalled')))
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
