import type { Approval, DeclineReason, UnknownCause } from '#shared/kernel/attempt.ts'
import type {
  ChargeOutcome,
  ChargeRequest,
  ServiceOutcome,
  SettleOutcome,
  TerminalHealth,
} from './terminal.ts'

/** @param code the terminal's own as received, or one of `TILL-…` (each has words in `shared/i18n/refusals`) */
export const declined = (code: string, text = ''): ChargeOutcome => ({
  outcome: 'declined',
  reason: { code, text },
})

/** Nobody knows whether the money moved. @param detail for logs and whoever helps, card numbers masked */
export const unknown = (cause: UnknownCause, detail: string): ChargeOutcome => ({
  outcome: 'unknown',
  cause,
  detail,
})

/** The terminal approved, and whether that became final nobody knows. */
export const unconfirmed = (approval: Approval, cause: UnknownCause, detail: string): ChargeOutcome => ({
  outcome: 'approvedUnconfirmed',
  approval,
  cause,
  detail,
})

/** Another operation runs: nothing was sent, nothing was asked. One answer for each kind of operation. */
const another = 'another operation is running'
export const busyDeclined: ChargeOutcome = declined('TILL-BUSY', another)
/** Of an attempt that was made: still as unknown as it was. */
export const busyUnknown: ChargeOutcome = unknown('noAnswer', `TILL-BUSY: ${another}`)
export const busyHealth: TerminalHealth = { ok: false, reason: 'busy', text: another }
export const busyService: Extract<ServiceOutcome, { ok: false }> = {
  ok: false,
  reason: { code: 'TILL-BUSY', text: another },
}
export const busySettled: SettleOutcome = { ...busyService, sent: false }

/** The day was not ended, for certain: no byte of the order left. */
export const notTold = (reason: DeclineReason): SettleOutcome => ({ ok: false, reason, sent: false })
/** The order left, and was refused or not answered. */
export const notSettled = (reason: DeclineReason): SettleOutcome => ({ ok: false, reason, sent: true })

/**
 * Why a request cannot be sent at all; `null`: it can. Nothing has left when this says no.
 * @param largestMinor what the protocol's amount field holds
 */
export function impossible(
  request: Pick<ChargeRequest, 'amount' | 'sequence'>,
  largestMinor: number,
): ChargeOutcome | null {
  const { amount, sequence } = request
  if (!(Number.isSafeInteger(amount) && amount > 0 && amount <= largestMinor)) {
    return declined('TILL-AMOUNT', 'the amount does not fit the protocol')
  }
  const fits = Number.isInteger(sequence) && sequence >= 1 && sequence <= 999_999
  return fits ? null : declined('TILL-SEQUENCE', 'no such sequence number')
}
