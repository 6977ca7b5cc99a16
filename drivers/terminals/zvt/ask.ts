import { type Apdu, notPossibleReply, positiveReply } from './apdu.ts'
import type { LineParts, ZvtLine } from './line.ts'
import { type Completion, type Message, readMessage } from './message.ts'
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
   * Whether 04 0F belongs to it. If not, one that comes is of a payment that nobody here waits for: to acknowledge
   * it would make it final.
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
    if (this.#running) {
      this.#serveMaster(message)
    } else if (message.type === 'refused') {
      this.#end({ kind: 'refused', code: message.code })
    } else if (message.type === 'accepted') {
      this.#running = true
      this.#wait(this.#question.waitMs)
    } else {
      // Before its reply nothing is an answer to our command; what comes belongs to a former one.
      this.#others = true
    }
  }

  #serveMaster(message: Message): void {
    const { waitMs, takesStatus } = this.#question
    switch (message.type) {
      case 'completed':
        this.#answerAndEnd({
          kind: 'completed',
          completion: message.completion,
          statuses: this.#statuses,
          slip: this.#tray.slip(this.#statuses.at(-1)?.card ?? null),
        })
        break
      case 'aborted':
        this.#answerAndEnd({ kind: 'aborted', code: message.code ?? '' })
        break
      case 'status':
        if (takesStatus) this.#keep(message.status)
        else this.#others = true
        break
      case 'print':
        this.#tray.add(message.printed)
        this.#serve(positiveReply, waitMs)
        break
      case 'progress':
        this.#serve(positiveReply, message.waitMs ?? waitMs)
        break
      case 'other':
        this.#serve(notPossibleReply, waitMs)
        break
      default:
        // A second reply changes nothing.
        break
    }
  }

  #keep(status: StatusInformation): void {
    if (this.#statuses.length < mostStatuses) this.#statuses.push(status)
    this.#serve(positiveReply, this.#question.waitMs)
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
