import type { Effect } from './effect.ts'
import type { Fact } from './fact.ts'

/** What follows in the world from a fact that has just become durable. Nothing follows from facts replayed. */
export function effectsOf(fact: Fact): readonly Effect[] {
  switch (fact.kind) {
    case 'attemptStarted': {
      const { attemptId, amount, terminalSequence } = fact
      return [{ type: 'startCharge', attemptId, amount, terminalSequence }]
    }
    case 'cashTaken':
    case 'cashMoved':
    case 'drawerOpened':
      return [{ type: 'kickDrawer' }]
    case 'saleCompleted':
      return [{ type: 'printReceipt', ticketNumber: fact.ticket.number, copy: 0 }]
    case 'refundCompleted': {
      const print = { type: 'printReceipt', ticketNumber: fact.ticket.number, copy: 0 } as const
      const cash = fact.ticket.tenders.some((tender) => tender.kind === 'cash')
      return cash ? [{ type: 'kickDrawer' }, print] : [print]
    }
    default:
      return []
  }
}
