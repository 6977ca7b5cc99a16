import { assertNever } from '../kernel/result.ts'
import type { Command } from './command.ts'
import type { Decide, Decision, Decisions } from './decision.ts'
import { attemptDecisions } from './decisions/attempt.ts'
import { decideApprovalReceived, decideAttemptEnded } from './decisions/attempt-result.ts'
import { houseDecisions } from './decisions/house.ts'
import { onlineOrderDecisions } from './decisions/online-order.ts'
import { ownerDecisions } from './decisions/owners.ts'
import { paperDecisions } from './decisions/papers.ts'
import { parkingDecisions } from './decisions/parking.ts'
import { pricingDecisions } from './decisions/pricing.ts'
import { qrDecisions } from './decisions/qr.ts'
import { refundDecisions } from './decisions/refund.ts'
import { decideRestart } from './decisions/restart.ts'
import { ringingDecisions } from './decisions/ringing.ts'
import { shiftDecisions } from './decisions/shift.ts'
import { tenderingDecisions } from './decisions/tendering.ts'
import { terminalTestDecisions } from './decisions/terminal-test.ts'
import type { CheckoutContext } from './state/context.ts'
import type { CheckoutInput, Circumstances } from './step.ts'

const decisions = {
  ...shiftDecisions,
  ...ringingDecisions,
  ...pricingDecisions,
  ...parkingDecisions,
  ...tenderingDecisions,
  ...qrDecisions,
  ...attemptDecisions,
  ...refundDecisions,
  ...terminalTestDecisions,
  ...onlineOrderDecisions,
  ...paperDecisions,
  ...ownerDecisions,
  ...houseDecisions,
} satisfies Decisions

function decideCommand(context: CheckoutContext, command: Command, circumstances: Circumstances): Decision {
  const decide = decisions[command.type] as Decide<Command['type']>
  return decide(context, command, circumstances)
}

/** What an input comes to, judged against what is known; changes nothing. */
export function decide(
  context: CheckoutContext,
  input: CheckoutInput,
  circumstances: Circumstances,
): Decision {
  switch (input.type) {
    case 'command':
      return decideCommand(context, input.command, circumstances)
    case 'attemptEnded':
      return decideAttemptEnded(context, input.attemptId, input.result, circumstances)
    case 'approvalReceived':
      return decideApprovalReceived(context, input.attemptId, input.approval)
    case 'tillRestarted':
      return decideRestart(context, circumstances)
    default:
      return assertNever(input)
  }
}
