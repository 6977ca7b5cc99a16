import { realTimers } from '#drivers/transport/timers.ts'
import type { DriverParts } from '../driver-parts.ts'
import { maskText } from '../masking.ts'
import { OneOperation } from '../one-operation.ts'
import { busyDeclined, busyHealth, impossible, unconfirmed, unknown } from '../outcomes.ts'
import { overFreshLine } from '../over-fresh-line.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  Terminal,
  TerminalHealth,
} from '../terminal.ts'
import type { LineParts } from './concert-line.ts'
import { freshLine } from './concert-line.ts'
import { greet } from './greet.ts'
import { askedOf, largestAmount } from './request.ts'
import { runExchange } from './run-exchange.ts'
import type { ConcertTimings } from './timings.ts'
import { concertTimings } from './timings.ts'

export interface ConcertOptions extends DriverParts {
  /** Number of the till, two digits. Default `01`. */
  readonly till?: string
  readonly timings?: Partial<ConcertTimings>
}

export interface ConcertTerminal extends Terminal {
  refund(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
}

/** A Concert terminal (version 2, protocol E+), usually on a serial line of 9600 baud. */
export function concertTerminal(options: ConcertOptions): ConcertTerminal {
  return new Concert(options)
}

class Concert implements ConcertTerminal {
  readonly protocol = 'concert'
  readonly capabilities = {
    // Type 2 may be a cancellation, but names no sale: see `request.ts`.
    void: false,
    refund: true,
    query: false,
    settle: false,
    totals: false,
    abort: false,
    prints: true,
    byHand: false,
  }
  readonly #till: string
  readonly #parts: LineParts
  readonly #closing = new AbortController()
  readonly #alone = new OneOperation()

  constructor(options: ConcertOptions) {
    const { transport, till = '01', timers = realTimers, timings, onWire = () => undefined } = options
    if (!/^\d{2}$/.test(till)) throw new RangeError('till takes two digits')
    this.#till = till
    this.#parts = {
      transport,
      timers,
      timings: { ...concertTimings, ...timings },
      onWire,
      closing: this.#closing.signal,
    }
  }

  charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#exchange('debit', request, hooks)
  }

  refund(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome> {
    return this.#exchange('credit', request, hooks)
  }

  /** Concert has no question about what was: whoever stands at the terminal answers for it. */
  async recover({ approval }: RecoverRequest): Promise<ChargeOutcome> {
    const detail = 'Concert terminals cannot be asked: their ticket or its duplicate tells'
    return approval === null ? unknown('noAnswer', detail) : unconfirmed(approval, 'noAnswer', detail)
  }

  check(): Promise<TerminalHealth> {
    return this.#alone.run<TerminalHealth>(busyHealth, () =>
      greet(this.#parts).catch((error: Error) => ({
        ok: false,
        reason: 'unreachable',
        text: maskText(error.message),
      })),
    )
  }

  async close(): Promise<void> {
    this.#closing.abort()
  }

  async #exchange(
    kind: 'debit' | 'credit',
    request: ChargeRequest,
    hooks: ChargeHooks,
  ): Promise<ChargeOutcome> {
    return (
      impossible(request, largestAmount) ??
      this.#alone.run(busyDeclined, () =>
        overFreshLine(
          hooks,
          () => freshLine(this.#parts, hooks.signal),
          (line) =>
            runExchange(line, { parts: this.#parts, asked: askedOf(this.#till, kind, request), hooks }),
        ),
      )
    )
  }
}
