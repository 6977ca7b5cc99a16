import { type Apdu, notPossibleReply, positiveReply } from './apdu.ts'
import type { LineParts, ZvtLine } from './line.ts'
import { type Completion, readMessage } from './message.ts'
import { SlipTray } from './print.ts'
import type { StatusInformation } from './status.ts'

/** How a command that moves no money ended. */
export type Asked =
  | {
      readonly kind: 'completed'
      readonly completion: Completion
      readonly statuses: readonly StatusInformation[]
      readonly slip: readonly string[]
    }
  /** 84 xx, or 06 1E once it ran. */
  | { readonly kind: 'refused' | 'aborted'; readonly code: string }
  /** `heard`: something came, but no answer to this. */
  | { readonly kind: 'noAnswer'; readonly heard: 'nothing' | 'otherMessages' | 'noise' }
  | { readonly kind: 'lineLost'; readonly detail: string }

export interface Question {
  readonly command: Uint8Array
  /** T4 of this command, ms. */
  readonly waitMs: number
  /**
   * Whether 04 0F belongs to it. If not, one that comes is of a payment that nobody here waits for: to acknowledge it would
   * make it final.
   */
  readonly takesStatus: boolean
}

/** A terminal that ends no command would otherwise be listened to for ever. */
const mostStatuses = 32

/** Sends one command and serves the terminal until it has ended it. Never rejects. */
export function ask(line: ZvtLine, question: Question, parts: LineParts): Promise<Asked> {
  return new Promise((resolve) => new Asking(line, question, parts, resolve).start())
}

class Asking {
  readonly #line: ZvtLine
  readonly #question: Question
  readonly #parts: LineParts
  readonly #resolve: (asked: Asked) => void
  readonly #statuses: StatusInformation[] = []
  readonly #tray = new SlipTray()
  #running = false
  #others = false
  #cancelWait: () => void = () => undefined

  constructor(line: ZvtLine, question: Question, parts: LineParts, resolve: (asked: Asked) => void) {
    this.#line = line
    this.#question = question
    this.#parts = parts
    this.#resolve = resolve
  }

  start(): void {
    this.#wait(this.#parts.timings.replyMs)
    this.#line.listen(
      (apdu) => this.#hear(apdu),
      (detail) => this.#end({ kind: 'lineLost', detail }),
    )
    this.#send(this.#question.command)
  }

  #hear(apdu: Apdu): void {
    const message = readMessage(apdu)
    if (!this.#running) {
      if (message.type === 'refused') return this.#end({ kind: 'refused', code: message.code })
      // Before its reply nothing is an answer to our command; what comes belongs to a former one.
      if (message.type !== 'accepted') this.#others = true
      else {
        this.#running = true
        this.#wait(this.#question.waitMs)
      }
      return
    }
    switch (message.type) {
      case 'completed': {
        const { completion } = message
        const card = this.#statuses.at(-1)?.card ?? null
        this.#answerAndEnd({
          kind: 'completed',
          completion,
          statuses: this.#statuses,
          slip: this.#tray.slip(card),
        })
        return
      }
      case 'aborted':
        return this.#answerAndEnd({ kind: 'aborted', code: message.code ?? '' })
      case 'status':
        if (!this.#question.takesStatus) {
          this.#others = true
          return
        }
        if (this.#statuses.length < mostStatuses) this.#statuses.push(message.status)
        return this.#serve(positiveReply, this.#question.waitMs)
      case 'print':
        this.#tray.add(message.printed)
        return this.#serve(positiveReply, this.#question.waitMs)
      case 'progress':
        return this.#serve(positiveReply, message.waitMs ?? this.#question.waitMs)
      case 'other':
        return this.#serve(notPossibleReply, this.#question.waitMs)
      default:
        // A second reply changes nothing.
        return
    }
  }

  #serve(reply: Uint8Array, waitMs: number): void {
    this.#wait(waitMs)
    this.#send(reply)
  }

  /** The terminal's last word is acknowledged before the line is closed under it. */
  #answerAndEnd(asked: Asked): void {
    this.#cancelWait()
    this.#line.silence()
    this.#line.send(positiveReply).then(
      () => this.#resolve(asked),
      () => this.#resolve(asked),
    )
  }

  #send(apdu: Uint8Array): void {
    this.#line.send(apdu).catch((error: Error) => this.#end({ kind: 'lineLost', detail: error.message }))
  }

  #wait(ms: number): void {
    this.#cancelWait()
    this.#cancelWait = this.#parts.timers.after(ms, () =>
      this.#end({
        kind: 'noAnswer',
        heard: this.#others ? 'otherMessages' : this.#line.noisy ? 'noise' : 'nothing',
      }),
    )
  }

  #end(asked: Asked): void {
    this.#cancelWait()
    this.#line.silence()
    this.#resolve(asked)
  }
}
