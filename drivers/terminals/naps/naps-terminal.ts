import type { Timers } from '#drivers/transport/timers.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { maskText } from '../masking.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  SettleOutcome,
  Terminal,
  TerminalHealth,
  VoidRequest,
} from '../terminal.ts'
import { approvalOf, refusalOf } from './approval.ts'
import { askFate, type FateParts } from './ask-fate.ts'
import type { Approved } from './charge-machine.ts'
import { codeOf } from './message.ts'
import type { NapsLine, WireLine } from './naps-line.ts'
import { ask, openLine } from './naps-line.ts'
import { fateOfApproved, type Remembered, recoverAttempt } from './recover.ts'
import type { WallClock } from './requests.ts'
import { plainRequest, sequenceText } from './requests.ts'
import { runCharge } from './run-charge.ts'
import { isSuccess, requestType } from './tags.ts'
import type { NapsTimings } from './timings.ts'
import { napsTimings } from './timings.ts'
import { voidSale } from './void-sale.ts'

export interface NapsOptions {
  readonly transport: Transport
  /** Number of the till, two digits; with `station` the NCAI of every message. Default `01`. */
  readonly till?: string
  /** Cashier station, five digits. Default `00001`. */
  readonly station?: string
  readonly timings?: Partial<NapsTimings>
  readonly timers?: Timers
  /** Wall clock for messages that no request brings a time for. */
  readonly wallClock?: () => WallClock
  /** Wire trace, card numbers masked. */
  readonly onWire?: (line: WireLine) => void
}

export interface NapsTerminal extends Terminal {
  void(request: VoidRequest): Promise<ChargeOutcome>
  settle(): Promise<SettleOutcome>
  /** 013: the terminal loads its merchant's parameters; once, before its first payment. */
  reference(): Promise<SettleOutcome>
  /** 012: back to "Attente Caisse" from whatever it shows. */
  reset(): Promise<SettleOutcome>
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
    abort: true,
    prints: false,
    byHand: false,
  }
  readonly #parts: FateParts
  readonly #closing = new AbortController()
  #busy = false
  #at: { readonly wall: WallClock; readonly readMs: number } | null = null
  #service = 0
  /** The last approvals, with what 002 must repeat. In memory only; bounded. */
  readonly #remembered = new Map<number, Remembered>()

  constructor(options: NapsOptions) {
    const { till = '01', station = '00001' } = options
    if (!/^\d{2}$/.test(till) || !/^\d{5}$/.test(station)) {
      throw new RangeError('till takes two digits, station five')
    }
    const timers = options.timers ?? realTimers
    const wallClock = options.wallClock ?? machineClock
    this.#parts = {
      transport: options.transport,
      timers,
      timings: { ...napsTimings, ...options.timings },
      onWire: options.onWire ?? (() => undefined),
      closing: this.#closing.signal,
      origin: () => ({ station: till + station, at: this.#wallNow(timers, wallClock) }),
      serviceSequence: () => this.#nextService(),
    }
  }

  async charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    if (!(Number.isSafeInteger(request.amount) && request.amount > 0 && request.amount <= largestAmount)) {
      return declined('TILL-AMOUNT', 'the amount does not fit the protocol')
    }
    if (!isSequence(request.sequence)) return declined('TILL-SEQUENCE', 'no such sequence number')
    return this.#alone(declined('TILL-BUSY', 'another operation is running'), async () => {
      if (hooks.signal.aborted) return declined('TILL-CANCELLED', '')
      hooks.onStep('connecting', '')
      this.#clockIs(request.at)
      let line: NapsLine
      try {
        line = await openLine(this.#parts, hooks.signal)
      } catch (error) {
        // Nothing was written: certain.
        return hooks.signal.aborted
          ? declined('TILL-CANCELLED', '')
          : declined('TILL-UNREACHABLE', maskText((error as Error).message))
      }
      if (hooks.signal.aborted) {
        await line.close()
        return declined('TILL-CANCELLED', '')
      }
      const outcome = await runCharge(line, {
        parts: this.#parts,
        request,
        hooks,
        origin: this.#parts.origin,
        serviceSequence: this.#parts.serviceSequence,
        onApproved: (approved, withheld) => this.#remember(request.sequence, approved, withheld),
        askFate: (approved) => this.#reversalOf(request, approved),
      })
      if (outcome.outcome === 'approved' || outcome.outcome === 'declined') {
        this.#remembered.delete(request.sequence)
      }
      return outcome
    })
  }

  recover(request: RecoverRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    const busy: ChargeOutcome = {
      outcome: 'unknown',
      cause: 'noAnswer',
      detail: 'TILL-BUSY: another operation is running',
    }
    return this.#alone(busy, async () => {
      hooks.onStep('recovering', '')
      this.#clockIs(request.at, request.ageMs)
      const remembered = this.#remembered.get(request.sequence) ?? null
      const either = AbortSignal.any([hooks.signal, this.#closing.signal])
      const outcome = await recoverAttempt(this.#parts, request, remembered, hooks.confirm, either)
      if (outcome.outcome === 'approved' || outcome.outcome === 'declined') {
        this.#remembered.delete(request.sequence)
      }
      return outcome
    })
  }

  async check(): Promise<TerminalHealth> {
    const busy: TerminalHealth = { ok: false, reason: 'busy', text: 'another operation is running' }
    return this.#alone<TerminalHealth>(busy, async () => {
      try {
        const line = await openLine(this.#parts)
        const request = plainRequest(requestType.networkTest, this.#parts.origin(), this.#nextService())
        const asked = await ask(line, request, this.#parts.timings.messageMs, this.#parts.timers)
        await line.close()
        if (asked.kind === 'lineLost') return { ok: false, reason: 'noAnswer', text: asked.detail }
        if (asked.kind === 'noAnswer') {
          return asked.heard === 'noise'
            ? { ok: false, reason: 'otherProtocol', text: 'something answers, but not in NAPS' }
            : { ok: false, reason: 'noAnswer', text: 'the terminal does not answer' }
        }
        const code = codeOf(asked.message)
        return isSuccess(code)
          ? { ok: true, text: `NAPS ${code}` }
          : { ok: false, reason: 'noAnswer', text: `response code ${refusalOf(asked.message).code}` }
      } catch (error) {
        return { ok: false, reason: 'unreachable', text: maskText((error as Error).message) }
      }
    })
  }

  async void(request: VoidRequest): Promise<ChargeOutcome> {
    if (!isSequence(request.sequence)) return declined('TILL-SEQUENCE', 'no such sequence number')
    if (!(request.amount > 0)) return declined('TILL-AMOUNT', 'nothing to void')
    return this.#alone(declined('TILL-BUSY', 'another operation is running'), async () => {
      this.#clockIs(request.at)
      return voidSale(this.#parts, request)
    })
  }

  settle(): Promise<SettleOutcome> {
    return this.#simple(requestType.totals, this.#parts.timings.longMs)
  }

  reference(): Promise<SettleOutcome> {
    return this.#simple(requestType.referencing, this.#parts.timings.longMs)
  }

  reset(): Promise<SettleOutcome> {
    return this.#simple(requestType.reset, this.#parts.timings.resetMs)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#remembered.clear()
  }

  async #simple(type: '010' | '012' | '013', timeoutMs: number): Promise<SettleOutcome> {
    const no = (code: string, text: string): SettleOutcome => ({ ok: false, reason: { code, text } })
    return this.#alone(no('TILL-BUSY', 'another operation is running'), async () => {
      try {
        const line = await openLine(this.#parts)
        const request = plainRequest(type, this.#parts.origin(), this.#nextService())
        const asked = await ask(line, request, timeoutMs, this.#parts.timers)
        await line.close()
        if (asked.kind === 'lineLost') return no('TILL-LINELOST', asked.detail)
        if (asked.kind === 'noAnswer') return no('TILL-NOANSWER', 'the terminal did not answer')
        if (!isSuccess(codeOf(asked.message))) return { ok: false, reason: refusalOf(asked.message) }
        return { ok: true, text: approvalOf(asked.message).slip.join('\n') }
      } catch (error) {
        return no('TILL-UNREACHABLE', maskText((error as Error).message))
      }
    })
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

  /** One operation at a time. */
  async #alone<T>(busy: T, run: () => Promise<T>): Promise<T> {
    if (this.#busy) return busy
    this.#busy = true
    try {
      return await run()
    } finally {
      this.#busy = false
      this.#at = null
    }
  }

  #clockIs(at: WallClock, agoMs = 0): void {
    this.#at = {
      wall: { utcMs: at.utcMs + agoMs, offsetMinutes: at.offsetMinutes },
      readMs: this.#parts.timers.nowMs(),
    }
  }

  #wallNow(timers: Timers, wallClock: () => WallClock): WallClock {
    if (this.#at === null) return wallClock()
    const { wall, readMs } = this.#at
    return { utcMs: wall.utcMs + Math.round(timers.nowMs() - readMs), offsetMinutes: wall.offsetMinutes }
  }

  /** NS of questions about nothing durable: the top ten thousand, which a till's own count does not reach in years. */
  #nextService(): string {
    this.#service = (this.#service + 1) % 10_000
    return sequenceText(990_000 + this.#service)
  }
}

const isSequence = (sequence: number): boolean =>
  Number.isInteger(sequence) && sequence >= 1 && sequence <= 999_999

const declined = (code: string, text: string): ChargeOutcome => ({
  outcome: 'declined',
  reason: { code, text },
})

const machineClock = (): WallClock => {
  const now = new Date()
  return { utcMs: now.getTime(), offsetMinutes: -now.getTimezoneOffset() }
}
