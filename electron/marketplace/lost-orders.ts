import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'

/**
 * Writes down each order that has lost a piece, which makes its one task. Which they are is asked of the ledger and not of
 * an event: whoever died in between finds them at the next look.
 * @returns whether there were any
 * @throws LedgerUnwritable
 */
export function writeLostOrders(ledger: WriteLedger, clock: Clock): boolean {
  const losing = ledger.ordersToLose()
  if (losing.length === 0) return false
  const facts = losing.map(({ order, lost }) => ({ kind: 'onlineOrderLost', order, lost }) as const)
  ledger.append(facts, 'till', notBefore(ledger, clock.now()))
  return true
}
