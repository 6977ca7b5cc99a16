import { dirhamCode } from './requests.ts'
import { identityOf, type StatusInformation } from './status.ts'

/** What an approving 04 0F must say to be the answer to our command. */
export interface Expected {
  readonly amountMinor: number
  readonly kind: 'charge' | 'refund' | 'void'
  /** BMP 0B of the transaction a void undoes, where the driver still knows it. */
  readonly originalTrace: string | null
  /** Approvals given before, by `identityOf`: none of them is the answer to a new command. */
  readonly before: ReadonlySet<string>
}

/** Why an approval is not of what was asked; `null`: it is. */
export function disagreement(status: StatusInformation, expected: Expected): string | null {
  if (status.amountMinor !== expected.amountMinor) return 'approved another amount'
  if (status.currency !== null && status.currency !== dirhamCode) return 'approved in another currency'
  if (expected.before.has(identityOf(status) ?? '')) return 'the approval of a former transaction'
  const { originalTrace } = status
  if (expected.kind !== 'void') return originalTrace === null ? null : 'a reversal instead of a payment'
  // Some terminals undo only their last transaction, whatever receipt number they are given.
  const other =
    originalTrace !== null && expected.originalTrace !== null && originalTrace !== expected.originalTrace
  return other ? 'another transaction was undone' : null
}
