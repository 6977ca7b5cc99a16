import { realTimers } from '#drivers/transport/timers.ts'
import { type DriverParts, machineClock, type WallClock } from '../driver-parts.ts'
import { OneOperation } from '../one-operation.ts'
import {
  busyDeclined,
  busyHealth,
  busyService,
  busySettled,
  busyUnknown,
  impossible,
  unknown,
} from '../outcomes.ts'
import { overFreshLine } from '../over-fresh-line.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  ServiceOutcome,
  SettleOutcome,
  Terminal,
  TerminalHealth,
  VoidRequest,
} from '../terminal.ts'
import { askFate, type FateParts } from './ask-fate.ts'
import type { Approved } from './charge-machine.ts'
import { openLine } from './naps-line.ts'
import { fateOfApproved, type Remembered, recoverAttempt } from './recover.ts'
import { duplicateRequest, informationRequest, plainRequest, type Request, sequenceText } from './requests.ts'
import { runCharge } from './run-charge.ts'
import { requestType } from './tags.ts'
import type { NapsTimings } from './timings.ts'
import { napsTimings } from './timings.ts'
import { askHealth, askUpkeep, endDay } from './upkeep.ts'
import { recoverVoid, voidSale } from './void-sale.ts'

export interface NapsOptions extends DriverParts {
  /** Number of the till, two digits; with `station` the NCAI of every message. Default `01`. */
  readonly till?: string
  /** Cashier station, five digits. Default `00001`. */
  readonly station?: string
  readonly timings?: Partial<NapsTimings>
}

export interface NapsTerminal extends Terminal {
  void(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  settle(): Promise<SettleOutcome>
  /** 013: the terminal loads its merchant's parameters; once, before its first payment. */
  reference(): Promise<ServiceOutcome>
  /** 012: back to "Attente Caisse" from whatever it shows. */
  reset(): Promise<ServiceOutcome>
  /** 008: the slip of its last transaction, whoever made it. */
  lastSlip(): Promise<ServiceOutcome>
  /** 011: its merchant's parameters, as it would print them. */
  information(): Promise<ServiceOutcome>
}

/** Twelve digits on the wire, exact integers here. */
const largestAmount = 999_999_999_999

/** A NAPS Pay terminal (M2M TLV, guide v1.1) over any transport. Opens a new connection for each operation. */
export function napsTerminal(options: NapsOptions): NapsTerminal {
  return new Naps(options)
}

class Naps implements NapsTerminal {
  readonly protocol = 'naps'
  readonly capabilities = {
    void: true,
    refund: false,
    query: true,
    settle: true,
    totals: false,
    abort: true,
    prints: false,
    byHand: false,
  }
  readonly #parts: FateParts
  readonly #closing = new AbortController()
  readonly #one = new OneOperation()
  readonly #wallClock: () => WallClock
  /** The till's clock as the operation under way was given it. */
  #at: { readonly wall: WallClock; readonly readMs: number } | null = null
  #service = 0
  /** The last approvals, with what 002 must repeat. In memory only; bounded. */
  readonly #remembered = new Map<number, Remembered>()

  constructor(options: NapsOptions) {
    const { till = '01', station = '00001' } = options
    if (!/^\d{2}$/.test(till) || !/^\d{5}$/.test(station)) {
      throw new RangeError('till takes two digits, station five')
    }
    this.#wallClock = options.wallClock ?? machineClock
    this.#parts = {
      transport: options.transport,
      timers: options.timers ?? realTimers,
      timings: { ...napsTimings, ...options.timings },
      onWire: options.onWire ?? (() => undefined),
      closing: this.#closing.signal,
      origin: () => ({ station: till + station, at: this.#wallNow() }),
      serviceSequence: () => this.#nextService(),
    }
  }

  async charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    const no = impossible(request, largestAmount)
    if (no !== null) return no
    return this.#alone(busyDeclined, async () => {
      this.#clockIs(request.at)
      const outcome = await overFreshLine(
        hooks,
        () => openLine(this.#parts, hooks.signal),
        (line) =>
          runCharge(line, {
            parts: this.#parts,
            request,
            hooks,
            origin: this.#parts.origin,
            serviceSequence: this.#parts.serviceSequence,
            onApproved: (approved, withheld) => this.#remember(request.sequence, approved, withheld),
            askFate: (approved) => this.#reversalOf(request, approved),
          }),
      )
      this.#forgetIfSettled(request.sequence, outcome)
      return outcome
    })
  }

  recover(request: RecoverRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#alone(busyUnknown, async () => {
      hooks.onStep('recovering', '')
      this.#clockIs(request.at, request.ageMs)
      const either = AbortSignal.any([hooks.signal, this.#closing.signal])
      // The protocol has no refund, so no terminal can have made one.
      if (request.kind === 'refund') return unknown('terminalDoesNotRemember', 'NAPS knows no refunds')
      if (request.kind === 'void') return recoverVoid(this.#parts, request, either)
      const remembered = this.#remembered.get(request.sequence) ?? null
      const outcome = await recoverAttempt(this.#parts, request, remembered, hooks.confirm, either)
      this.#forgetIfSettled(request.sequence, outcome)
      return outcome
    })
  }

  check(): Promise<TerminalHealth> {
    return this.#alone(busyHealth, () => askHealth(this.#parts))
  }

  async void(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    const no = impossible(request, largestAmount)
    if (no !== null) return no
    return this.#alone(busyDeclined, async () => {
      this.#clockIs(request.at)
      return voidSale(this.#parts, request, hooks)
    })
  }

  settle(): Promise<SettleOutcome> {
    return this.#alone<SettleOutcome>(busySettled, () => endDay(this.#parts))
  }

  reference(): Promise<ServiceOutcome> {
    return this.#upkeep(this.#plain(requestType.referencing), this.#parts.timings.longMs)
  }

  reset(): Promise<ServiceOutcome> {
    return this.#upkeep(this.#plain(requestType.reset), this.#parts.timings.resetMs)
  }

  lastSlip(): Promise<ServiceOutcome> {
    const { origin, timings } = this.#parts
    return this.#upkeep(() => duplicateRequest(origin(), this.#nextService(), '000000'), timings.messageMs)
  }

  information(): Promise<ServiceOutcome> {
    const { origin, timings } = this.#parts
    return this.#upkeep(() => informationRequest(origin(), this.#nextService()), timings.messageMs)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#remembered.clear()
  }

  #plain(type: '012' | '013'): () => Request {
    return () => plainRequest(type, this.#parts.origin(), this.#nextService())
  }

  #upkeep(request: () => Request, timeoutMs: number): Promise<ServiceOutcome> {
    return this.#alone<ServiceOutcome>(busyService, () => askUpkeep(this.#parts, request(), timeoutMs))
  }

  /** Leaves a withheld approval alone until the terminal must have reversed it, then asks. */
  async #reversalOf(request: ChargeRequest, approved: Approved): Promise<ChargeOutcome> {
    const { timers, timings } = this.#parts
    const ageMs = timers.nowMs() - approved.atMs
    const asIfAsked: RecoverRequest = { ...request, approval: approved.approval, ageMs }
    if (approved.approval.trace === null) {
      const fate = await askFate(
        this.#parts,
        { amountMinor: request.amount, stan: null, otherStans: [], ageMs: ageMs + timings.paymentMs },
        this.#closing.signal,
      )
      return fateOfApproved(fate, approved.approval)
    }
    const remembered = this.#remembered.get(request.sequence) ?? null
    const never = (): Promise<never> => Promise.reject(new Error('withheld'))
    return recoverAttempt(this.#parts, asIfAsked, remembered, never, this.#closing.signal)
  }

  #remember(sequence: number, approved: Approved, withheld: boolean): void {
    this.#remembered.delete(sequence)
    const { approval, echo, atMs } = approved
    this.#remembered.set(sequence, { approval, echo, approvedAtMs: atMs, withheld })
    for (const oldest of this.#remembered.keys()) {
      if (this.#remembered.size <= 8) break
      this.#remembered.delete(oldest)
    }
  }

  #forgetIfSettled(sequence: number, { outcome }: ChargeOutcome): void {
    if (outcome === 'approved' || outcome === 'declined') this.#remembered.delete(sequence)
  }

  #alone<T>(busy: T, operate: () => Promise<T>): Promise<T> {
    return this.#one.run(busy, async () => {
      try {
        return await operate()
      } finally {
        this.#at = null
      }
    })
  }

  #clockIs(at: WallClock, agoMs = 0): void {
    this.#at = {
      wall: { utcMs: at.utcMs + agoMs, offsetMinutes: at.offsetMinutes },
      readMs: this.#parts.timers.nowMs(),
    }
  }

  #wallNow(): WallClock {
    if (this.#at === null) return this.#wallClock()
    const { wall, readMs } = this.#at
    const passedMs = Math.round(this.#parts.timers.nowMs() - readMs)
    return { utcMs: wall.utcMs + passedMs, offsetMinutes: wall.offsetMinutes }
  }

  /** NS of questions about nothing durable: the top ten thousand, which a till's own count does not reach in years. */
  #nextService(): string {
    this.#service = (this.#service + 1) % 10_000
    return sequenceText(990_000 + this.#service)
  }
}
