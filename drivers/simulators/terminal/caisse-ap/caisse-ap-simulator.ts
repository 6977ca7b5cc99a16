import type { Timers } from '#drivers/transport/timers.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { ChargeJournal } from '../charge-journal.ts'
import { FaultShelf } from '../fault-shelf.ts'
import { localTime } from '../terminal-clock.ts'
import type { ChargeEvent, SimulatorParts, StandingCharge, TerminalSimulator } from '../terminal-simulator.ts'
import { done, notDone, redKey, staleAnswer, takenIntoAccount } from './answers.ts'
import type { CaisseApFault } from './faults.ts'
import { caisseApFaults } from './faults.ts'
import { TerminalLine } from './line.ts'
import type { CaisseApSimulatorTimings } from './timings.ts'
import { caisseApSimulatorTimings } from './timings.ts'
import type { Fields, Heard } from './tlv.ts'

export interface CaisseApSimulatorOptions extends SimulatorParts {
  readonly timings?: Partial<CaisseApSimulatorTimings>
}

/** A Caisse-AP terminal (version 3 over IP) as a program. What it leaves out: README.md beside it. */
export function caisseApSimulator(options: CaisseApSimulatorOptions = {}): TerminalSimulator {
  return new Simulator(options)
}

/** The operation under way; it belongs to the terminal, not to the connection it came on. */
interface Sale {
  readonly line: TerminalLine
  readonly request: Fields
  readonly faults: ReadonlySet<CaisseApFault>
}

class Simulator implements TerminalSimulator {
  readonly #options: CaisseApSimulatorOptions
  readonly #timers: Timers
  readonly #timings: CaisseApSimulatorTimings
  readonly #journal: ChargeJournal
  readonly #shelf: FaultShelf<CaisseApFault>
  readonly #lines = new Set<TerminalLine>()
  #sale: Sale | null = null
  #cancelWork: () => void = () => undefined
  #count = 0
  #lastAnswer = ''
  #power: 'on' | 'away' | 'off' = 'on'

  constructor(options: CaisseApSimulatorOptions) {
    this.#options = options
    this.#timers = options.timers ?? realTimers
    this.#timings = { ...caisseApSimulatorTimings, ...options.timings }
    this.#journal = new ChargeJournal(options)
    this.#shelf = new FaultShelf<CaisseApFault>(caisseApFaults.filter((fault) => fault !== 'none'))
    for (const fault of options.faults ?? []) this.setFault(fault)
  }

  accept(link: Link): void {
    if (this.#power !== 'on') {
      void link.close()
      return
    }
    const line = new TerminalLine(link, this.#timers, this.#timings, (from, heard) => this.#hear(from, heard))
    this.#lines.add(line)
    link.onClose(() => this.#lines.delete(line))
    if (this.#shelf.has('staleFrame')) void line.say([bytesOf(staleAnswer())])
  }

  setFault(fault: string, times = 1): void {
    this.#shelf.set(fault, times)
  }

  journal(): readonly ChargeEvent[] {
    return this.#journal.events()
  }

  standing(): readonly StandingCharge[] {
    return this.#journal.standing()
  }

  powerCycle(awayMs: number): void {
    if (this.#power === 'off') return
    this.#power = 'away'
    this.#rest()
    for (const line of this.#lines) line.drop()
    this.#timers.after(awayMs, () => {
      if (this.#power === 'away') this.#power = 'on'
    })
  }

  close(): void {
    this.#power = 'off'
    this.#rest()
  }

  #hear(line: TerminalLine, heard: Heard): void {
    // Nonsense is not answered: a terminal cannot even know whom to echo.
    if (this.#power !== 'on' || heard.kind === 'nonsense') return
    const refusal = this.#refusalOf(heard)
    if (refusal !== null) {
      this.#soon(line, notDone(heard.fields, refusal))
      return
    }
    const sale: Sale = { line, request: heard.fields, faults: this.#shelf.take() }
    const { request, faults } = sale
    if (faults.has('silent')) return
    if (faults.has('busy')) this.#soon(line, notDone(request, '07'))
    else if (faults.has('unknownCode')) this.#soon(line, notDone(request, '77'))
    else this.#begin(sale)
  }

  /** AF of a request that is not even begun; `null`: it can be. */
  #refusalOf({ kind, fields }: Heard & { readonly fields: Fields }): string | null {
    const { CB: amount, CD: action, CE: currency, CC: application } = fields
    if (kind === 'malformed' || Number(amount) === 0) return '09'
    if (action !== '0' && action !== '1') return '12'
    if (currency !== '504') return '13'
    if (application !== undefined) return '05'
    return this.#sale === null ? null : '07'
  }

  #begin(sale: Sale): void {
    const { line, request, faults } = sale
    this.#options.onDisplay?.('presentCard')
    if (faults.has('dropBeforeCard')) {
      this.#rest()
      line.drop()
      return
    }
    this.#sale = sale
    if (faults.has('vanish')) line.drop()
    if (neverAnswers(sale)) this.#soon(line, takenIntoAccount(request))
    this.#work(this.#timings.cardMs, () => this.#authorise(sale))
  }

  #authorise(sale: Sale): void {
    if (sale.faults.has('redButton')) {
      this.#record(sale.request, 'refused')
      this.#finish(sale, redKey(sale.request))
      return
    }
    this.#options.onDisplay?.('authorising')
    const slowMs = sale.faults.has('slow') ? this.#timings.slowMs : 0
    this.#work(this.#timings.authoriseMs + slowMs, () => this.#decide(sale))
  }

  #decide(sale: Sale): void {
    const { request, faults } = sale
    const { CD: action } = request
    const refused = faults.has('decline')
    const count = this.#record(request, refused ? 'refused' : action === '1' ? 'refunded' : 'approved')
    const authorisation = String(100_000 + ((count * 7_919) % 900_000))
    this.#finish(sale, refused ? notDone(request, '04') : done(request, authorisation, faults))
  }

  #finish(sale: Sale, answer: string): void {
    const { line, faults } = sale
    this.#rest()
    if (faults.has('dropAfterApprove')) line.drop()
    else if (!neverAnswers(sale)) this.#say(line, answer, faults)
  }

  #say(line: TerminalLine, answer: string, faults: ReadonlySet<CaisseApFault>): void {
    const before = faults.has('merge')
      ? this.#lastAnswer || staleAnswer()
      : faults.has('staleFrame')
        ? staleAnswer()
        : ''
    const bytes = Uint8Array.from([...(faults.has('noise') ? noise : []), ...bytesOf(before + answer)])
    this.#lastAnswer = answer
    if (faults.has('truncatedAnswer')) {
      // Up to a field's end, so that what came looks whole.
      const half = answer.indexOf('AE002')
      void line.say([bytes.subarray(0, half), bytes.subarray(half)], this.#timings.gapMs)
      return
    }
    // 7 divides nothing in a message: pieces end inside tags, lengths and values.
    const size = faults.has('fragment') ? 7 : bytes.length
    const pieces: Uint8Array[] = []
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
    void line.say(pieces)
  }

  #soon(line: TerminalLine, answer: string): void {
    this.#timers.after(this.#timings.answerMs, () => {
      if (this.#power === 'on') this.#say(line, answer, new Set())
    })
  }

  #work(ms: number, run: () => void): void {
    this.#cancelWork = this.#timers.after(ms, run)
  }

  #rest(): void {
    this.#cancelWork()
    this.#sale = null
    this.#options.onDisplay?.(null)
  }

  /** @returns the terminal's own number of the transaction */
  #record({ CB: amount, CJ: reference = '' }: Fields, event: ChargeEvent['event']): number {
    this.#journal.record({
      event,
      trace: String(++this.#count).padStart(6, '0'),
      reference,
      amountMinor: Number(amount),
      at: localTime(this.#options.clock),
    })
    return this.#count
  }
}

/** `BA` 1, and the fault that does the same unasked: AE 11 is all it says. */
const neverAnswers = ({ request: { BA: delay }, faults }: Sale): boolean =>
  delay === '1' || faults.has('takenIntoAccount')

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const noise = [0x00, 0xff, 0x43, 0x5a, 0x30, 0x41, 0x45, 0x80]
