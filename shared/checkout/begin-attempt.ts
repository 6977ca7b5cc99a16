import type { SaleId } from '../kernel/ids.ts'
import type { Dirham } from '../money/amount.ts'
import type { FactOf } from './fact.ts'
import type { Circumstances, TerminalAbilities } from './step.ts'

type Started = FactOf<'attemptStarted'>

/**
 * Something is about to be asked of the terminal. Once this is durable it is asked, never before and never again.
 *
 * @param saleId the open sale's; of an errand its own
 */
export const beginAttempt = (
  purpose: Started['purpose'],
  saleId: SaleId,
  amount: Dirham,
  terminal: TerminalAbilities,
  { at, fresh, nextTerminalSequence }: Circumstances,
  more: Pick<Started, 'givesBack' | 'undoes'> = {},
): Started => ({
  kind: 'attemptStarted',
  attemptId: fresh.attemptId,
  saleId,
  purpose,
  amount,
  terminal: terminal.id,
  terminalSequence: nextTerminalSequence,
  startedAt: at,
  byHand: terminal.byHand,
  ...more,
})
