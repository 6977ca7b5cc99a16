import { latin1 } from '#drivers/framing/hex.ts'
import type { AskOutcome, CardRequest, Reader, ReaderHealth } from '../reader.ts'
import { ReaderLine } from '../reader-line.ts'
import type { ReaderParts } from '../reader-parts.ts'
import {
  activateCommand,
  cancelCommand,
  commandNumber,
  firmwareCommand,
  pingCommand,
} from './neo-commands.ts'
import { readNeoResponse } from './neo-read.ts'
import { neoStatusWords } from './neo-status.data.ts'
import { type VivoFrame, VivoStream } from './vivo-frame.ts'
import { reportsOf, VivoReports } from './vivo-reports.ts'

/** An ID TECH NEO or NEO 2 (VP3300 and kin): reads a card when asked to, by swipe, chip or antenna. */
export function neo2Reader(parts: ReaderParts): Reader {
  return new Neo2(parts)
}

class Neo2 implements Reader {
  readonly protocol = 'idtech-neo2'
  readonly capabilities = { entries: ['swipe', 'insert', 'tap'], asks: true } as const
  readonly #line: ReaderLine<VivoFrame>
  readonly #via: ReaderParts['via']
  #pending: { readonly command: number; readonly settle: (frame: VivoFrame | null) => void } | null = null
  #waiting: { cancelLimit: () => void } | null = null

  constructor(parts: ReaderParts) {
    this.#via = parts.via
    const decoder = parts.via === 'hid' ? new VivoReports() : new VivoStream()
    this.#line = new ReaderLine(
      parts,
      decoder,
      (frame) => this.#hear(frame),
      () => this.#lost(),
    )
  }

  open(): Promise<void> {
    return this.#line.open()
  }

  onRead(listener: Parameters<Reader['onRead']>[0]) {
    return this.#line.onRead(listener)
  }

  onHealth(listener: Parameters<Reader['onHealth']>[0]) {
    return this.#line.onHealth(listener)
  }

  async check(): Promise<ReaderHealth> {
    const { health } = this.#line
    if (!health.ok) return health
    // Any command but cancel and stop ends a transaction (NEO 2 guide §7.3): a reader that waits for a card is not
    // asked.
    if (this.#waiting !== null || this.#pending !== null) return { ok: true, text: 'waiting for a card' }
    const pong = await this.#command(commandNumber.ping, pingCommand)
    if (pong === null) return this.#line.silent()
    const version = await this.#command(commandNumber.firmware, firmwareCommand)
    return { ok: true, text: versionText(version) }
  }

  async ask(request: CardRequest): Promise<AskOutcome> {
    const { amountMinor, timeoutS } = request
    const fits = Number.isInteger(amountMinor) && amountMinor >= 0 && amountMinor <= 999_999_999_999
    if (!fits || !Number.isInteger(timeoutS) || timeoutS < 1 || timeoutS > 255)
      return { ok: false, reason: 'refused' }
    if (this.#waiting !== null || this.#pending !== null) return { ok: false, reason: 'refused' }
    const { timers, timings } = this.#line
    // The reader gives up by itself; this is for one that does not.
    const limitMs = timeoutS * 1_000 + timings.answerMs
    this.#waiting = { cancelLimit: timers.after(limitMs, () => this.#overdue()) }
    if (await this.#send('activate', activateCommand(request))) return { ok: true }
    this.#stopWaiting()
    return { ok: false, reason: 'unreachable' }
  }

  async cancel(): Promise<AskOutcome> {
    if (this.#waiting === null) return { ok: true }
    if (!this.#line.health.ok) return { ok: false, reason: 'unreachable' }
    const answer = await this.#command(commandNumber.control, cancelCommand)
    if (answer === null) return { ok: false, reason: 'noAnswer' }
    this.#stopWaiting()
    return answer.status === 0
      ? { ok: true }
      : { ok: false, reason: 'refused', code: codeText(answer.status) }
  }

  close(): Promise<void> {
    return this.#line.close()
  }

  #hear(frame: VivoFrame): void {
    const pending = this.#pending
    if (pending !== null && frame.command === pending.command) {
      pending.settle(frame)
      return
    }
    if (frame.command === commandNumber.transaction) {
      const asked = this.#waiting !== null
      this.#stopWaiting()
      const read = readNeoResponse(frame)
      // A refusal that nobody waits for any more is the echo of a cancel.
      if (asked || read.kind !== 'unreadable') this.#line.tell(read)
      return
    }
    // Get Transaction Result (03-00) is the answer of a reader without keys: clear tracks, which end here.
    if (frame.command === commandNumber.result && frame.data.length > 0) {
      this.#line.tell({ kind: 'unreadable', reason: 'notEncrypted' })
      return
    }
    this.#line.trace('in', `answer ${codeText(frame.command)} ${statusText(frame.status)} to no question`)
  }

  /** One question at a time. `null`: no answer, or the line went. */
  async #command(command: number, frame: Uint8Array): Promise<VivoFrame | null> {
    if (this.#pending !== null) return null
    const { timers, timings } = this.#line
    const answer = new Promise<VivoFrame | null>((resolve) => {
      const limit = timers.after(timings.answerMs, () => settle(null))
      const settle = (heard: VivoFrame | null): void => {
        limit()
        this.#pending = null
        resolve(heard)
      }
      this.#pending = { command, settle }
    })
    if (!(await this.#send(`command ${codeText(command)}`, frame))) this.#settlePending()
    return answer
  }

  async #send(what: string, frame: Uint8Array): Promise<boolean> {
    const { link } = this.#line
    if (link === null) return false
    this.#line.trace('out', what)
    try {
      for (const piece of this.#via === 'hid' ? reportsOf(frame) : [frame]) await link.write(piece)
      return true
    } catch {
      return false
    }
  }

  #overdue(): void {
    if (this.#waiting === null) return
    this.#waiting = null
    this.#line.tell({ kind: 'unreadable', reason: 'noCard' })
  }

  #lost(): void {
    this.#settlePending()
    this.#stopWaiting()
  }

  #settlePending(): void {
    this.#pending?.settle(null)
  }

  #stopWaiting(): void {
    this.#waiting?.cancelLimit()
    this.#waiting = null
  }
}

const codeText = (code: number): string => code.toString(16).padStart(2, '0').toUpperCase()
const statusText = (status: number): string => neoStatusWords[status] ?? codeText(status)

/** Printable characters only: it is shown to people. */
function versionText(frame: VivoFrame | null): string {
  const text = latin1(frame?.status === 0 ? frame.data.subarray(0, 60) : new Uint8Array())
  return text.replace(/[^\x20-\x7e]/g, '').trim() || 'ID TECH'
}
