import { setImmediate as turn } from 'node:timers/promises'
import { pause, realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import type { Printer, PrinterFault, PrinterProfile, PrinterStatus, PrintOutcome } from '../printer.ts'
import { PrinterLine } from '../printer-line.ts'
import { type JobSteps, runJob, statusFrom, unreachable } from '../run-job.ts'
import { type PrinterTimings, printerTimings } from '../timings.ts'
import { codePagesJob } from './code-pages-page.ts'
import { kick } from './commands.ts'
import { askInOrder, isInOrder, recover, restOfStrip } from './control.ts'
import { Conversation } from './conversation.ts'
import { type EncodedJob, encodeDocument } from './encode.ts'
import { type Proof, provePrinted, questionOf } from './proof.ts'

export interface EscposPrinterOptions {
  readonly name: string
  readonly transport: Transport
  readonly profile: PrinterProfile
  readonly timings?: Partial<PrinterTimings>
  readonly timers?: Timers
}

/**
 * An ESC/POS receipt printer on any transport.
 *
 * A printer that its profile says can be asked and that does not answer gets no byte of a job (`notStarted`,
 * `noAnswer`): printed blindly, a job could only ever end as done without anybody knowing, or be doubted every time. Who
 * has such a clone chooses a profile that does not ask. On a wire that carries nothing back nobody is asked either.
 */
export function escposPrinter(options: EscposPrinterOptions): Printer {
  return new EscposPrinter(options)
}

class EscposPrinter implements Printer {
  readonly name: string
  readonly profile: PrinterProfile
  readonly #transport: Transport
  readonly #timings: PrinterTimings
  readonly #timers: Timers
  readonly #line: PrinterLine
  /** Whether anybody can be asked on this wire. */
  readonly #asks: boolean
  /** Whether it answers GS r, found out once. */
  #answersInOrder: boolean | null = null
  /** The last job broke off somewhere inside its bytes. */
  #brokenOff = false
  /** Number of the next job. Not from zero: an answer to a job of the till's last run must not fit. */
  #jobs: number

  constructor({ name, transport, profile, timings, timers = realTimers }: EscposPrinterOptions) {
    this.name = name
    this.profile = profile
    this.#transport = transport
    this.#timings = { ...printerTimings, ...timings }
    this.#timers = timers
    this.#line = new PrinterLine({ transport, timings: this.#timings, timers })
    this.#asks = profile.status !== 'none' && transport.oneWay !== true
    this.#jobs = Math.floor(timers.nowMs())
  }

  print(document: PaperDocument): Promise<PrintOutcome> {
    return this.#print(() => encodeDocument(document, this.profile))
  }

  printCodePages(): Promise<PrintOutcome> {
    return this.#print(() => codePagesJob(this.profile))
  }

  kickDrawer(): Promise<PrintOutcome> {
    const { drawer } = this.profile
    if (drawer === null) return Promise.resolve({ outcome: 'notStarted', reason: 'offline' })
    return this.#line.inTurn(() =>
      this.#run((talk) => ({
        job: () => kick(drawer),
        prove: () => async () => {
          if (!this.#asks) return talk.lost ? 'lineLost' : null
          return (await talk.condition()).fault
        },
      })),
    )
  }

  status(): Promise<PrinterStatus> {
    return this.#line.inTurn(async () => {
      const found = await this.#line.withLink(async (link): Promise<PrinterStatus> => {
        if (!this.#asks) return { reachable: true, fault: null, paperLow: false }
        const talk = await this.#talk(link)
        return statusFrom(() => talk.condition())
      })
      return found ?? unreachable
    })
  }

  close(): Promise<void> {
    return this.#line.close()
  }

  #print(encode: () => EncodedJob): Promise<PrintOutcome> {
    return this.#line.inTurn(async (): Promise<PrintOutcome> => {
      // Native memory of the drawn lines is only given back when the event loop turns.
      await turn()
      const encoded = encodedOrNull(encode)
      if (encoded === null) return { outcome: 'notStarted', reason: 'offline' }
      const id = String(this.#jobs++ % 10_000).padStart(4, '0')
      return this.#run((talk) => ({
        job: () => Buffer.concat([encoded.bytes, questionOf(this.#proof(id))]),
        prove: () => {
          if (!this.#asks) return async () => (talk.lost ? 'lineLost' : null)
          const { heightDots } = encoded
          const proof = this.#proof(id)
          return provePrinted(talk, { proof, heightDots, timings: this.#timings, timers: this.#timers })
        },
      }))
    })
  }

  async #run(steps: (talk: Conversation) => Pick<JobSteps, 'job' | 'prove'>): Promise<PrintOutcome> {
    const result = await this.#line.withLink(async (link) => {
      const talk = await this.#talk(link)
      const { job, prove } = steps(talk)
      return runJob(talk, {
        before: () => this.#readiness(talk),
        job: () => (this.#brokenOff ? Buffer.concat([restOfStrip(this.profile), job()]) : job()),
        prove,
        unasked: () => talk.unasked,
      })
    })
    if (result === null) return { outcome: 'notStarted', reason: 'unreachable' }
    const { brokenOff, ...outcome } = result
    if (outcome.outcome !== 'notStarted') this.#brokenOff = brokenOff
    return outcome
  }

  async #talk(link: Link): Promise<Conversation> {
    const talk = new Conversation({
      link,
      timings: this.#timings,
      timers: this.#timers,
      wholeJobs: this.#transport.wholeJobs === true,
    })
    if (this.#asks) await pause(this.#timers, this.#timings.settleMs)
    return talk
  }

  /** Asks how it is, and brings it back from an error that somebody has mended since. */
  async #readiness(talk: Conversation): Promise<PrinterFault | null> {
    if (!this.#asks) return null
    let found = await talk.condition()
    if (found.recoverable) {
      talk.say(recover)
      await pause(this.#timers, this.#timings.recoverMs)
      found = await talk.condition()
    }
    if (found.fault === null && this.profile.status === 'realtime' && this.#answersInOrder === null)
      this.#answersInOrder = await this.#learnOrder(talk)
    return found.fault
  }

  /** One that is busy with another till's job for too long counts as one that does not answer: then time must do. */
  async #learnOrder(talk: Conversation): Promise<boolean> {
    const answer = talk.hear(
      (reply) => (reply.kind === 'other' && isInOrder(reply.byte) ? true : null),
      this.#timings.statusMs,
    )
    talk.say(askInOrder)
    return (await answer) === true
  }

  #proof(id: string): Proof {
    if (this.#asks && this.profile.status === 'processId') return { kind: 'processId', id }
    return { kind: this.#asks && this.#answersInOrder === true ? 'inOrder' : 'time' }
  }
}

/** `null` for a document that cannot be laid out: `print` always resolves, and nothing has left. */
function encodedOrNull(encode: () => EncodedJob): EncodedJob | null {
  try {
    return encode()
  } catch {
    return null
  }
}
