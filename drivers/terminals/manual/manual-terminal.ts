import { OneOperation } from '../one-operation.ts'
import { busyDeclined, declined, impossible, unknown } from '../outcomes.ts'
import type { ChargeHooks, ChargeOutcome, ChargeRequest, Terminal, TerminalHealth } from '../terminal.ts'

/** Seven figures and centimes: what a terminal's keys take. */
const largestAmount = 999_999_999

/**
 * A stand-alone terminal, with nothing between it and the till: the cashier keys the amount on it, reads what it
 * says, and answers for it. The driver's part is to wait for that person. It never learns what happened, so it
 * neither approves nor declines what it has shown: released by `signal`, or closed, it resolves `unknown` with
 * detail `released`.
 */
export function manualTerminal(): Terminal {
  return new Manual()
}

class Manual implements Terminal {
  readonly protocol = 'manual'
  readonly capabilities = {
    void: false,
    refund: false,
    query: false,
    settle: false,
    totals: false,
    abort: false,
    prints: true,
    byHand: true,
  }
  readonly #closing = new AbortController()
  readonly #alone = new OneOperation()

  async charge(request: ChargeRequest, { onStep, signal }: ChargeHooks): Promise<ChargeOutcome> {
    return (
      impossible(request, largestAmount) ??
      this.#alone.run(busyDeclined, async () => {
        // Nobody was asked to key anything yet.
        if (this.#closing.signal.aborted) return declined('TILL-UNREACHABLE')
        if (signal.aborted) return declined('TILL-CANCELLED')
        onStep('keyAmount', '')
        await aborted(AbortSignal.any([signal, this.#closing.signal]))
        return unknown('noAnswer', 'released')
      })
    )
  }

  async recover(): Promise<ChargeOutcome> {
    return unknown('noAnswer', 'nothing is connected: whoever stands at the terminal knows')
  }

  async check(): Promise<TerminalHealth> {
    return { ok: true, text: '' }
  }

  async close(): Promise<void> {
    this.#closing.abort()
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
