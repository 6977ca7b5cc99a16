import type { Approval } from '#shared/kernel/attempt.ts'
import { declined, unconfirmed, unknown } from '../outcomes.ts'
import type { ChargeOutcome, RecoverRequest } from '../terminal.ts'
import { askFate } from './ask-record.ts'
import type { Broken } from './charge-state.ts'
import type { Fate, Sought } from './record.ts'
import type { ZvtParts } from './register.ts'

/**
 * What became of an attempt whose end nobody saw (PA00P015 §2.20.2): the terminal's record of its last transaction,
 * matched by receipt number where an approval is known, else by kind, amount and time.
 */
export async function recoverAttempt(
  parts: ZvtParts,
  request: RecoverRequest,
  signal: AbortSignal,
): Promise<ChargeOutcome> {
  const { kind = 'charge', approval: own, undoes, otherTraces = [] } = request
  // The record of the charge that a void undoes is not what is looked for.
  const original = undoes?.trace == null ? [] : [undoes.trace]
  const sought: Sought = {
    kind,
    amountMinor: request.amount,
    receipt: own?.trace ?? null,
    otherReceipts: [...otherTraces, ...original],
    at: request.at,
    ageMs: request.ageMs,
    clockToleranceMs: parts.timings.clockToleranceMs,
  }
  // An approval that is known may have been acknowledged: then the terminal prints, and must not be stopped.
  const fate = await askFate(parts, sought, own === null, signal)
  return own === null ? fateOfUnanswered(fate) : fateOfApproved(fate, own, null)
}

/**
 * After an approval only the terminal's word that it did not stand makes it a decline.
 * @param broken what kept the till from seeing its end, said where the record does not help either
 */
export function fateOfApproved(fate: Fate, approval: Approval, broken: Broken | null): ChargeOutcome {
  switch (fate.fate) {
    case 'stands':
      return { outcome: 'approved', approval }
    case 'refused':
      return declined(fate.reason.code, fate.reason.text)
    case 'notFound':
      return unconfirmed(approval, 'terminalDoesNotRemember', told(broken, fate.detail))
    case 'contradictory':
      return unconfirmed(approval, 'answersDisagree', told(broken, fate.detail))
    case 'noAnswer':
    case 'lineLost':
      return unconfirmed(approval, broken?.cause ?? fate.fate, told(broken, fate.detail))
  }
}

function fateOfUnanswered(fate: Fate): ChargeOutcome {
  switch (fate.fate) {
    case 'stands':
      return { outcome: 'approved', approval: fate.approval }
    case 'refused':
      return declined(fate.reason.code, fate.reason.text)
    case 'notFound':
      return unknown('terminalDoesNotRemember', fate.detail)
    case 'contradictory':
      return unknown('answersDisagree', fate.detail)
    case 'noAnswer':
    case 'lineLost':
      return unknown(fate.fate, fate.detail)
  }
}

const told = (broken: Broken | null, detail: string): string =>
  broken === null ? detail : `${broken.detail}; ${detail}`
