import { pause } from '#drivers/transport/timers.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import { declined, unconfirmed, unknown } from '../outcomes.ts'
import type { ChargeHooks, ChargeOutcome } from '../terminal.ts'
import type { Transaction } from './approval.ts'
import type { NexoParts } from './ask.ts'
import { askFate, type Fate } from './ask-fate.ts'
import type { MessageReference } from './messages.ts'
import { outcomeOf, tellToStop } from './run-transaction.ts'

export interface Recovery {
  readonly about: MessageReference
  readonly transaction: Transaction
  /** What the ledger already knows. */
  readonly approval: Approval | null
  /** How long ago the request left by the till's clock, which may have jumped, ms. */
  readonly ageMs: number
  readonly ageUnknown: boolean
  /** When it left at the latest, on the driver's own clock. */
  readonly leftByMs: number
}

/**
 * Asks what became of a transaction until the terminal has decided it (nexo Retailer, TransactionStatus; Adyen,
 * "Verify transaction status"): an answer is given again as it was, what is still under way is waited for as long as
 * a payment may take, then told to stop.
 */
export async function recoverTransaction(
  parts: NexoParts,
  recovery: Recovery,
  hooks: ChargeHooks,
): Promise<ChargeOutcome> {
  const { timers, timings, closing } = parts
  const { about, approval } = recovery
  const patientUntilMs = timers.nowMs() + Math.max(0, timings.paymentMs - recovery.ageMs)
  const givenUp = AbortSignal.any([hooks.signal, closing])
  let stoppedAtMs: number | null = null
  for (;;) {
    const fate = await askFate(parts, about, recovery.transaction, givenUp)
    if (closing.aborted) return open(approval, { fate: 'lineLost', detail: 'closed by the till' })
    if (fate.fate === 'pending') {
      if (stoppedAtMs === null && (hooks.signal.aborted || timers.nowMs() >= patientUntilMs)) {
        hooks.onStep('cancelling', '')
        stoppedAtMs = timers.nowMs()
        await tellToStop(parts, about, closing)
      } else if (stoppedAtMs !== null && timers.nowMs() >= stoppedAtMs + timings.cancelMs) {
        return open(approval, { fate: 'noAnswer', detail: 'the terminal is still at it' })
      }
      await pause(timers, timings.pollMs, stoppedAtMs === null ? givenUp : closing)
      continue
    }
    if (fate.fate !== 'notFound') return settled(fate, approval)
    const deliveredByMs = recovery.leftByMs + timings.deliveryMs
    if (timers.nowMs() >= deliveredByMs) return neverArrived(recovery, timings.memoryMs)
    if (givenUp.aborted) return forgotten(approval, 'it had not arrived when asking was given up')
    await pause(timers, deliveredByMs - timers.nowMs(), givenUp)
  }
}

/**
 * `NotFound`, and nothing of the request can be on its way any more: it was asked after the longest time a system
 * goes on delivering for a connection that is closed, measured on the driver's own clock, and the terminal keeps
 * its record for longer than the request is old. So it never started and never will, which is the terminal's word
 * that no money moved.
 */
function neverArrived({ approval, ageMs, ageUnknown }: Recovery, memoryMs: number): ChargeOutcome {
  if (approval !== null || ageUnknown || ageMs >= memoryMs)
    return forgotten(approval, 'the terminal has no such record')
  return declined('NotFound', 'the request never reached the terminal')
}

const forgotten = (approval: Approval | null, detail: string): ChargeOutcome =>
  approval === null
    ? unknown('terminalDoesNotRemember', detail)
    : unconfirmed(approval, 'terminalDoesNotRemember', detail)

type Unsettled = Extract<Fate, { detail: string }>

function settled(
  fate: Unsettled | Extract<Fate, { fate: 'decided' }>,
  approval: Approval | null,
): ChargeOutcome {
  if (fate.fate !== 'decided') return open(approval, fate)
  const outcome = outcomeOf(fate.answer)
  if (approval === null || outcome.outcome === 'approved') return outcome
  // The ledger holds an approval that the terminal does not stand by: a person has to look.
  return unconfirmed(approval, 'answersDisagree', 'the record of an approval says otherwise')
}

function open(approval: Approval | null, { fate, detail }: Unsettled): ChargeOutcome {
  const cause = fate === 'contradictory' ? 'answersDisagree' : fate
  return approval === null ? unknown(cause, detail) : unconfirmed(approval, cause, detail)
}
