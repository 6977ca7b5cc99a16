import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { readSpoolerAnswer, type SpoolerAnswer } from './spooler-answers.ts'
import { spoolerParameters } from './spooler-program.ts'
import type { Timers } from './timers.ts'
import { TransportError } from './transport.ts'

/** The longest line that can be an answer: some thousand names. Beyond it, it is none. */
const longestAnswer = 256 * 1024
/** How much of what PowerShell complains of goes into an error, characters. */
const longestComplaint = 300

/** One PowerShell with the spooler's program in it: a question, an answer, and so on. */
export class SpoolerTalk {
  /** Resolves with why it ended, unless `end` was called before. */
  readonly gone: Promise<TransportError>
  readonly #child: ChildProcessWithoutNullStreams
  readonly #timers: Timers
  readonly #endMs: number
  readonly #closed: Promise<void>
  readonly #tellGone: (error: TransportError) => void
  #waiting: { answer(answer: SpoolerAnswer): void; fail(error: TransportError): void } | null = null
  #over: TransportError | null = null
  #ending = false
  #heard = ''
  #complaint = ''

  /** @param endMs how long it may take to end when it is asked nothing more */
  constructor(program: string, timers: Timers, endMs: number) {
    this.#timers = timers
    this.#endMs = endMs
    const gone = Promise.withResolvers<TransportError>()
    this.gone = gone.promise
    this.#tellGone = gone.resolve
    const child = spawn(program, spoolerParameters, { stdio: 'pipe', windowsHide: true })
    this.#child = child
    child.stdout.setEncoding('latin1').on('data', (text: string) => this.#hear(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(0, longestComplaint)
    })
    // A program that ended takes no more questions; that it ended is told by itself.
    child.stdin.on('error', () => undefined)
    const closed = Promise.withResolvers<void>()
    this.#closed = closed.promise
    child.on('error', (cause: NodeJS.ErrnoException) => {
      const detail = `PowerShell cannot be started: ${cause.message}`
      this.#fail(new TransportError(cause.code === 'ENOENT' ? 'unsupported' : 'io', detail, { cause }))
      closed.resolve()
    })
    child.on('close', (code, signal) => {
      const why = this.#complaint === '' ? '' : `: ${this.#complaint.trim()}`
      this.#fail(new TransportError('io', `PowerShell ended (${signal ?? code})${why}`))
      closed.resolve()
    })
  }

  /**
   * One question at a time. One that is not answered in time ends the program: nobody knows what its next answer is of.
   * @throws TransportError `timeout`, `aborted`, `unsupported` without PowerShell, `io` when it ended or talks nonsense
   */
  ask(question: string, withinMs: number, signal?: AbortSignal): Promise<SpoolerAnswer> {
    if (this.#over !== null) return Promise.reject(this.#over)
    const { promise, resolve, reject } = Promise.withResolvers<SpoolerAnswer>()
    const abort = (): void => this.#kill(new TransportError('aborted', 'gave up asking Windows'))
    const cancel = this.#timers.after(withinMs, () =>
      this.#kill(new TransportError('timeout', `PowerShell did not answer for ${withinMs} ms`)),
    )
    this.#waiting = { answer: resolve, fail: reject }
    this.#child.stdin.write(`${question}\n`)
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) abort()
    return promise.finally(() => {
      cancel()
      signal?.removeEventListener('abort', abort)
    })
  }

  /** Lets the program end by itself, and ends it when it does not. Never rejects. */
  async end(): Promise<void> {
    this.#ending = true
    this.#child.stdin.end()
    const cancel = this.#timers.after(this.#endMs, () => this.#child.kill())
    await this.#closed
    cancel()
  }

  #hear(text: string): void {
    this.#heard += text
    for (let at = this.#heard.indexOf('\n'); at >= 0 && this.#over === null; at = this.#heard.indexOf('\n')) {
      const answer = readSpoolerAnswer(this.#heard.slice(0, at))
      this.#heard = this.#heard.slice(at + 1)
      const waiting = this.#waiting
      this.#waiting = null
      if (answer === null || waiting === null) {
        this.#waiting = waiting
        this.#kill(new TransportError('io', 'PowerShell said what is no answer'))
        return
      }
      waiting.answer(answer)
    }
    if (this.#heard.length > longestAnswer)
      this.#kill(new TransportError('io', 'PowerShell said more than any answer has'))
  }

  #kill(error: TransportError): void {
    this.#fail(error)
    this.#child.kill()
  }

  #fail(error: TransportError): void {
    if (this.#over !== null) return
    this.#over = error
    this.#heard = ''
    this.#waiting?.fail(error)
    this.#waiting = null
    if (!this.#ending) this.#tellGone(error)
  }
}
