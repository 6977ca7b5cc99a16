import { realTimers } from '#drivers/transport/timers.ts'
import { type DriverParts, machineClock } from '../driver-parts.ts'
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
import type { Transaction } from './approval.ts'
import { ask, type NexoParts } from './ask.ts'
import { largestMinor } from './decimal.ts'
import { httpsChannel } from './https-channel.ts'
import { PassingServiceIds, transactionServiceId } from './message-id.ts'
import type { MoneyCategory, NexoRequest } from './messages.ts'
import {
  diagnosisRequest,
  paymentRequest,
  reconciliationRequest,
  reversalRequest,
  totalsRequest,
} from './messages.ts'
import { recoverTransaction } from './recover.ts'
import { readHealth, readSettled, readTotals } from './reports.ts'
import { runTransaction } from './run-transaction.ts'
import { MessageSeal, type SharedKey } from './security.ts'
import { streamChannel } from './stream-channel.ts'
import { type NexoTimings, nexoTimings } from './timings.ts'

export interface NexoOptions extends DriverParts {
  /**
   * `https`: `POST /nexo` over TLS, as Adyen's terminals in the shop. `tcp`: messages behind a length of four
   * bytes.
   */
  readonly channel: 'https' | 'tcp'
  /** Name of this till at the terminal; two tills at one terminal need two names. Default `Hanout`. */
  readonly saleId?: string
  /** The terminal's own name, e.g. `V400m-123456789`; another terminal's answers are not believed. */
  readonly poiId: string
  /** Absent: messages travel as they are, over TLS or in a network that is trusted. */
  readonly security?: SharedKey
  /** Certificate authority the terminal's certificate must come from, PEM. `https` only. */
  readonly ca?: string
  readonly timings?: Partial<NexoTimings>
}

export interface NexoTerminal extends Terminal {
  void(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  refund(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  settle(): Promise<SettleOutcome>
  totals(): Promise<TotalsOutcome>
}

/** How far the terminal's repetition of our own time stamp may be off: it may leave out the milliseconds. */
const repeatedSlackMs = 1_000
/**
 * The same where the ledger says when: its instant is of just before the request left, and a slow disk may lie
 * between.
 */
const recoveredSlackMs = 60_000
/** Transactions whose moment of leaving is remembered. */
const mostRemembered = 8

/**
 * A nexo Retailer terminal (Sale to POI 3.0, JSON) over any transport; a new connection for each message.
 * @throws RangeError for a `saleId` or `poiId` that no header can carry
 */
export function nexoTerminal(options: NexoOptions): NexoTerminal {
  return new Nexo(options)
}

class Nexo implements NexoTerminal {
  readonly protocol = 'nexo'
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
  readonly #parts: NexoParts
  readonly #closing = new AbortController()
  readonly #one = new OneOperation()
  /** When the request of a sequence number had left, on the driver's clock; of any other: before this driver was. */
  readonly #leftByMs = new Map<number, number>()
  readonly #madeAtMs: number

  constructor(options: NexoOptions) {
    const { saleId = 'Hanout', poiId, timers = realTimers, wallClock = machineClock } = options
    if (!/^[\x21-\x7e]{1,64}$/.test(saleId) || !/^[\x21-\x7e]{1,64}$/.test(poiId)) {
      throw new RangeError('saleId and poiId take 1 to 64 visible characters')
    }
    const timings = { ...nexoTimings, ...options.timings }
    const ids = new PassingServiceIds()
    const wire = {
      transport: options.transport,
      timers,
      connectMs: timings.connectMs,
      closing: this.#closing.signal,
    }
    const authority = options.ca === undefined ? {} : { ca: options.ca }
    this.#parts = {
      channel:
        options.channel === 'tcp' ? streamChannel(wire) : httpsChannel({ ...wire, ...authority, poiId }),
      parties: { saleId, poiId },
      timers,
      timings,
      seal: options.security === undefined ? null : new MessageSeal(options.security),
      onWire: options.onWire ?? (() => undefined),
      closing: this.#closing.signal,
      passingId: () => ids.next(wallClock().utcMs),
    }
    this.#madeAtMs = timers.nowMs()
  }

  charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#move('Payment', request, hooks, (parties) => paymentRequest(parties, request, 'Normal'))
  }

  refund(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#move('Payment', request, hooks, (parties) => paymentRequest(parties, request, 'Refund'))
  }

  async void(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    const { trace: transactionId, terminalTime: timeStamp } = request.approval
    if (transactionId === null || timeStamp === null) {
      return declined('TILL-NOTRACE', 'the sale carries no transaction of the terminal')
    }
    return this.#move('Reversal', request, hooks, (parties) =>
      reversalRequest(parties, request, { transactionId, timeStamp }),
    )
  }

  async recover(request: RecoverRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    const category = request.kind === 'void' ? 'Reversal' : 'Payment'
    return this.#one.run(busyUnknown, () => {
      hooks.onStep('recovering', '')
      const sentAt = { utcMs: request.at.utcMs, slackMs: recoveredSlackMs }
      const { sequence, approval, ageMs, ageUnknown = false } = request
      return recoverTransaction(
        this.#parts,
        {
          about: { category, serviceId: transactionServiceId(sequence) },
          transaction: { category, sequence, amountMinor: request.amount, sentAt },
          approval,
          ageMs,
          ageUnknown,
          leftByMs: this.#leftByMs.get(sequence) ?? this.#madeAtMs,
        },
        hooks,
      )
    })
  }

  check(): Promise<TerminalHealth> {
    return this.#one.run(busyHealth, async () => {
      const { parties, passingId, timings } = this.#parts
      const request = diagnosisRequest(parties, passingId())
      return readHealth(await ask(this.#parts, request, { timeoutMs: timings.messageMs }))
    })
  }

  settle(): Promise<SettleOutcome> {
    return this.#one.run<SettleOutcome>(busySettled, async () => {
      const { parties, passingId, timings } = this.#parts
      const request = reconciliationRequest(parties, passingId())
      return readSettled(await ask(this.#parts, request, { timeoutMs: timings.longMs }), parties.saleId)
    })
  }

  totals(): Promise<TotalsOutcome> {
    return this.#one.run<TotalsOutcome>(busyService, async () => {
      const { parties, passingId, timings } = this.#parts
      const request = totalsRequest(parties, passingId())
      return readTotals(await ask(this.#parts, request, { timeoutMs: timings.messageMs }), parties.saleId)
    })
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#leftByMs.clear()
  }

  /** One transaction, if it can be one at all. */
  async #move(
    category: MoneyCategory,
    { amount, sequence, at }: Pick<ChargeRequest, 'amount' | 'sequence' | 'at'>,
    hooks: ChargeHooks,
    requestFor: (parties: NexoParts['parties']) => NexoRequest,
  ): Promise<ChargeOutcome> {
    const refusal = impossible({ amount, sequence }, largestMinor)
    if (refusal !== null) return refusal
    return this.#one.run(busyDeclined, async () => {
      if (hooks.signal.aborted) return declined('TILL-CANCELLED')
      const transaction: Transaction = {
        category,
        sequence,
        amountMinor: amount,
        sentAt: { utcMs: at.utcMs, slackMs: repeatedSlackMs },
      }
      const request = requestFor(this.#parts.parties)
      const outcome = await runTransaction(this.#parts, { request, transaction, hooks })
      this.#remember(sequence)
      return outcome
    })
  }

  /** Its line is closed now: nothing of it is written any more. */
  #remember(sequence: number): void {
    this.#leftByMs.set(sequence, this.#parts.timers.nowMs())
    for (const oldest of this.#leftByMs.keys()) {
      if (this.#leftByMs.size <= mostRemembered) break
      this.#leftByMs.delete(oldest)
    }
  }
}
