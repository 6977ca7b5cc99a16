import type { Timers } from '#drivers/transport/timers.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { ChargeJournal } from '../charge-journal.ts'
import { FaultShelf } from '../fault-shelf.ts'
import { withOneMore } from '../period-totals.ts'
import { settleFaults } from '../settle-faults.ts'
import { localTime } from '../terminal-clock.ts'
import type { ChargeEvent, SimulatorParts, StandingCharge, TerminalSimulator } from '../terminal-simulator.ts'
import type { Moment } from './answers.ts'
import { plainAnswer } from './answers.ts'
import { ChargeBook } from './book.ts'
import { type NapsFault, napsFaults, type Terminator } from './faults.ts'
import { TerminalLine } from './line.ts'
import { PaymentDesk } from './payment-desk.ts'
import { answerRecord, noTotalsAnswer, totalsAnswer } from './records.ts'
import { referencingSlip } from './slip.ts'
import type { NapsSimulatorTimings } from './timings.ts'
import { napsSimulatorTimings } from './timings.ts'
import type { Fields, Heard } from './tlv.ts'
import { type VoidAnswer, VoidDesk } from './void-desk.ts'

export interface NapsSimulatorOptions extends SimulatorParts {
  readonly timings?: Partial<NapsSimulatorTimings>
  readonly terminator?: Terminator
}

/** A NAPS Pay terminal as a program (guide v1.1). What it leaves out: README.md beside it. */
export function napsSimulator(options: NapsSimulatorOptions = {}): TerminalSimulator {
  return new NapsSimulator(options)
}

class NapsSimulator implements TerminalSimulator {
  readonly #options: NapsSimulatorOptions
  readonly #timers: Timers
  readonly #timings: NapsSimulatorTimings
  readonly #journal: ChargeJournal
  readonly #book: ChargeBook
  readonly #desk: PaymentDesk
  readonly #voids: VoidDesk
  readonly #faults = new FaultShelf<NapsFault>(napsFaults, settleFaults)
  /** In the order they came. */
  readonly #lines = new Set<TerminalLine>()
  #lastAnswer = ''
  #hasPower = true
  #closed = false

  constructor(options: NapsSimulatorOptions) {
    this.#options = options
    this.#timers = options.timers ?? realTimers
    this.#timings = { ...napsSimulatorTimings, ...options.timings }
    this.#journal = new ChargeJournal(options)
    this.#book = new ChargeBook(this.#journal)
    this.#voids = new VoidDesk(this.#book)
    this.#desk = new PaymentDesk({
      book: this.#book,
      timers: this.#timers,
      timings: this.#timings,
      now: () => this.#now(),
      say: (line, text, faults) => this.#say(line, text, faults),
      presentLine: () => [...this.#lines].at(-1) ?? null,
      display: options.onDisplay ?? (() => undefined),
    })
    for (const fault of options.faults ?? []) this.setFault(fault)
  }

  accept(link: Link): void {
    if (!this.#hasPower) {
      void link.close()
      return
    }
    const line = new TerminalLine(link, this.#timers, this.#timings, (from, heard) => this.#hear(from, heard))
    this.#lines.add(line)
    line.onGone(() => this.#lines.delete(line))
    if (this.#faults.has('staleFrame')) void this.#say(line, this.#desk.staleAnswer(), new Set())
  }

  setFault(fault: string, times = 1): void {
    this.#faults.set(fault, times)
  }

  journal(): readonly ChargeEvent[] {
    return this.#journal.events()
  }

  standing(): readonly StandingCharge[] {
    return this.#journal.standing()
  }

  powerCycle(awayMs: number): void {
    this.#hasPower = false
    this.#desk.powerOff()
    this.#voids.forget()
    for (const line of [...this.#lines]) line.drop()
    this.#timers.after(awayMs, () => {
      this.#hasPower = true
      if (!this.#closed) this.#desk.powerOn()
    })
  }

  /** Open approvals are never reversed then. */
  close(): void {
    this.#closed = true
    this.#desk.close()
  }

  #hear(line: TerminalLine, heard: Heard): void {
    // Nonsense is not answered: a terminal cannot even know whom to echo.
    if (this.#closed || !this.#hasPower || heard.kind === 'nonsense') return
    const { fields, missing } = heard
    const type = fields['001'] ?? ''
    const faults = type === '001' ? this.#faults.take() : new Set<NapsFault>()
    if (missing.length > 0) {
      this.#soon(line, plainAnswer(`1${type.slice(1)}`, fields, '904', this.#now()))
    } else if (type === '001') this.#desk.pay(line, fields, faults)
    else if (type === '002') this.#desk.confirm(line, fields)
    else if (type === '012') this.#desk.reset(line, fields)
    else if (!this.#desk.idle && type !== '009') {
      this.#soon(line, plainAnswer(`1${type.slice(1)}`, fields, '909', this.#now()))
    } else if (type === '003' || type === '004') this.#answerVoid(line, type, fields)
    else {
      const answer = this.#answerRecordRequest(type, fields)
      if (answer !== null) this.#soon(line, answer)
    }
  }

  /** Everything that moves no money. `null`: a message type it does not know, or one that it was told to leave unanswered. */
  #answerRecordRequest(type: string, fields: Fields): string | null {
    const now = this.#now()
    switch (type) {
      case '008':
        return answerRecord(this.#book, fields, now)
      case '009':
        return plainAnswer('109', fields, '000', now)
      case '010':
        return this.#endDay(fields, now)
      case '011':
      case '013':
        return plainAnswer(`1${type.slice(1)}`, fields, '000', now, [['010', referencingSlip()]])
      default:
        return null
    }
  }

  /** 010: what it counted leaves for the acquirer, and it counts from nothing. `null`: its answer never leaves. */
  #endDay(fields: Fields, now: Moment): string | null {
    if (this.#desk.waiting) return noTotalsAnswer(fields, now, '909')
    if (this.#faults.takeOne('settleRefused')) return noTotalsAnswer(fields, now, '992')
    const counted = this.#journal.period()
    this.#book.settle(`${now.date} ${now.time}`)
    if (this.#faults.takeOne('settleNoAnswer')) return null
    return totalsAnswer(fields, now, this.#faults.takeOne('wrongTotals') ? withOneMore(counted) : counted)
  }

  #answerVoid(line: TerminalLine, type: '003' | '004', fields: Fields): void {
    const now = this.#now()
    const atOnce = type === '003' && this.#faults.has('directVoid')
    const faults = type === '004' || atOnce ? this.#faults.take() : new Set<NapsFault>()
    const answer: VoidAnswer = atOnce
      ? this.#voids.voidAtOnce(fields, now, faults)
      : type === '003'
        ? this.#voids.lookUp(fields, now)
        : this.#voids.execute(fields, now, faults)
    if (answer === 'drops') line.drop()
    else if (answer !== 'nothing') this.#soon(line, answer.text, faults)
  }

  #soon(line: TerminalLine, text: string, faults: ReadonlySet<NapsFault> = new Set()): void {
    this.#timers.after(this.#timings.answerMs, () => void this.#say(line, text, faults))
  }

  async #say(line: TerminalLine, text: string, faults: ReadonlySet<NapsFault>): Promise<void> {
    if (this.#closed || !this.#hasPower) return
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

  #now(): Moment {
    const iso = localTime(this.#options.clock)
    return {
      date: `${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(0, 4)}`,
      time: `${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}`,
    }
  }
}
