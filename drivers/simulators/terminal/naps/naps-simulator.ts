import { appendFileSync } from 'node:fs'
import type { Timers } from '#drivers/transport/timers.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import type { Moment } from './answers.ts'
import { plainAnswer } from './answers.ts'
import { ChargeBook, type ChargeEvent } from './book.ts'
import type { NapsFault, Terminator } from './faults.ts'
import { TerminalLine } from './line.ts'
import { PaymentDesk } from './payment-desk.ts'
import { answerRecord, answerTotals, answerVoid, answerVoidLookup, type VoidLookup } from './records.ts'
import { referencingSlip } from './slip.ts'
import type { NapsSimulatorTimings } from './timings.ts'
import { napsSimulatorTimings } from './timings.ts'
import type { Fields, Heard } from './tlv.ts'

export interface NapsSimulatorOptions {
  readonly timings?: Partial<NapsSimulatorTimings>
  /** Faults of the first charge. */
  readonly faults?: readonly NapsFault[]
  readonly terminator?: Terminator
  /** Path of a file that every charge event is appended to, one JSON object a line. */
  readonly journal?: string
  /** The terminal's own wall clock; its date and time appear in messages. */
  readonly clock?: () => { readonly utcMs: number; readonly offsetMinutes: number }
  readonly timers?: Timers
  /** Told of every charge event as it happens. */
  readonly onCharge?: (event: ChargeEvent) => void
  /** What the terminal's own screen shows; `null`: "Attente Caisse". */
  readonly onDisplay?: (step: TerminalStep | null) => void
}

export interface NapsSimulator {
  /** A client came: TCP connection, serial line or memory. */
  accept(link: Link): void
  /** @param times how many charges it holds for, default 1. `none` takes all faults away. */
  setFault(fault: NapsFault, times?: number): void
  /** Everything that happened to money, in order. */
  journal(): readonly ChargeEvent[]
  /** Charges that stand now, in centimes: approved or confirmed, not reversed or voided. */
  standing(): readonly { readonly sequence: string; readonly amountMinor: number }[]
  /** Stops its clocks; open approvals are never reversed then, as on a terminal without power. */
  close(): void
}

/** A NAPS Pay terminal as a program (guide v1.1). What it leaves out: README.md beside it. */
export function napsSimulator(options: NapsSimulatorOptions = {}): NapsSimulator {
  return new Simulator(options)
}

class Simulator implements NapsSimulator {
  readonly #options: NapsSimulatorOptions
  readonly #timers: Timers
  readonly #timings: NapsSimulatorTimings
  readonly #book: ChargeBook
  readonly #desk: PaymentDesk
  readonly #faults = new Map<NapsFault, number>()
  #lookup: VoidLookup | null = null
  #lastAnswer = ''
  #closed = false

  constructor(options: NapsSimulatorOptions) {
    this.#options = options
    this.#timers = options.timers ?? realTimers
    this.#timings = { ...napsSimulatorTimings, ...options.timings }
    this.#book = new ChargeBook((event) => {
      if (options.journal !== undefined) appendFileSync(options.journal, `${JSON.stringify(event)}\n`)
      options.onCharge?.(event)
    })
    this.#desk = new PaymentDesk({
      book: this.#book,
      timers: this.#timers,
      timings: this.#timings,
      now: () => this.#now(),
      say: (line, text, faults) => this.#say(line, text, faults),
      display: options.onDisplay ?? (() => undefined),
    })
    for (const fault of options.faults ?? []) this.setFault(fault)
  }

  accept(link: Link): void {
    const line = new TerminalLine(link, this.#timers, this.#timings, (from, heard) => this.#hear(from, heard))
    if (this.#faults.has('staleFrame')) void this.#say(line, this.#desk.staleAnswer(), new Set())
  }

  setFault(fault: NapsFault, times = 1): void {
    if (fault === 'none' || times < 1) this.#faults.clear()
    else this.#faults.set(fault, times)
  }

  journal(): readonly ChargeEvent[] {
    return this.#book.events()
  }

  standing(): readonly { readonly sequence: string; readonly amountMinor: number }[] {
    const standing = new Map<string, { readonly sequence: string; readonly amountMinor: number }>()
    for (const { event, stan, sequence, amountMinor } of this.#book.events()) {
      if (event === 'approved') standing.set(stan, { sequence, amountMinor })
      if (event === 'reversed' || event === 'voided') standing.delete(stan)
    }
    return [...standing.values()]
  }

  close(): void {
    this.#closed = true
    this.#desk.close()
  }

  #hear(line: TerminalLine, heard: Heard): void {
    // Nonsense is not answered: a terminal cannot even know whom to echo.
    if (this.#closed || heard.kind === 'nonsense') return
    const { fields, missing } = heard
    const type = fields['001'] ?? ''
    if (type === '001') {
      const faults = this.#takeFaults()
      if (missing.length > 0) this.#soon(line, plainAnswer('101', fields, '904', this.#now()))
      else this.#desk.pay(line, fields, faults)
      return
    }
    if (type === '002') {
      if (missing.length > 0) this.#soon(line, plainAnswer('102', fields, '904', this.#now()))
      else this.#desk.confirm(line, fields)
      return
    }
    if (type === '012') {
      this.#desk.reset(line, fields)
      return
    }
    const answer = this.#answerRecordRequest(type, fields, missing)
    if (answer !== null) this.#soon(line, answer)
  }

  /** Everything that is not about the payment under way. `null`: a message type it does not know. */
  #answerRecordRequest(type: string, fields: Fields, missing: readonly string[]): string | null {
    const now = this.#now()
    const answerType = `1${type.slice(1)}`
    if (missing.length > 0) return plainAnswer(answerType, fields, '904', now)
    const ready = this.#desk.idle || type === '009'
    if (!ready) return plainAnswer(answerType, fields, '909', now)
    switch (type) {
      case '003': {
        const found = answerVoidLookup(this.#book, fields, now, this.#faults.has('directVoid'))
        if (this.#faults.has('directVoid')) this.#takeFaults()
        this.#lookup = found.lookup
        return found.text
      }
      case '004': {
        const lookup = this.#lookup
        this.#lookup = null
        return answerVoid(this.#book, fields, now, lookup)
      }
      case '008':
        return answerRecord(this.#book, fields, now)
      case '009':
        return plainAnswer('109', fields, '000', now)
      case '010':
        return answerTotals(this.#book, fields, now)
      case '011':
      case '013':
        return plainAnswer(answerType, fields, '000', now, [['010', referencingSlip()]])
      default:
        return null
    }
  }

  #soon(line: TerminalLine, text: string): void {
    this.#timers.after(this.#timings.answerMs, () => void this.#say(line, text, new Set()))
  }

  async #say(line: TerminalLine, text: string, faults: ReadonlySet<NapsFault>): Promise<void> {
    if (this.#closed) return
    const { terminator = '?' } = this.#options
    const before = faults.has('merge')
      ? `${this.#lastAnswer || this.#desk.staleAnswer()}${terminator}`
      : faults.has('staleFrame')
        ? `${this.#desk.staleAnswer()}${terminator}`
        : ''
    const noise = faults.has('noise') ? [0x00, 0xff, 0x30, 0x30, 0x31, 0x30, 0x41, 0x80, 0x2a] : []
    this.#lastAnswer = text
    await line.say(text, {
      terminator,
      before: Uint8Array.from([...noise, ...new TextEncoder().encode(before)]),
      fragment: faults.has('fragment'),
    })
  }

  /** The faults of this charge; each counts down. */
  #takeFaults(): ReadonlySet<NapsFault> {
    const taken = new Set(this.#faults.keys())
    for (const [fault, times] of this.#faults) {
      if (times <= 1) this.#faults.delete(fault)
      else this.#faults.set(fault, times - 1)
    }
    return taken
  }

  #now(): Moment {
    const { utcMs, offsetMinutes } = this.#options.clock?.() ?? machineClock()
    const iso = new Date(utcMs + offsetMinutes * 60_000).toISOString()
    return {
      date: `${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(0, 4)}`,
      time: `${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}`,
    }
  }
}

const machineClock = (): { readonly utcMs: number; readonly offsetMinutes: number } => {
  const now = new Date()
  return { utcMs: now.getTime(), offsetMinutes: -now.getTimezoneOffset() }
}
