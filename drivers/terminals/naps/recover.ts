import { pause } from '#drivers/transport/timers.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import { declined, unconfirmed, unknown } from '../outcomes.ts'
import type { ChargeHooks, ChargeOutcome, RecoverRequest } from '../terminal.ts'
import { readPaymentAnswer } from './approval.ts'
import type { Fate, FateParts } from './ask-fate.ts'
import { askFate } from './ask-fate.ts'
import { ask, openLine } from './naps-line.ts'
import type { ApprovalEcho } from './requests.ts'
import { confirmationRequest, plainRequest, sequenceText } from './requests.ts'
import { requestType } from './tags.ts'

/** What the driver itself still remembers of an attempt; a restarted till remembers nothing. */
export interface Remembered {
  readonly approval: Approval
  readonly echo: ApprovalEcho
  /** When 101 came, on the driver's clock. */
  readonly approvedAtMs: number
  /** Cancelled at the till: must not be confirmed any more. */
  readonly withheld: boolean
}

/**
 * What became of an attempt (guide v1.1 §10): confirmed again if an approval is known and the terminal may still be
 * waiting; otherwise asked for once the reversal must have happened.
 */
export async function recoverAttempt(
  parts: FateParts,
  request: RecoverRequest,
  remembered: Remembered | null,
  confirm: ChargeHooks['confirm'],
  signal: AbortSignal,
): Promise<ChargeOutcome> {
  const started = parts.timers.nowMs()
  const approval = request.approval ?? remembered?.approval ?? null
  if (approval === null) return recoverUnanswered(parts, request, signal)

  const windowMs = openWindowMs(parts, request, remembered)
  const wanted = windowMs > 0 && remembered?.withheld !== true
  if (wanted && (request.approval !== null || (await isKept(approval, confirm)))) {
    const again = await confirmAgain(parts, request, approval, remembered?.echo ?? null, signal)
    if (again === 'confirmed') return { outcome: 'approved', approval }
  }
  await pause(
    parts.timers,
    windowMs + parts.timings.windowMarginMs - (parts.timers.nowMs() - started),
    signal,
  )
  const ageMs = request.ageMs + parts.timers.nowMs() - started
  const { amount, otherTraces: otherStans = [] } = request
  const sought = { amountMinor: amount, stan: approval.trace, otherStans, ageMs }
  const fate = await askFate(parts, sought, signal)
  return fateOfApproved(fate, approval)
}

/** An approval that only this driver remembers is made durable before it is confirmed, as in the charge itself. */
async function isKept(approval: Approval, confirm: ChargeHooks['confirm']): Promise<boolean> {
  try {
    await confirm(approval)
    return true
  } catch {
    return false
  }
}

/**
 * Upper bound of how long the terminal may still wait for 002, ms. Without memory of when 101 came, it came at the
 * latest when the card could last be presented.
 */
function openWindowMs(parts: FateParts, request: RecoverRequest, remembered: Remembered | null): number {
  const { windowMs, paymentMs } = parts.timings
  if (remembered !== null) return Math.max(0, remembered.approvedAtMs + windowMs - parts.timers.nowMs())
  return Math.max(0, Math.min(windowMs, paymentMs + windowMs - request.ageMs))
}

/** 002 with the NS of its 001. The terminal judges whether it comes in time; it never charges a second time. */
async function confirmAgain(
  parts: FateParts,
  request: RecoverRequest,
  approval: Approval,
  echo: ApprovalEcho | null,
  signal: AbortSignal,
): Promise<'confirmed' | 'notConfirmed'> {
  try {
    const line = await openLine(parts, signal)
    // After a restart the clear card number is gone, and a masked one would not be verbatim: STAN alone identifies.
    const known = echo ?? { stan: approval.trace, card: null, expiry: null }
    const sequence = sequenceText(request.sequence)
    const confirmation = confirmationRequest(parts.origin(), sequence, request.amount, known)
    const asked = await ask(line, confirmation, parts.timings.confirmMs, parts.timers)
    await line.close()
    if (asked.kind !== 'answer') return 'notConfirmed'
    return readPaymentAnswer(asked.message, request.amount).kind === 'approved' ? 'confirmed' : 'notConfirmed'
  } catch {
    return 'notConfirmed'
  }
}

/** After an approval: only the terminal's word that it cancelled makes it a decline. */
export function fateOfApproved(fate: Fate, approval: Approval): ChargeOutcome {
  switch (fate.fate) {
    case 'stands':
      return { outcome: 'approved', approval }
    case 'cancelled':
      return declined(fate.code, fate.text)
    case 'refused':
      return unconfirmed(approval, 'answersDisagree', `the record of an approval says ${fate.code}`)
    case 'notFound':
      return unconfirmed(approval, 'terminalDoesNotRemember', 'the terminal has no such record')
    case 'contradictory':
      return unconfirmed(approval, 'answersDisagree', fate.detail)
    case 'noAnswer':
    case 'lineLost':
      return unconfirmed(approval, fate.fate, fate.detail)
  }
}

/**
 * No 101 is known: nothing was confirmed. Ask after the reversal, match by amount and time, free a stuck card
 * screen.
 */
async function recoverUnanswered(
  parts: FateParts,
  request: RecoverRequest,
  signal: AbortSignal,
): Promise<ChargeOutcome> {
  const { timers, timings } = parts
  const waitMs = Math.max(0, timings.windowMs + timings.windowMarginMs - request.ageMs)
  await pause(timers, waitMs, signal)
  if (signal.aborted) return unknown('noAnswer', 'gave up waiting')
  const { amount, otherTraces: otherStans = [] } = request
  const sought = { amountMinor: amount, stan: null, otherStans, ageMs: request.ageMs + waitMs }
  const fate = await askFate(parts, sought, signal)
  switch (fate.fate) {
    case 'stands':
      return { outcome: 'approved', approval: fate.approval }
    case 'cancelled':
    case 'refused':
      return declined(fate.code, fate.text)
    case 'notFound':
      await freeTerminal(parts, signal)
      return unknown('terminalDoesNotRemember', 'its last record is of something else')
    case 'contradictory':
      return unknown('answersDisagree', fate.detail)
    case 'noAnswer':
      await freeTerminal(parts, signal)
      return unknown('noAnswer', fate.detail)
    case 'lineLost':
      return unknown('lineLost', fate.detail)
  }
}

/** 012: a terminal still waiting for a card must not take one for a sale that went on without it. Best effort. */
async function freeTerminal(parts: FateParts, signal: AbortSignal): Promise<void> {
  try {
    const line = await openLine(parts, signal)
    const reset = plainRequest(requestType.reset, parts.origin(), parts.serviceSequence())
    await ask(line, reset, parts.timings.resetMs, parts.timers)
    await line.close()
  } catch {
    // Unreachable: then it is not reset, and the outcome stays what it was.
  }
}
