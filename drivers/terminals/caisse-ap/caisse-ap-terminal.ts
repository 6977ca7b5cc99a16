import { realTimers } from '#drivers/transport/timers.ts'
import type { DriverParts } from '../driver-parts.ts'
import { maskText } from '../masking.ts'
import { OneOperation } from '../one-operation.ts'
import { busyDeclined, busyHealth, declined, impossible, unconfirmed, unknown } from '../outcomes.ts'
import { overFreshLine } from '../over-fresh-line.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  Terminal,
  TerminalHealth,
} from '../terminal.ts'
import type { LineParts } from './caisse-ap-line.ts'
import { freshLine } from './caisse-ap-line.ts'
import { askedOf, largestAmount } from './request.ts'
import { runExchange } from './run-exchange.ts'
import type { CaisseApTimings } from './timings.ts'
import { caisseApTimings } from './timings.ts'

export interface CaisseApOptions extends DriverParts {
  /** Number of the till, two digits. Default `01`. */
  readonly till?: string
  readonly timings?: Partial<CaisseApTimings>
}

export interface CaisseApTerminal extends Terminal {
  refund(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
}

/** A Caisse-AP terminal (version 3 over IP, usually port 8888). A new connection for each operation. */
export function caisseApTerminal(options: CaisseApOptions): CaisseApTerminal {
  return new CaisseAp(options)
}

class CaisseAp implements CaisseApTerminal {
  readonly protocol = 'caisse-ap'
  readonly capabilities = {
    // The specification has more actions than debit and credit; none of them is verified.
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

  constructor(options: CaisseApOptions) {
    const { transport, till = '01', timers = realTimers, timings, onWire = () => undefined } = options
    if (!/^\d{2}$/.test(till)) throw new RangeError('till takes two digits')
    this.#till = till
    this.#parts = {
      transport,
      timers,
      timings: { ...caisseApTimings, ...timings },
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

  /** Caisse-AP has no question about what was: whoever stands at the terminal answers for it. */
  async recover({ approval }: RecoverRequest): Promise<ChargeOutcome> {
    const detail = 'Caisse-AP terminals cannot be asked: their ticket or its duplicate tells'
    return approval === null ? unknown('noAnswer', detail) : unconfirmed(approval, 'noAnswer', detail)
  }

  /** A connection is all that can be had without moving money; a malformed request might be harmless, and might not. */
  check(): Promise<TerminalHealth> {
    return this.#alone.run<TerminalHealth>(busyHealth, async () => {
      try {
        const line = await freshLine(this.#parts)
        line.overdue()
        const { heard, lost } = line
        await line.close()
        // A terminal waits to be asked; whatever greets its callers in other words is something else.
        if (heard === 'noise') {
          return { ok: false, reason: 'otherProtocol', text: 'it speaks first, and not Caisse-AP' }
        }
        if (lost !== null) return { ok: false, reason: 'noAnswer', text: maskText(lost) }
        return { ok: true, text: '' }
      } catch (error) {
        return { ok: false, reason: 'unreachable', text: maskText((error as Error).message) }
      }
    })
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
          async (line) => {
            const { lost } = line
            if (lost === null) return runExchange(line, askedOf(this.#till, kind, request), hooks)
            await line.close()
            return declined('TILL-UNREACHABLE', maskText(lost))
          },
        ),
      )
    )
  }
}
