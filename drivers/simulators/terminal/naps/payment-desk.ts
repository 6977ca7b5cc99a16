import type { Timers } from '#drivers/transport/timers.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import type { Moment } from './answers.ts'
import { plainAnswer, refusedAnswer, saleAnswer, shownCard, shownExpiry } from './answers.ts'
import type { ChargeBook, Transaction } from './book.ts'
import type { NapsFault } from './faults.ts'
import type { TerminalLine } from './line.ts'
import type { NapsSimulatorTimings } from './timings.ts'
import type { Fields } from './tlv.ts'

export interface DeskParts {
  readonly book: ChargeBook
  readonly timers: Timers
  readonly timings: NapsSimulatorTimings
  readonly now: () => Moment
  readonly say: (line: TerminalLine, text: string, faults: ReadonlySet<NapsFault>) => Promise<void>
  /** The line a client holds now, whoever asked before: a device that came back on USB answers there. */
  readonly presentLine: () => TerminalLine | null
  readonly display: (step: TerminalStep | null) => void
}

interface Payment {
  readonly line: TerminalLine
  readonly request: Fields
  readonly faults: ReadonlySet<NapsFault>
  phase: 'card' | 'authorising'
  cancel: () => void
  /** 012s that came while the acquirer was being asked. */
  readonly resets: (() => void)[]
}

interface Pending {
  readonly sale: Transaction
  readonly faults: ReadonlySet<NapsFault>
  readonly cancelReversal: () => void
}

/** The payment under way: card, acquirer, confirmation or reversal. It belongs to the terminal, not to a connection. */
export class PaymentDesk {
  readonly #parts: DeskParts
  #payment: Payment | null = null
  #pending: Pending | null = null
  /** Faults of the last confirmed sale, for a 002 that is repeated. */
  #confirmed: Pending | null = null

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  get idle(): boolean {
    return this.#payment === null
  }

  /** An approval waits for its confirmation: nobody knows yet whether it is of this day. */
  get waiting(): boolean {
    return this.#pending !== null
  }

  close(): void {
    this.#payment?.cancel()
    this.#pending?.cancelReversal()
  }

  /** Without power nothing is decided any more. */
  powerOff(): void {
    this.close()
    this.#payment = null
    this.#parts.display(null)
  }

  /** An approval that nobody confirmed is reversed first of all. */
  powerOn(): void {
    if (this.#pending !== null) this.#reverse(this.#pending.sale)
  }

  /** 001. */
  pay(line: TerminalLine, request: Fields, faults: ReadonlySet<NapsFault>): void {
    const { book, now, timings } = this.#parts
    if (faults.has('silent')) return
    const refuse = (code: string): void => this.#soon(line, plainAnswer('101', request, code, now()))
    const amount = request['002'] ?? ''
    if (!/^\d{1,12}$/.test(amount)) {
      refuse('904')
      return
    }
    if (Number(amount) === 0) {
      refuse('110')
      return
    }
    if (request['012'] !== '504') {
      refuse('904')
      return
    }
    if (faults.has('busy') || this.#payment !== null) {
      refuse('880')
      return
    }
    // A number the terminal has just seen is a repeated message, not a new sale.
    if (book.last()?.sequence === request['004']) {
      refuse('913')
      return
    }
    const payment: Payment = { line, request, faults, phase: 'card', cancel: () => undefined, resets: [] }
    this.#payment = payment
    this.#parts.display('presentCard')
    if (faults.has('dropBeforeCard')) {
      line.drop()
      return
    }
    if (faults.has('noCard')) return
    const { timers } = this.#parts
    if (faults.has('vanish')) timers.after(timings.cardMs / 2, () => line.drop())
    payment.cancel = timers.after(timings.cardMs, () => this.#authorise(payment))
  }

  #authorise(payment: Payment): void {
    const { timings, timers, display } = this.#parts
    payment.phase = 'authorising'
    display('authorising')
    const ms = timings.authoriseMs + (payment.faults.has('slow') ? timings.slowMs : 0)
    payment.cancel = timers.after(ms, () => this.#decide(payment))
  }

  #decide(payment: Payment): void {
    const { book, now, timers, timings, display } = this.#parts
    const { request, faults } = payment
    const line = faults.has('vanish') ? (this.#parts.presentLine() ?? payment.line) : payment.line
    this.#payment = null
    display(null)
    const declined = faults.has('decline')
    const stan = book.nextStan()
    const sale: Transaction = {
      stan,
      sequence: request['004'] ?? '',
      station: request['003'] ?? '',
      amountMinor: Number(request['002']),
      code: declined ? '116' : '000',
      authorisation: String(100_000 + ((Number(stan) * 7919) % 900_000)),
      ...now(),
      state: declined ? 'refused' : 'approved',
    }
    book.add(sale)
    if (declined) {
      void this.#parts.say(line, refusedAnswer('101', request, now(), sale), faults)
    } else {
      // Only one approval waits for confirmation at a time; an older one has had its chance.
      if (this.#pending !== null) this.#reverse(this.#pending.sale)
      const cancelReversal = timers.after(timings.windowMs, () => this.#reverse(sale))
      this.#pending = { sale, faults, cancelReversal }
      if (faults.has('dropAfterApprove')) line.drop()
      else void this.#parts.say(line, this.#approval(request, sale, faults), faults)
    }
    for (const reset of payment.resets) reset()
  }

  #approval(request: Fields, sale: Transaction, faults: ReadonlySet<NapsFault>): string {
    const shown = faults.has('wrongAmount') ? { ...sale, amountMinor: sale.amountMinor + 100 } : sale
    const echoed = faults.has('wrongEcho') ? { ...request, '004': nextNumber(request['004'] ?? '') } : request
    const priced = faults.has('wrongCurrency') ? { ...echoed, '012': '978' } : echoed
    return saleAnswer('101', priced, '000', this.#parts.now(), shown, faults)
  }

  #reverse(sale: Transaction): void {
    if (this.#pending?.sale === sale) {
      this.#pending.cancelReversal()
      this.#pending = null
    }
    if (sale.state === 'approved') this.#parts.book.become(sale, 'reversed')
  }

  /** 002: everything it names must be of the approval that waits. */
  confirm(line: TerminalLine, request: Fields): void {
    const { book, now } = this.#parts
    const answer = (code: string): void => this.#soon(line, plainAnswer('102', request, code, now()))
    const waiting = this.#pending ?? this.#confirmed
    if (waiting === null || !belongs(request, waiting.sale, waiting.faults)) {
      const former = book.byStan(request['008'] ?? '')
      const mine = former !== undefined && former.sequence === request['004']
      answer(mine && (former.state === 'reversed' || former.state === 'voided') ? '482' : '302')
      return
    }
    const { sale, faults } = waiting
    if (faults.has('autoReversal')) return
    if (sale.state === 'approved') {
      waiting.cancelReversal()
      book.become(sale, 'confirmed')
      this.#pending = null
      this.#confirmed = { ...waiting, faults: withoutDrops(faults) }
    } else if (sale.state !== 'confirmed') {
      answer('482')
      return
    }
    if (faults.has('dropAfterConfirm')) {
      line.drop()
      return
    }
    if (faults.has('silentConfirm')) return
    const text = saleAnswer('102', request, '000', now(), sale, faults)
    this.#soon(line, text, faults)
  }

  /** 012: a card screen is left; a question to the acquirer is answered first. */
  reset(line: TerminalLine, request: Fields): void {
    const answer = (): void => this.#soon(line, plainAnswer('112', request, '000', this.#parts.now()))
    const payment = this.#payment
    if (payment?.phase === 'authorising') {
      payment.resets.push(answer)
      return
    }
    payment?.cancel()
    this.#payment = null
    this.#parts.display(null)
    answer()
  }

  /** An approval of a sale long past, as a confused terminal might repeat it. */
  staleAnswer(): string {
    const request = { '003': '0100001', '004': '000000', '012': '504' }
    const sale: Transaction = {
      stan: '000000',
      sequence: '000000',
      station: '0100001',
      amountMinor: 1,
      code: '000',
      authorisation: '000000',
      ...this.#parts.now(),
      state: 'approved',
    }
    return saleAnswer('101', request, '000', this.#parts.now(), sale, new Set())
  }

  #soon(line: TerminalLine, text: string, faults: ReadonlySet<NapsFault> = new Set()): void {
    this.#parts.timers.after(this.#parts.timings.answerMs, () => void this.#parts.say(line, text, faults))
  }
}

/** Same NS and STAN; amount, card and expiry verbatim where they are named. */
function belongs(request: Fields, sale: Transaction, faults: ReadonlySet<NapsFault>): boolean {
  const same = (tag: string, value: string): boolean => request[tag] === undefined || request[tag] === value
  return (
    request['004'] === sale.sequence &&
    request['008'] === sale.stan &&
    request['003'] === sale.station &&
    same('007', shownCard(faults)) &&
    same('017', shownExpiry) &&
    (request['002'] === undefined || Number(request['002']) === sale.amountMinor)
  )
}

/** A repeated 002 is answered properly. */
const withoutDrops = (faults: ReadonlySet<NapsFault>): ReadonlySet<NapsFault> =>
  new Set([...faults].filter((fault) => fault !== 'dropAfterConfirm' && fault !== 'silentConfirm'))

const nextNumber = (sequence: string): string => String((Number(sequence) % 999_999) + 1).padStart(6, '0')
