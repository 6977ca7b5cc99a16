import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PrinterFault } from '../../printer.ts'
import { type HostStatus, HostStatusReader } from './host-status.ts'
import { chunkBytes, type LabelTimings } from './timings.ts'

/** Why a job broke off. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly fault: PrinterFault
  constructor(fault: PrinterFault) {
    super(`interrupted: ${fault}`)
    this.fault = fault
  }
}

const ascii = new TextEncoder()
/** Answered at once, also in the middle of a job. */
const askStatus = ascii.encode('~HS\r\n')
/** Forgets a format that was begun and never ended. */
const cancelPartial = ascii.encode('~JX\r\n')

/** One open line to a ZPL printer. */
export class ZplTalk {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: LabelTimings
  readonly #reader = new HostStatusReader()
  #answer: ((status: HostStatus | null) => void) | null = null
  #lost = false

  constructor(link: Link, timers: Timers, timings: LabelTimings) {
    this.#link = link
    this.#timers = timers
    this.#timings = timings
    // Always a reader: unread bytes make a TCP close destroy what is underway.
    link.onData((bytes) => {
      for (const status of this.#reader.read(bytes)) this.#answer?.(status)
    })
    link.onClose(() => {
      this.#lost = true
      this.#answer?.(null)
    })
  }

  get lost(): boolean {
    return this.#lost
  }

  /** @throws Interrupted `noAnswer` or `lineLost` */
  async status(): Promise<HostStatus> {
    const answer = new Promise<HostStatus | null>((resolve) => {
      this.#answer = resolve
      if (this.#lost) resolve(null)
    })
    const waiting = new AbortController()
    const silence = pause(this.#timers, this.#timings.statusMs, waiting.signal).then(() => null)
    // A line that refuses the question is found out below.
    this.#link.write(askStatus).catch(() => undefined)
    const status = await Promise.race([answer, silence])
    waiting.abort()
    this.#answer = null
    if (status === null) throw new Interrupted(this.#lost ? 'lineLost' : 'noAnswer')
    return status
  }

  /** @throws Interrupted as `send` */
  cancelPartial(): Promise<void> {
    return this.send(cancelPartial, this.#timings.progressMs, () => undefined)
  }

  /**
   * Sends bytes, chunk by chunk, each awaited.
   * @param patienceMs for one chunk to leave
   * @param onLeaving called before the first byte is handed to the wire
   * @throws Interrupted `lineLost` or `stalled`
   */
  async send(bytes: Uint8Array, patienceMs: number, onLeaving: () => void): Promise<void> {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      if (this.#lost) throw new Interrupted('lineLost')
      if (at === 0) onLeaving()
      await this.#write(bytes.subarray(at, at + chunkBytes), patienceMs)
    }
  }

  async #write(bytes: Uint8Array, patienceMs: number): Promise<void> {
    const waiting = new AbortController()
    const stalled = pause(this.#timers, patienceMs, waiting.signal).then(() => 'stalled' as const)
    const written = this.#link.write(bytes).then(
      () => null,
      () => 'lineLost' as const,
    )
    const fault = await Promise.race([written, stalled])
    waiting.abort()
    if (fault !== null) throw new Interrupted(fault)
  }
}
