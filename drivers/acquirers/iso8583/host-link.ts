import type { Dialect } from '#drivers/iso8583/dialect.ts'
import { frame } from '#drivers/iso8583/frames.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import type { Packager } from '#drivers/iso8583/packager.ts'
import { openLink } from '#drivers/transport/open-link.ts'
import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { NoAnswer } from '../acquirer-host.ts'
import { answerCode, answersTo } from './answers.ts'
import { type Asked, HostConnection, noAnswer } from './host-connection.ts'
import type { NetworkTalk } from './network.ts'
import { Turns } from './turns.ts'

export interface HostLinkParts {
  readonly dialect: Dialect
  readonly packager: Packager
  readonly transport: Transport
  readonly network: NetworkTalk
  readonly timers: Timers
}

/** Patience with a sign-off, and with a line that does not close, ms: by then we have all that we came for. */
const farewellMs = 2_000

const never = new AbortController().signal

/**
 * The one line to a host: opened and signed on when there is a question, kept while questions come, asked for an echo
 * when it has been silent, let go when nobody needs it. A line that failed a question is let go, and the next question
 * opens another one: how long to wait before asking again is for who asks to say.
 */
export class HostLink {
  readonly #parts: HostLinkParts
  readonly #turns = new Turns()
  readonly #closing = new AbortController()
  #connection: HostConnection | null = null
  #lettingGo: Promise<unknown> = Promise.resolve()
  #cancelEcho: () => void = () => undefined
  #cancelIdle: () => void = () => undefined
  #closed: Promise<void> | null = null

  constructor(parts: HostLinkParts) {
    this.#parts = parts
  }

  /**
   * Sends one question when all before it are over, and waits for its answer. Never rejects but where the question
   * cannot be packed.
   * @param patienceMs from when it is sent
   * @throws Iso8583Error before anything is sent
   */
  async ask(question: Message, patienceMs: number, signal?: AbortSignal): Promise<Asked> {
    const bytes = this.#framed(question)
    return this.#inTurn(signal, async (connection, stop) => {
      const isAnswer = answersTo(question, this.#parts.dialect.talk)
      return connection.ask({ bytes, isAnswer, patienceMs, signal: stop })
    })
  }

  /** Opens the line and signs on, if it is not open yet. @returns `null` once it is */
  async reach(signal?: AbortSignal): Promise<NoAnswer | null> {
    return this.#inTurn(signal, async () => null)
  }

  /** Signs off and lets the line go; questions under way and in line end as called off. Idempotent. */
  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    this.#closing.abort()
    await this.#letGo()
  }

  async #inTurn<T>(
    signal: AbortSignal | undefined,
    talk: (connection: HostConnection, stop: AbortSignal) => Promise<T>,
  ): Promise<T | NoAnswer> {
    const stop = signal === undefined ? this.#closing.signal : AbortSignal.any([signal, this.#closing.signal])
    const leave = await this.#turns.take(stop)
    if (leave === null) return noAnswer('aborted', false, 'called off before its turn')
    this.#cancelEcho()
    this.#cancelIdle()
    try {
      const connection = await this.#ready(stop)
      return connection instanceof HostConnection ? await talk(connection, stop) : connection
    } finally {
      this.#echoLater()
      this.#cancelIdle = this.#later(this.#parts.dialect.timings.idleMs, () => this.#letGo())
      leave()
    }
  }

  /** The line that is open, or another one, signed on. */
  async #ready(stop: AbortSignal): Promise<HostConnection | NoAnswer> {
    if (this.#connection?.isOpen) return this.#connection
    this.#drop()
    await this.#lettingGo
    const { transport, timers, dialect, packager } = this.#parts
    try {
      const link = await openLink(transport, timers, dialect.timings.connectMs, stop)
      this.#connection = new HostConnection(link, { packager, framing: dialect.framing, timers })
    } catch (error) {
      return noAnswer(stop.aborted ? 'aborted' : 'noNetwork', false, (error as Error).message)
    }
    const refusal = await this.#signOn(this.#connection, stop)
    if (refusal === null) return this.#connection
    this.#drop()
    return refusal
  }

  /** @returns `null` once signed on, or where the dialect has no such thing; never a byte of a question is sent */
  async #signOn(connection: HostConnection, stop: AbortSignal): Promise<NoAnswer | null> {
    const { network, dialect } = this.#parts
    const signOn = network.signOn()
    if (signOn === null) return null
    const asked = await this.#talk(connection, signOn, dialect.timings.answerMs, stop)
    if (asked.answer === 'none') return { ...asked, sent: false, detail: `signing on: ${asked.detail}` }
    const code = answerCode(asked.message)
    if (code !== null && dialect.talk.codes.agreed.includes(code)) return null
    return noAnswer('notSignedOn', false, `the host does not sign us on: ${code ?? 'no code'}`)
  }

  #talk(
    connection: HostConnection,
    message: Message,
    patienceMs: number,
    signal: AbortSignal,
  ): Promise<Asked> {
    const isAnswer = answersTo(message, this.#parts.dialect.talk)
    return connection.ask({ bytes: this.#framed(message), isAnswer, patienceMs, signal })
  }

  #framed(message: Message): Uint8Array {
    const { packager, dialect } = this.#parts
    return frame(packager.pack(message), dialect.framing)
  }

  #echoLater(): void {
    this.#cancelEcho = this.#later(this.#parts.dialect.timings.echoMs, () => this.#echo())
  }

  /** A line that nobody hears any more is found out while nothing depends on it. */
  async #echo(): Promise<void> {
    const leave = await this.#turns.take(this.#closing.signal)
    if (leave === null) return
    const { network, dialect } = this.#parts
    const echo = network.echo()
    if (echo !== null && this.#connection?.isOpen) {
      await this.#talk(this.#connection, echo, dialect.timings.answerMs, this.#closing.signal)
      this.#echoLater()
    }
    leave()
  }

  /** Called again and again, and after the till let go, it does nothing. */
  async #letGo(): Promise<void> {
    const leave = await this.#turns.take(never)
    this.#cancelEcho()
    this.#cancelIdle()
    const signOff = this.#parts.network.signOff()
    if (signOff !== null && this.#connection?.isOpen) {
      await this.#talk(this.#connection, signOff, farewellMs, never)
    }
    this.#drop()
    await this.#lettingGo
    leave?.()
  }

  #drop(): void {
    const connection = this.#connection
    this.#connection = null
    if (connection === null) return
    const enough = new AbortController()
    const limit = pause(this.#parts.timers, farewellMs, enough.signal)
    this.#lettingGo = Promise.race([connection.close(), limit]).finally(() => enough.abort())
  }

  /** Later, if the line is still open now. */
  #later(delayMs: number, run: () => Promise<void>): () => void {
    if (!this.#connection?.isOpen) return () => undefined
    return this.#parts.timers.after(delayMs, () => void run())
  }
}
