import type { SnapshotFrom } from 'xstate'
import type { TicketNumber } from '../kernel/ids.ts'
import type { checkoutChart } from './chart.ts'
import { attemptOnCounter, pendingAttempt } from './state/ask.ts'
import type { CheckoutInput } from './step.ts'

/**
 * The sale ticket that an input gives back from or makes a paper out for: what the till must have looked up (`refundOf`,
 * `papers`) to judge it. A form that is to be voided is found by its own number.
 */
export function ticketToLookUp(
  { context }: SnapshotFrom<typeof checkoutChart>,
  input: CheckoutInput,
): TicketNumber | null {
  if (input.type === 'attemptEnded')
    return pendingAttempt(context, input.attemptId)?.attempt.givesBack?.ticket ?? null
  if (input.type !== 'command') return null
  switch (input.command.type) {
    case 'refund':
    case 'voidTicket':
    case 'issueInvoice':
    case 'issueExportForm':
    case 'issueCertificate':
      return input.command.ticket
    case 'resolveAttempt':
      return attemptOnCounter(context)?.givesBack?.ticket ?? null
    default:
      return null
  }
}
