import type { Timers } from '#drivers/transport/timers.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { ChargeJournal } from '../charge-journal.ts'
import { FaultShelf } from '../fault-shelf.ts'
import { localTime } from '../terminal-clock.ts'
import type { ChargeEvent, SimulatorParts, StandingCharge, TerminalSimulator } from '../terminal-simulator.ts'
import { readSale, type SaleRequest, writeAnswer } from './codec.ts'
import type { ConcertFault } from './faults.ts'
import { concertFaults } from './faults.ts'
import { Outbox } from './outbox.ts'
import type { Delivery } from './port.ts'
import { TerminalPort } from './port.ts'
import type { ConcertSimulatorTimings } from './timings.ts'
import { concertSimulatorTimings } from './timings.ts'

export interface ConcertSimulatorOptions extends SimulatorParts {
  readonly timings?: Partial<ConcertSimulatorTimings>
}

/** A Concert terminal (version 2, protocols E and E+) as a program. What it leaves out: README.md beside it. */
export function concertSimulator(options: ConcertSimulatorOptions = {}): TerminalSimulator {
  return new Simulator(options)
}

/** The one card there is, a test number. */
const clearCard = '5167940000003315'
const maskedCard = '516794******3315'
/** What a till put into the private field of a sale long past: a number, as tills do. */
const longPast = '0000999999'

interface Sale {
  readonly request: SaleRequest
  readonly faults: ReadonlySet<ConcertFault>
}

class Simulator implements TerminalSimulator {
  readonly #options: ConcertSimulatorOptions
  readonly #timers: Timers
  readonly #timings: ConcertSimulatorTimings
  readonly #journal: ChargeJournal
  readonly #shelf: FaultShelf<ConcertFault>
  readonly #outbox: Outbox
  #port: TerminalPort | null = null
  /** Taken, or under way, or waiting for its answer to be heard. */
  #sale: Sale | null = null
  #cancelWork: () => void = () => undefined
  #ticket = 0
  #deaf = 0
  #nakked = false
  #busyCalls = 0
  #power: 'on' | 'away' | 'off' = 'on'

  constructor(options: ConcertSimulatorOptions) {
    this.#options = options
    this.#timers = options.timers ?? realTimers
    this.#timings = { ...concertSimulatorTimings, ...options.timings }
    this.#journal = new ChargeJournal(options)
    this.#shelf = new FaultShelf<ConcertFault>(concertFaults.filter((fault) => fault !== 'none'))
    this.#outbox = new Outbox(this.#timers, this.#timings, () => this.#port)
    for (const fault of options.faults ?? []) this.setFault(fault)
  }

  accept(link: Link): void {
    if (this.#power !== 'on') {
      void link.close()
      return
    }
    const port = new TerminalPort(link, this.#timers, this.#timings, {
      called: () => this.#called(),
      offered: (text) => this.#offered(text),
      released: () => this.#begin(),
      abandoned: () => {
        this.#sale = null
      },
      closed: () => {
        if (this.#port === port) this.#port = null
      },
    })
    this.#port = port
    if (this.#shelf.has('staleFrame')) this.#outbox.put(staleDelivery(), () => undefined)
    else this.#outbox.deliver()
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
    this.#loseEverything()
    this.#power = 'away'
    this.#port?.close()
    this.#timers.after(awayMs, () => {
      if (this.#power === 'away') this.#power = 'on'
    })
  }

  close(): void {
    this.#loseEverything()
    this.#power = 'off'
    this.#port?.close()
  }

  /** What only its working memory held. */
  #loseEverything(): void {
    this.#cancelWork()
    this.#sale = null
    this.#outbox.clear()
    this.#options.onDisplay?.(null)
  }

  #called(): 'ack' | 'nak' | 'ignore' {
    if (this.#power !== 'on') return 'ignore'
    if (this.#shelf.has('busy')) {
      this.#shelf.take()
      this.#busyCalls = this.#timings.busyCalls
    }
    if (this.#sale !== null) return 'nak'
    if (this.#busyCalls > 0) {
      this.#busyCalls--
      return 'nak'
    }
    if (this.#shelf.has('enqIgnored') && this.#deaf < 2) {
      this.#deaf++
      return 'ignore'
    }
    return 'ack'
  }

  #offered(text: string): 'ack' | 'nak' | 'takeWithoutAck' {
    const request = readSale(text)
    if (request === null) return 'nak'
    if (this.#shelf.has('nakFrame') && !this.#nakked) {
      this.#nakked = true
      return 'nak'
    }
    this.#deaf = 0
    this.#nakked = false
    const faults = this.#shelf.take()
    this.#sale = { request, faults }
    return faults.has('loseAck') ? 'takeWithoutAck' : 'ack'
  }

  #begin(): void {
    const sale = this.#sale
    if (sale === null) return
    const { request, faults } = sale
    if (faults.has('silent')) {
      this.#sale = null
      return
    }
    if (!isPossible(request) || faults.has('unknownCode')) {
      this.#soon(() => this.#answer(sale, isPossible(request) ? '5' : '7'))
      return
    }
    if (request.answersAtOnce || faults.has('takenIntoAccount')) this.#soon(() => this.#say(sale, '9'))
    this.#options.onDisplay?.('presentCard')
    if (faults.has('dropBeforeCard')) {
      this.#rest()
      this.#port?.close()
      return
    }
    if (faults.has('vanish')) this.#port?.close()
    this.#work(this.#timings.cardMs, () => this.#authorise(sale))
  }

  #authorise(sale: Sale): void {
    this.#options.onDisplay?.('authorising')
    const slowMs = sale.faults.has('slow') ? this.#timings.slowMs : 0
    this.#work(this.#timings.authoriseMs + slowMs, () => this.#decide(sale))
  }

  #decide(sale: Sale): void {
    const { request, faults } = sale
    this.#options.onDisplay?.(null)
    const refused = faults.has('decline')
    this.#record(request, refused ? 'refused' : request.type === '1' ? 'refunded' : 'approved')
    if (faults.has('dropAfterApprove')) {
      this.#rest()
      this.#port?.close()
    } else if (faults.has('takenIntoAccount')) this.#rest()
    else this.#answer(sale, refused ? '7' : '0')
  }

  /** The last word about a sale; the terminal is free again once it was heard, or could not be delivered. */
  #answer(sale: Sale, result: string): void {
    if (sale.faults.has('staleFrame')) this.#outbox.put(staleDelivery(), () => undefined)
    this.#say(sale, result, () => {
      if (this.#sale === sale) this.#sale = null
    })
  }

  #say({ request, faults }: Sale, result: string, done: () => void = () => undefined): void {
    const { pos, amountMinor, mode, currency, privateField, wantsReport } = request
    const card = result !== '0' ? '' : faults.has('unmaskedPan') ? clearCard : maskedCard
    const text = writeAnswer({
      pos,
      result,
      amountMinor: amountMinor + (faults.has('wrongAmount') ? 100 : 0),
      mode,
      report: wantsReport ? card : null,
      currency,
      privateField: saidBack(privateField, faults),
    })
    this.#outbox.put(
      {
        text,
        fragment: faults.has('fragment'),
        noise: faults.has('noise'),
        withoutEot: faults.has('noEot'),
        wrongLrcFirst: faults.has('wrongLrc'),
      },
      done,
    )
  }

  #rest(): void {
    this.#cancelWork()
    this.#sale = null
    this.#options.onDisplay?.(null)
  }

  #soon(run: () => void): void {
    this.#timers.after(this.#timings.answerMs, run)
  }

  #work(ms: number, run: () => void): void {
    this.#cancelWork = this.#timers.after(ms, run)
  }

  #record({ amountMinor, privateField }: SaleRequest, event: ChargeEvent['event']): void {
    this.#ticket++
    this.#journal.record({
      event,
      trace: String(this.#ticket).padStart(6, '0'),
      reference: privateField.trim(),
      amountMinor,
      at: localTime(this.#options.clock),
    })
  }
}

/** The till's own field as the answer gives it back. */
function saidBack(privateField: string, faults: ReadonlySet<ConcertFault>): string {
  if (faults.has('ownReference')) return 'TPE0000042'
  if (!faults.has('wrongEcho')) return privateField
  return privateField === '0000000001' ? '0000000002' : '0000000001'
}

/** It takes dirhams, by card, and knows debit and credit. */
const isPossible = ({ amountMinor, currency, mode, type }: SaleRequest): boolean =>
  amountMinor > 0 && currency === '504' && mode === '1' && (type === '0' || type === '1')

/** An approval of a sale long past, for whoever asked then. */
const staleDelivery = (): Delivery => ({
  text: writeAnswer({
    pos: '01',
    result: '0',
    amountMinor: 1,
    mode: '1',
    report: maskedCard,
    currency: '504',
    privateField: longPast,
  }),
  fragment: false,
  noise: false,
  withoutEot: false,
  wrongLrcFirst: false,
})
