import type { Timers } from '#drivers/transport/timers.ts'
import type { Says } from '../books/deeds.ts'
import type { Faults } from '../faults.ts'
import type { HostLine } from '../host-line.ts'
import type { AcquirerSimulatorTimings } from '../timings.ts'
import { framed } from '../wire/frames.ts'
import type { HostDialect } from '../wire/host-dialect.ts'
import type { Seal } from '../wire/mac.ts'
import type { HostMessage } from '../wire/message.ts'
import { MessageWriter } from '../wire/message-writer.ts'
import { answerTo, othersAnswer, spoiled } from './answers.ts'
import type { Request } from './request.ts'

/** Makes answers and lets them go, as the faults of their questions would have it. */
export class AnswerSender {
  readonly #dialect: HostDialect
  readonly #writer: MessageWriter
  readonly #timers: Timers
  readonly #timings: AcquirerSimulatorTimings
  readonly #due = new Set<() => void>()
  #closed = false

  constructor(dialect: HostDialect, seal: Seal | null, timers: Timers, timings: AcquirerSimulatorTimings) {
    this.#dialect = dialect
    this.#writer = new MessageWriter(dialect, seal)
    this.#timers = timers
    this.#timings = timings
  }

  send(line: HostLine, request: Request, says: Says, faults: Faults): void {
    if (this.#closed || faults.has('noAnswer')) return
    const { answerMs, lateMs, slowMs } = this.#timings
    const ms = faults.has('lateAnswer') ? Number(faults.get('lateAnswer') || lateMs) : answerMs
    const bytes = this.#bytes(request, says, faults)
    const leave = (): void => {
      if (faults.has('dropAfterCommit')) line.drop()
      else if (faults.has('slow')) line.saySlowly(bytes, this.#timers, Number(faults.get('slow') || slowMs))
      else line.say(bytes)
    }
    // Ten thousand tills at once: no clock for each answer that does not need one.
    if (ms === 0) leave()
    else this.#later(ms, leave)
  }

  /** What is still to be said never is. */
  close(): void {
    this.#closed = true
    for (const cancel of this.#due) cancel()
    this.#due.clear()
  }

  #later(ms: number, run: () => void): void {
    const cancel = this.#timers.after(ms, () => {
      this.#due.delete(cancel)
      run()
    })
    this.#due.add(cancel)
  }

  #bytes(request: Request, says: Says, faults: Faults): Buffer {
    const { talk } = this.#dialect
    const answer = answerTo(request, says, talk, (field, value) => this.#writer.takes(field, value))
    const frame = this.#frame(spoiled(answer, faults, talk), faults)
    return Buffer.concat([
      ...(faults.has('othersAnswer') ? [this.#frame(othersAnswer(answer), new Map())] : []),
      frame,
      ...(faults.has('twice') ? [frame] : []),
    ])
  }

  #frame(message: HostMessage, faults: Faults): Buffer {
    const body = this.#writer.write(message)
    return framed(damaged(body, faults), this.#dialect.framing)
  }
}

/** Inside a frame that is as it should be: a length that lies would only look like silence. */
function damaged(body: Buffer, faults: Faults): Buffer {
  if (faults.has('garbage')) return Buffer.alloc(body.length, 0xfe)
  return faults.has('truncated') ? body.subarray(0, Math.floor(body.length / 2)) : body
}
