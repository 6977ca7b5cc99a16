import { setImmediate as turn } from 'node:timers/promises'
import { pause, realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import type { Printer, PrinterFault, PrinterProfile, PrinterStatus, PrintOutcome } from './printer.ts'
import { PrinterLine } from './printer-line.ts'
import { type JobSteps, runJob, type SentJob, statusFrom, unreachable } from './run-job.ts'
import { inShortStrips } from './short-strips.ts'
import type { Talk, TalkParts } from './talk.ts'
import { type PrinterTimings, printerTimings } from './timings.ts'

export interface LinePrinterOptions {
  readonly name: string
  readonly transport: Transport
  readonly profile: PrinterProfile
  readonly timings?: Partial<PrinterTimings>
  readonly timers?: Timers
}

/** What a language is made for. */
export interface LanguageParts {
  readonly profile: PrinterProfile
  readonly timings: PrinterTimings
  readonly timers: Timers
}

/** The bytes of a job, whatever the language. */
export interface EncodedJob {
  readonly bytes: Uint8Array
  /** Length of the paper, about: what the estimate of the printing time needs. */
  readonly heightDots: number
  /** Where a command ends and a question may stand, bytes from the start, ascending. Absent: nowhere. */
  readonly breaks?: readonly number[]
}

/** An open line in some language. */
export interface PrinterTalk extends Pick<Talk<unknown>, 'send' | 'lost'> {
  /** What the printer said by itself, if it did. */
  readonly unasked: PrinterFault | null
  /** Asks how it is. @throws Interrupted `noAnswer` or `lineLost`. */
  condition(): Promise<Pick<PrinterStatus, 'fault' | 'paperLow'>>
}

/** What is left to a language when line, turns and outcomes are taken care of. */
export interface PrinterLanguage<T extends PrinterTalk> {
  talk(parts: Omit<TalkParts<never>, 'read' | 'flowOf'>): T
  /** @throws Error for a document that cannot be laid out */
  encode(document: PaperDocument): EncodedJob
  codePages(): EncodedJob
  kick(drawer: NonNullable<PrinterProfile['drawer']>): Uint8Array
  /** Ends a line that a broken-off job left and says every mode of it, where clones do not know how to start anew. */
  readonly afresh?: Uint8Array
  /** The steps of a job on a printer that can be asked, without what a broken-off one needs first. */
  steps(talk: T, job: EncodedJob): Omit<JobSteps, 'unasked'>
  /** The same for a drawer kick. */
  kickSteps(talk: T, kick: Uint8Array): Omit<JobSteps, 'unasked'>
}

/**
 * A receipt printer on any transport, in any language: gives the guarantees of `Printer`.
 *
 * A printer that its profile says can be asked and that does not answer gets no byte of a job (`notStarted`,
 * `noAnswer`): printed blindly, a job could only ever end as done without anybody knowing, or be doubted every time. Who
 * has such a clone chooses a profile that does not ask. On a wire that carries nothing back nobody is asked either.
 */
export class LinePrinter<T extends PrinterTalk> implements Printer {
  readonly name: string
  readonly profile: PrinterProfile
  readonly #language: PrinterLanguage<T>
  readonly #transport: Transport
  readonly #timings: PrinterTimings
  readonly #timers: Timers
  readonly #line: PrinterLine
  /** Whether anybody can be asked on this wire. */
  readonly #asks: boolean
  /** The last job broke off somewhere inside its bytes. */
  #brokenOff = false

  constructor(options: LinePrinterOptions, speak: (parts: LanguageParts) => PrinterLanguage<T>) {
    const { name, transport, profile, timings, timers = realTimers } = options
    this.name = name
    this.#transport = transport
    this.#timings = { ...printerTimings, ...timings }
    this.#timers = timers
    this.profile = inShortStrips(profile, transport, this.#timings.statusMs)
    this.#language = speak({ profile: this.profile, timings: this.#timings, timers })
    this.#line = new PrinterLine({ transport, timings: this.#timings, timers })
    this.#asks = profile.status !== 'none' && transport.oneWay !== true
  }

  print(document: PaperDocument): Promise<PrintOutcome> {
    return this.#print(() => this.#language.encode(document))
  }

  printCodePages(): Promise<PrintOutcome> {
    return this.#print(() => this.#language.codePages())
  }

  kickDrawer(): Promise<PrintOutcome> {
    const { drawer } = this.profile
    if (drawer === null) return Promise.resolve({ outcome: 'notStarted', reason: 'offline' })
    const kick = this.#language.kick(drawer)
    return this.#line.inTurn(() => this.#run(kick, (talk) => this.#language.kickSteps(talk, kick)))
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
      const job = encodedOrNull(encode)
      if (job === null) return { outcome: 'notStarted', reason: 'offline' }
      return this.#run(job.bytes, (talk) => this.#language.steps(talk, job))
    })
  }

  async #run(bytes: Uint8Array, asking: (talk: T) => Omit<JobSteps, 'unasked'>): Promise<PrintOutcome> {
    const result = await this.#line.withLink(async (link) => {
      const talk = await this.#talk(link)
      const steps = this.#asks ? asking(talk) : blindly(talk, bytes)
      return runJob(talk, {
        ...steps,
        job: () => (this.#brokenOff ? behind(this.#remedy(), steps.job()) : steps.job()),
        unasked: () => talk.unasked,
      })
    })
    if (result === null) return { outcome: 'notStarted', reason: 'unreachable' }
    const { brokenOff, ...outcome } = result
    if (outcome.outcome !== 'notStarted') this.#brokenOff = brokenOff
    return outcome
  }

  /** What goes before the job after one that broke off. */
  #remedy(): Uint8Array {
    const { afresh = new Uint8Array() } = this.#language
    return Buffer.concat([restOfStrip(this.profile), afresh])
  }

  async #talk(link: Link): Promise<T> {
    const talk = this.#language.talk({
      link,
      timings: this.#timings,
      timers: this.#timers,
      wholeJobs: this.#transport.wholeJobs === true,
      bytesPerSecond: this.#transport.bytesPerSecond,
    })
    if (this.#asks) await pause(this.#timers, this.#timings.settleMs)
    return talk
  }
}

/** On a wire or a printer that says nothing: done is that the wire took it. */
const blindly = (talk: PrinterTalk, bytes: Uint8Array): Omit<JobSteps, 'unasked'> => ({
  before: async () => null,
  job: () => ({ bytes }),
  prove: () => async () => (talk.lost ? 'lineLost' : null),
})

/**
 * After a job that broke off: as many NULs as the largest strip has bytes. A printer that still waits for the rest of a
 * picture gets it, white; any other ignores them. Then the first command of the next job is one, and not a row of dots.
 */
const restOfStrip = ({ stripRows, widthDots }: PrinterProfile): Uint8Array =>
  new Uint8Array(stripRows * Math.ceil(widthDots / 8))

/** The job behind something else. */
const behind = (first: Uint8Array, { bytes, breaks = [] }: SentJob): SentJob => ({
  bytes: Buffer.concat([first, bytes]),
  breaks: breaks.map((at) => at + first.length),
})

/** `null` for a document that cannot be laid out: `print` always resolves, and nothing has left. */
function encodedOrNull(encode: () => EncodedJob): EncodedJob | null {
  try {
    return encode()
  } catch {
    return null
  }
}
