import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { ChargeJournal } from '../charge-journal.ts'
import { FaultShelf } from '../fault-shelf.ts'
import { withOneMore } from '../period-totals.ts'
import { settleFaults } from '../settle-faults.ts'
import { localTime } from '../terminal-clock.ts'
import type {
  ChargeEvent,
  SimulatorParts,
  StandingCharge,
  TerminalSimulator,
  Via,
} from '../terminal-simulator.ts'
import { type Moment, TransactionBook } from './book.ts'
import { Client } from './client.ts'
import { type ZvtFault, zvtFaults } from './faults.ts'
import { readOrder } from './orders.ts'
import { type Packet, writePacket } from './packet.ts'
import { type Order, Payment } from './payment-desk.ts'
import { readRegistration, unregistered } from './registration.ts'
import { answerLast, answerStatus, type DayReport, tellDay, tellTurnover } from './reports.ts'
import { SerialWire } from './serial-wire.ts'
import { statusOf } from './statuses.ts'
import { TcpWire } from './tcp-wire.ts'
import { type ZvtSimulatorTimings, zvtSimulatorTimings } from './timings.ts'

export interface ZvtSimulatorOptions extends SimulatorParts {
  readonly timings?: Partial<ZvtSimulatorTimings>
  /**
   * What becomes of an approval that is not acknowledged: `false` (default) it is reversed (PA00P015 §2.2.8),
   * `true` it stands, as on newer terminals (§4).
   */
  readonly keepsUnacknowledged?: boolean
}

/** Faults that describe the terminal, not one charge: they hold until told `none`. */
const lasting: readonly ZvtFault[] = ['otherCurrency', 'noRecord', 'malformedTotals']

/** A ZVT terminal as a program (PA00P015 13.08, PA00P016). What it leaves out: README.md beside it. */
export function zvtSimulator(options: ZvtSimulatorOptions = {}): TerminalSimulator {
  return new Simulator(options)
}

class Simulator implements TerminalSimulator {
  readonly #options: ZvtSimulatorOptions
  readonly #timers: Timers
  readonly #timings: ZvtSimulatorTimings
  readonly #journal: ChargeJournal
  readonly #book: TransactionBook
  readonly #shelf = new FaultShelf<ZvtFault>(zvtFaults, settleFaults)
  readonly #lasting = new Set<ZvtFault>()
  readonly #clients = new Set<Client>()
  #registration = unregistered
  #payment: Payment | null = null
  /** Another command is being carried out. */
  #occupied = false
  #dayOpen = false
  #powered = true
  #closed = false

  constructor(options: ZvtSimulatorOptions) {
    this.#options = options
    this.#timers = options.timers ?? realTimers
    this.#timings = { ...zvtSimulatorTimings, ...options.timings }
    this.#journal = new ChargeJournal(options)
    this.#book = new TransactionBook(this.#journal)
    for (const fault of options.faults ?? []) this.setFault(fault)
  }

  accept(link: Link, via: Via = 'tcp'): void {
    if (!this.#powered || this.#closed) return void link.close()
    const client = new Client(this.#timers, this.#timings)
    const events = {
      heard: (packet: Packet): void => void this.#hear(client, packet),
      gone: (): void => {
        this.#clients.delete(client)
        client.gone()
      },
    }
    const Wire = via === 'serial' ? SerialWire : TcpWire
    client.wire = new Wire(link, this.#timers, this.#timings, events)
    this.#clients.add(client)
    if (this.#shelf.has('staleFrame')) void client.blurt(this.#staleStatus())
  }

  setFault(name: string, times = 1): void {
    const fault = lasting.find((each) => each === name)
    if (fault !== undefined && times > 0) {
      this.#lasting.add(fault)
      return
    }
    this.#shelf.set(name, times)
    if (name !== 'none' && times >= 1) return
    this.#lasting.clear()
    this.#dayOpen = false
  }

  journal(): readonly ChargeEvent[] {
    return this.#journal.events()
  }

  standing(): readonly StandingCharge[] {
    return this.#journal.standing()
  }

  powerCycle(awayMs: number): void {
    const unacknowledged = this.#payment?.die() ?? null
    this.#payment = null
    this.#powered = false
    this.#occupied = false
    this.#registration = unregistered
    for (const client of this.#clients) client.drop()
    this.#options.onDisplay?.(null)
    this.#timers.after(awayMs, () => {
      if (this.#closed) return
      if (unacknowledged !== null) this.#book.reverse(unacknowledged)
      this.#powered = true
    })
  }

  close(): void {
    this.#closed = true
    this.#payment?.die()
    for (const client of this.#clients) client.drop()
  }

  async #hear(client: Client, packet: Packet): Promise<void> {
    if (this.#closed || !this.#powered) return
    if (packet.name.startsWith('80') || packet.name.startsWith('84')) return client.answered(packet)
    if (packet.name === '06b0') {
      await client.reply(null)
      this.#payment?.abort()
      return
    }
    // The acknowledgement that ends one command and the next command may come in one piece.
    if (this.#isBusy()) await client.soon()
    if (this.#isBusy()) return client.reply('9c')
    const order = readOrder(packet, this.#book, this.#shelf)
    if (order !== null) return this.#pay(client, order)
    this.#occupied = true
    await this.#answer(client, packet)
    this.#occupied = false
  }

  #isBusy(): boolean {
    return this.#payment !== null || this.#occupied
  }

  async #pay(client: Client, order: Order | string): Promise<void> {
    const faults = this.#shelf.take()
    if (faults.has('openEndOfDay')) this.#dayOpen = true
    if (faults.has('silent')) return
    client.speakWith(faults)
    if (faults.has('staleFrame')) await client.blurt(this.#staleStatus())
    const refusal = faults.has('busy')
      ? '9c'
      : faults.has('printerRefused')
        ? 'cc'
        : typeof order === 'string'
          ? order
          : this.#dayOpen && order.kind === 'charge'
            ? 'f0'
            : null
    if (refusal !== null || typeof order === 'string') {
      await client.reply(refusal)
      client.speakWith(new Set())
      return
    }
    const { onDisplay } = this.#options
    const payment = new Payment(
      {
        book: this.#book,
        timers: this.#timers,
        timings: this.#timings,
        now: () => this.#now(),
        display: (step) => onDisplay?.(step),
        keepsUnacknowledged: this.#options.keepsUnacknowledged ?? false,
      },
      client,
      order,
      faults,
      this.#registration,
    )
    this.#payment = payment
    await client.reply(null)
    await payment.run()
    client.speakWith(new Set())
    if (this.#payment === payment) this.#payment = null
  }

  /** Everything that moves no money. */
  async #answer(client: Client, packet: Packet): Promise<void> {
    switch (packet.name) {
      case '0600': {
        const currency = this.#lasting.has('otherCurrency') ? '0978' : '0504'
        const read = readRegistration(packet.data, currency)
        if (read.kind === 'malformed') return client.reply('9a')
        if (read.kind === 'currency') return client.reply('1e', read.data)
        this.#registration = read.registration
        return this.#completeWith(client, read.completion)
      }
      case '0602':
        this.#registration = unregistered
        return client.reply(null)
      case '0501':
        return this.#completeWith(client, answerStatus(this.#dayOpen || this.#shelf.has('openEndOfDay')))
      case '0618':
      case '0670':
      case '0693':
        return this.#completeWith(client, [])
      case '0620':
        await client.reply(null)
        await client.soon()
        return answerLast(client, packet, this.#book, this.#lasting, this.#registration)
      case '0610':
      case '0650': {
        // The password comes before everything else.
        if (packet.data.length < 3) return client.reply('9a')
        await client.reply(null)
        await client.soon()
        return packet.name === '0610' ? tellTurnover(client, this.#dayReport(false)) : this.#endDay(client)
      }
      default:
        return client.reply('83')
    }
  }

  /** 06 50: what it counted leaves for the acquirer, and it counts from nothing. */
  async #endDay(client: Client): Promise<void> {
    if (this.#shelf.takeOne('settleRefused')) {
      await client.tell(writePacket('061e', [0x77]))
      return
    }
    const heardOut = await tellDay(client, this.#dayReport(true), this.#registration)
    if (!heardOut || !this.#powered) return
    this.#book.settle(this.#now())
    this.#dayOpen = false
    if (!this.#shelf.takeOne('settleNoAnswer')) await client.tell(writePacket('060f', []))
  }

  /** @param ending whether a fault of the end of day wears off with it */
  #dayReport(ending: boolean): DayReport {
    const counted = this.#journal.period()
    const wrong = ending ? this.#shelf.takeOne('wrongTotals') : this.#shelf.has('wrongTotals')
    return {
      totals: wrong ? withOneMore(counted) : counted,
      now: this.#now(),
      malformed: this.#lasting.has('malformedTotals'),
    }
  }

  async #completeWith(client: Client, data: readonly number[]): Promise<void> {
    await client.reply(null)
    await client.soon()
    await client.tell(writePacket('060f', data))
  }

  /** The approval of a sale long past, as a confused terminal might repeat it. */
  #staleStatus(): readonly number[] {
    const now = this.#now()
    return statusOf({
      kind: 'charge',
      receipt: '9998',
      trace: '999998',
      original: null,
      amountMinor: 1,
      authorisation: '000000',
      ...now,
      state: 'confirmed',
      settled: true,
    })
  }

  #now(): Moment {
    const iso = localTime(this.#options.clock)
    return {
      date: iso.slice(5, 7) + iso.slice(8, 10),
      time: iso.slice(11, 13) + iso.slice(14, 16) + iso.slice(17, 19),
    }
  }
}
