import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { ForwardTrouble } from '#shared/contract/forwards.ts'

/**
 * Brings messages of one destination to where they go. The pump owns the order, the waits and the tries; a forwarder
 * knows the destination.
 *
 * What the pump guarantees:
 * - One call at a time for each destination, oldest message first; the next only after this one is delivered or set
 *   aside.
 * - The try is durable before the call: `row.sends` > 1 says that an earlier one may have reached the destination.
 * - `delivered` is durable before the next call. A kill between the two repeats the call: what a forwarder does must be
 *   safe to repeat under the same `row.key`.
 */
export interface Forwarder {
  /** @param signal the till closes: come to an end soon, `again` is a good one */
  forward(row: WaitingForward, signal: AbortSignal): Promise<Delivery>
}

export type Delivery =
  /** `also`: others of the same destination that it covered; they are delivered in the same transaction. */
  | { readonly end: 'delivered'; readonly also?: readonly number[] }
  /**
   * Not now: tried again after a wait that grows. `unsent`: it is certain that no byte left. `afterMs`: the destination says
   * itself that it is no use before.
   */
  | {
      readonly end: 'again'
      readonly trouble: ForwardTrouble
      readonly detail: string
      readonly unsent?: boolean
      readonly afterMs?: number
    }
  /** Not ever by itself: shown to a person, and the ones behind it go on. */
  | { readonly end: 'setAside'; readonly trouble: ForwardTrouble; readonly detail: string }
