import type { Timers } from '#drivers/transport/timers.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { ChargeJournal } from '../charge-journal.ts'
import { FaultShelf } from '../fault-shelf.ts'
import { type PeriodTotals, withOneMore } from '../period-totals.ts'
import { settleFaults } from '../settle-faults.ts'
import type {
  ChargeEvent,
  SimulatorParts,
  StandingCharge,
  TerminalSimulator,
  Via,
} from '../terminal-simulator.ts'
import { failure, rejection, success } from './answers.ts'
import { type Client, plainManner } from './client.ts'
import { Desk } from './desk.ts'
import { Envelopes } from './envelopes.ts'
import { type NexoFault, nexoFaults } from './faults.ts'
import { type Certificate, HttpsDoor } from './https-door.ts'
import { readPayment, readReversal } from './orders.ts'
import {
  diagnosis,
  reconciliation,
  reconciliationTrouble,
  totalsSoFar,
  transactionStatus,
} from './reports.ts'
import { type Body, bodyAt, type Request, readRequest, wordAt } from './request-reader.ts'
import type { TerminalKey } from './seal.ts'
import { openStreamDoor } from './stream-door.ts'
import { type NexoSimulatorTimings, nexoSimulatorTimings } from './timings.ts'
import { type Transaction, Transactions } from './transactions.ts'

export interface NexoSimulatorOptions extends SimulatorParts {
  /** Key shared with the tills. Absent: messages travel in clear, and sealed ones are not understood. */
  readonly security?: TerminalKey
  /** The only till it answers. Default: any. */
  readonly saleId?: string
  /** The only name it answers to. Default: any, so that a till need not be told. */
  readonly poiId?: string
  /** What it proves itself with over `https`. Default: the test certificate. */
  readonly certificate?: Certificate
  readonly timings?: Partial<NexoSimulatorTimings>
}

/**
 * A nexo Retailer terminal as a program (Sale to POI 3.0 in JSON, as Adyen's). What it leaves out: README.md beside
 * it.
 */
export function nexoSimulator(options: NexoSimulatorOptions = {}): TerminalSimulator {
  return new Simulator(options)
}

class Simulator implements TerminalSimulator {
  readonly #options: NexoSimulatorOptions
  readonly #timers: Timers
  readonly #timings: NexoSimulatorTimings
  readonly #journal: ChargeJournal
  readonly #faults = new FaultShelf<NexoFault>(nexoFaults, settleFaults)
  readonly #transactions = new Transactions()
  readonly #desk: Desk
  readonly #envelopes: Envelopes
  readonly #links = new Set<Link>()
  #https: HttpsDoor | null = null
  /** POIReconciliationID: counts periods. */
  #period = 1_000
  #away = false
  #cancelReturn = (): void => undefined
  #closed = false

  constructor(options: NexoSimulatorOptions) {
    this.#options = options
    this.#timers = options.timers ?? realTimers
    this.#timings = { ...nexoSimulatorTimings, ...options.timings }
    this.#journal = new ChargeJournal(options)
    this.#envelopes = new Envelopes(options.security)
    this.#desk = new Desk({
      transactions: this.#transactions,
      journal: this.#journal,
      timers: this.#timers,
      timings: this.#timings,
      now: () => this.#now(),
      answer: (client, request, body, faults) => this.#answer(client, request, body, faults),
      display: options.onDisplay ?? (() => undefined),
      vanish: () => this.#goAway(this.#timings.awayMs),
    })
    for (const fault of options.faults ?? []) this.setFault(fault)
  }

  accept(link: Link, via: Via = 'tcp'): void {
    if (this.#away || this.#closed) {
      void link.close()
      return
    }
    this.#links.add(link)
    link.onClose(() => this.#links.delete(link))
    const hear = (client: Client, text: string): void => this.#hear(client, text)
    if (via === 'https') {
      this.#https ??= new HttpsDoor(hear, this.#options.certificate)
      this.#https.accept(link)
    } else {
      openStreamDoor(link, hear)
    }
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
    this.#goAway(awayMs)
    this.#desk.loseWork()
  }

  close(): void {
    this.#closed = true
    this.#desk.close()
    this.#cancelReturn()
    this.#https?.close()
  }

  #goAway(awayMs: number): void {
    this.#away = true
    for (const link of this.#links) void link.close()
    this.#cancelReturn()
    this.#cancelReturn = this.#timers.after(awayMs, () => {
      this.#away = false
    })
  }

  #hear(client: Client, text: string): void {
    if (this.#closed || this.#away) return
    const opened = this.#envelopes.open(text)
    const heard =
      'trouble' in opened
        ? ({ kind: 'unreadable', trouble: opened.trouble } as const)
        : readRequest(opened.envelope)
    if (heard.kind === 'unreadable') {
      this.#reject(client, heard.trouble)
      return
    }
    const { request } = heard
    const { saleId = request.saleId, poiId = request.poiId } = this.#options
    if (poiId !== request.poiId) this.#reject(client, 'Another POIID')
    else if (heard.kind === 'misshapen') this.#refuse(client, request, 'MessageFormat', heard.trouble)
    else if (saleId !== request.saleId) this.#refuse(client, request, 'NotAllowed', 'Unknown SaleID')
    else this.#serve(client, request)
  }

  /** An abort and a question about a transaction are taken at any time; everything else needs a terminal at rest. */
  #serve(client: Client, request: Request): void {
    switch (request.category) {
      case 'Payment':
      case 'Reversal':
        this.#order(client, request)
        break
      case 'Abort':
        this.#abort(client, request)
        break
      case 'TransactionStatus':
        this.#soon(client, request, () =>
          transactionStatus(request, this.#transactions, this.#timers.nowMs()),
        )
        break
      default:
        if (this.#desk.idle) this.#serveAtRest(client, request)
        else this.#refuse(client, request, 'Busy', 'Terminal is busy')
    }
  }

  #serveAtRest(client: Client, request: Request): void {
    switch (request.category) {
      case 'Diagnosis':
        this.#soon(client, request, () => diagnosis(this.#desk.idle))
        break
      case 'Login':
      case 'Logout':
        this.#soon(client, request, () => ({ Response: success }))
        break
      case 'Reconciliation':
        this.#settle(client, request)
        break
      case 'GetTotals':
        this.#soon(client, request, () =>
          totalsSoFar(this.#counted(this.#faults.has('wrongTotals')), this.#period),
        )
        break
      default:
        this.#refuse(client, request, 'UnavailableService', 'Not supported')
    }
  }

  #order(client: Client, request: Request): void {
    const { saleId, serviceId, category } = request
    const known = this.#transactions.find(saleId, serviceId)
    if (known !== undefined) {
      this.#repeat(client, request, known)
      return
    }
    const understood =
      category === 'Payment' ? readPayment(request) : readReversal(request, this.#transactions)
    if ('trouble' in understood) {
      this.#refuse(client, request, understood.trouble.condition, understood.trouble.message)
      return
    }
    const faults = this.#desk.idle ? this.#faults.take() : new Set<NexoFault>(['busy'])
    if (faults.has('busy')) this.#refuse(client, request, 'Busy', 'Terminal is busy')
    else this.#desk.start({ ...understood, request, client, faults })
  }

  /** A number this till used before is the same message come again: it is answered again, and nothing is done again. */
  #repeat(client: Client, request: Request, known: Transaction): void {
    const { response } = known
    if (response === null) this.#refuse(client, request, 'InProgress', 'Transaction in progress')
    else if (known.request.category === request.category) this.#soon(client, request, () => response)
    else this.#refuse(client, request, 'NotAllowed', 'ServiceID was used before')
  }

  /** Nothing answers an abort: the transaction it stops is answered. */
  #abort(client: Client, request: Request): void {
    const reference = bodyAt(request.body, 'MessageReference')
    const serviceId = wordAt(reference, 'ServiceID', 10)
    client.acknowledge()
    if (serviceId === null || wordAt(request.body, 'AbortReason') === null) return
    this.#desk.abort(wordAt(reference, 'SaleID') ?? request.saleId, serviceId)
  }

  /** What it counted leaves for the acquirer, and it counts from nothing. */
  #settle(client: Client, request: Request): void {
    const trouble = this.#faults.takeOne('settleRefused')
      ? { condition: 'UnreachableHost', message: 'Host is not reachable' }
      : reconciliationTrouble(request)
    if (trouble !== null) {
      this.#refuse(client, request, trouble.condition, trouble.message)
      return
    }
    const body = reconciliation(this.#counted(this.#faults.takeOne('wrongTotals')), this.#period)
    this.#period++
    this.#transactions.settle()
    this.#journal.record({ event: 'settled', trace: '', reference: '', amountMinor: 0, at: this.#now() })
    if (!this.#faults.takeOne('settleNoAnswer')) this.#soon(client, request, () => body)
  }

  #counted(wrong: boolean): PeriodTotals {
    const counted = this.#journal.period()
    return wrong ? withOneMore(counted) : counted
  }

  #refuse(client: Client, request: Request, condition: string, message: string): void {
    this.#soon(client, request, () => ({ Response: failure({ condition, message }) }))
  }

  /** Never sealed: there may be no key in common. */
  #reject(client: Client, trouble: string): void {
    const { poiId = 'unknown' } = this.#options
    this.#timers.after(this.#timings.answerMs, () => {
      if (!this.#closed) client.answer(JSON.stringify(rejection(trouble, poiId, this.#now())), plainManner)
    })
  }

  #soon(client: Client, request: Request, body: () => Body): void {
    this.#timers.after(this.#timings.answerMs, () => this.#answer(client, request, body(), new Set()))
  }

  #answer(client: Client, request: Request, body: Body, faults: ReadonlySet<NexoFault>): void {
    if (this.#closed) return
    const manner = this.#envelopes.manner(request, faults, this.#now())
    client.answer(this.#envelopes.write(request, body, faults), manner)
  }

  #now(): string {
    const utcMs = this.#options.clock?.().utcMs ?? Date.now()
    return new Date(utcMs).toISOString()
  }
}
