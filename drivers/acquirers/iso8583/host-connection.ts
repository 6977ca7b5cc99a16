import type { Framing } from '#drivers/iso8583/dialect.ts'
import { FrameReader } from '#drivers/iso8583/frames.ts'
import { Iso8583Error, type Message } from '#drivers/iso8583/message.ts'
import type { Packager } from '#drivers/iso8583/packager.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { NoAnswer } from '../acquirer-host.ts'

export type Asked = { readonly answer: 'heard'; readonly message: Message } | NoAnswer

/** One question on the wire, and what ends it. */
export interface Asking {
  /** Framed. */
  readonly bytes: Uint8Array
  readonly isAnswer: (message: Message) => boolean
  readonly patienceMs: number
  readonly signal: AbortSignal
}

export interface ConnectionParts {
  readonly packager: Packager
  readonly framing: Framing
  readonly timers: Timers
}

/**
 * One open line to a host; single use. It hears all the time: what comes between two questions, or is the answer to
 * another one, is dropped, and anything that is no message ends the line, for nothing after it can be trusted.
 */
export class HostConnection {
  readonly #link: Link
  readonly #parts: ConnectionParts
  readonly #reader: FrameReader
  #open = true
  /** The question that waits for its answer. */
  #waiting: { readonly isAnswer: Asking['isAnswer']; end(asked: Asked): void } | null = null

  constructor(link: Link, parts: ConnectionParts) {
    this.#link = link
    this.#parts = parts
    this.#reader = new FrameReader(parts.framing)
    link.onData((bytes) => this.#hear(bytes))
    link.onClose((reason) => {
      this.#lost('lineLost', reason.kind === 'disconnected' ? reason.detail : 'closed by the till')
    })
  }

  get isOpen(): boolean {
    return this.#open
  }

  /**
   * Sends one question and waits for its answer; never called while another one waits. Never rejects. Without an
   * answer the line is of no more use, and closed: what comes late on it is heard by nobody.
   */
  async ask({ bytes, isAnswer, patienceMs, signal }: Asking): Promise<Asked> {
    if (!this.#open) return noAnswer('lineLost', false, 'the line is closed')
    if (signal.aborted) return noAnswer('aborted', false, 'called off')
    const asked = await new Promise<Asked>((resolve) => {
      const end = (asked: Asked): void => {
        cancel()
        signal.removeEventListener('abort', calledOff)
        this.#waiting = null
        resolve(asked)
      }
      const calledOff = (): void => end(noAnswer('aborted', true, 'called off'))
      const overdue = (): void => end(noAnswer('silent', true, `no answer in ${patienceMs} ms`))
      const cancel = this.#parts.timers.after(patienceMs, overdue)
      signal.addEventListener('abort', calledOff)
      this.#waiting = { isAnswer, end }
      this.#link.write(bytes).catch((error: Error) => this.#lost('lineLost', error.message))
    })
    if (asked.answer === 'none') void this.close()
    return asked
  }

  /** Idempotent, never rejects. */
  close(): Promise<void> {
    this.#open = false
    return this.#link.close()
  }

  #hear(bytes: Uint8Array): void {
    for (const heard of this.#reader.feed(bytes)) {
      if (!this.#open) return
      if (heard.kind === 'lost') this.#garbage(`no frame: ${heard.cause}`)
      if (heard.kind !== 'message') continue
      const message = this.#unpacked(heard.bytes)
      if (message instanceof Iso8583Error) this.#garbage(message.message)
      else if (this.#waiting?.isAnswer(message)) this.#waiting.end({ answer: 'heard', message })
    }
  }

  #unpacked(bytes: Uint8Array): Message | Iso8583Error {
    try {
      return this.#parts.packager.unpack(bytes)
    } catch (error) {
      if (error instanceof Iso8583Error) return error
      throw error
    }
  }

  #garbage(detail: string): void {
    this.#lost('garbage', detail)
    void this.#link.close()
  }

  #lost(cause: 'lineLost' | 'garbage', detail: string): void {
    this.#open = false
    this.#waiting?.end(noAnswer(cause, true, detail))
  }
}

export const noAnswer = (cause: NoAnswer['cause'], sent: boolean, detail: string): NoAnswer => ({
  answer: 'none',
  cause,
  sent,
  detail,
})
