import { realTimers } from '#drivers/transport/timers.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { DriverParts } from '../driver-parts.ts'
import { OneOperation } from '../one-operation.ts'
import {
  busyDeclined,
  busyHealth,
  busyService,
  busySettled,
  busyUnknown,
  declined,
  impossible,
} from '../outcomes.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  SettleOutcome,
  Terminal,
  TerminalHealth,
  TotalsOutcome,
  VoidRequest,
} from '../terminal.ts'
import { askFate } from './ask-record.ts'
import type { Expected } from './expected.ts'
import { checkHealth } from './health.ts'
import { KnownApprovals } from './known-approvals.ts'
import { fateOfApproved, recoverAttempt } from './recover.ts'
import { register, type ZvtParts } from './register.ts'
import { authorisation, largestAmount, refund, reversal } from './requests.ts'
import { runCharge } from './run-charge.ts'
import { readTotals, settleDay } from './settle-day.ts'
import { type ZvtTimings, zvtTimings } from './timings.ts'
import { whyNotDone } from './why-not-done.ts'

export interface ZvtOptions extends DriverParts {
  /** `serial`: blocks with DLE, STX and CRC, 9600 8N2; `tcp`: bare APDUs, port 20007. */
  readonly link: 'serial' | 'tcp'
  /** Six digits, as set at the terminal. Default `000000` */
  readonly password?: string
  readonly timings?: Partial<ZvtTimings>
}

/**
 * A ZVT terminal (PA00P015 13.08, PA00P016) over any transport. Opens a new connection and registers on it for each
 * operation: long-lived ones go stale without a word.
 */
export function zvtTerminal(options: ZvtOptions): Required<Terminal> {
  return new Zvt(options)
}

type Money = Pick<ChargeRequest, 'amount' | 'sequence' | 'at'>

class Zvt implements Required<Terminal> {
  readonly protocol = 'zvt'
  readonly capabilities = {
    void: true,
    refund: true,
    query: true,
    settle: true,
    totals: true,
    abort: true,
    prints: false,
    byHand: false,
  }
  readonly #parts: ZvtParts
  readonly #closing = new AbortController()
  readonly #operation = new OneOperation()
  readonly #known = new KnownApprovals()

  constructor(options: ZvtOptions) {
    const { password = '000000' } = options
    if (!/^\d{6}$/.test(password)) throw new RangeError('the password takes six digits')
    this.#parts = {
      transport: options.transport,
      link: options.link,
      timers: options.timers ?? realTimers,
      timings: { ...zvtTimings, ...options.timings },
      onWire: options.onWire ?? (() => undefined),
      closing: this.#closing.signal,
      password,
    }
  }

  async charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#move('charge', request, authorisation, null, hooks)
  }

  async refund(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#move('refund', request, (minor) => refund(this.#parts.password, minor), null, hooks)
  }

  async void(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    const { trace } = request.approval
    if (trace === null || !/^\d{4}$/.test(trace))
      return declined('TILL-NOTRACE', 'the sale carries no receipt number')
    const original = this.#known.traceOf(request.approval)
    return this.#move(
      'void',
      request,
      (minor) => reversal(this.#parts.password, trace, minor),
      original,
      hooks,
    )
  }

  recover(request: RecoverRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#operation.run(busyUnknown, () => {
      hooks.onStep('recovering', '')
      const either = AbortSignal.any([hooks.signal, this.#closing.signal])
      return recoverAttempt(this.#parts, request, either)
    })
  }

  check(): Promise<TerminalHealth> {
    return this.#operation.run(busyHealth, () => checkHealth(this.#parts))
  }

  settle(): Promise<SettleOutcome> {
    return this.#operation.run<SettleOutcome>(busySettled, () => settleDay(this.#parts))
  }

  totals(): Promise<TotalsOutcome> {
    return this.#operation.run<TotalsOutcome>(busyService, () => readTotals(this.#parts))
  }

  async close(): Promise<void> {
    this.#closing.abort()
  }

  /**
   * Registers, and sends the one command that moves money. Until that is sent, whatever happens is a certain
   * decline.
   */
  async #move(
    kind: Expected['kind'],
    money: Money,
    command: (minor: number) => Uint8Array,
    originalTrace: string | null,
    hooks: ChargeHooks,
  ): Promise<ChargeOutcome> {
    const no = impossible(money, largestAmount)
    if (no !== null) return no
    return this.#operation.run(busyDeclined, async () => {
      if (hooks.signal.aborted) return declined('TILL-CANCELLED')
      hooks.onStep('connecting', '')
      const registered = await register(this.#parts, hooks.signal)
      if (registered.kind !== 'registered') {
        if (hooks.signal.aborted) return declined('TILL-CANCELLED')
        // Nothing was sent that moves money.
        return { outcome: 'declined', reason: whyNotDone(registered) }
      }
      const { line } = registered
      if (hooks.signal.aborted) {
        await line.close()
        return declined('TILL-CANCELLED')
      }
      const sentAtMs = this.#parts.timers.nowMs()
      return runCharge(line, {
        parts: this.#parts,
        command: command(money.amount),
        expected: { amountMinor: money.amount, kind, originalTrace, before: this.#known.seen },
        hooks,
        onApproved: (status) => this.#known.add(status),
        askFate: async (approval, broken) => {
          const ageMs = this.#parts.timers.nowMs() - sentAtMs
          const fate = await this.#fateOf(kind, money, approval, ageMs)
          return fateOfApproved(fate, approval, broken)
        },
      })
    })
  }

  #fateOf(kind: Expected['kind'], money: Money, approval: Approval, ageMs: number) {
    const sought = {
      kind,
      amountMinor: money.amount,
      receipt: approval.trace,
      otherReceipts: [],
      at: money.at,
      ageMs,
      clockToleranceMs: this.#parts.timings.clockToleranceMs,
    }
    return askFate(this.#parts, sought, false, this.#closing.signal)
  }
}
