import type { PaperRequest } from '../kernel/paper-kinds.ts'
import { assertNever } from '../kernel/result.ts'
import type { Effect } from './effect.ts'
import type { Fact, FactOf } from './fact.ts'

/** What follows in the world from a fact that has just become durable. Nothing follows from facts replayed. */
export function effectsOf(fact: Fact): readonly Effect[] {
  switch (fact.kind) {
    case 'attemptStarted':
      return [operationOf(fact)]
    // Nothing is under way on a terminal that could not tell; on one worked by hand it is over now.
    case 'attemptApproved':
    case 'attemptDeclined':
      return fact.decidedBy.kind === 'person' ? [{ type: 'releaseCharge', attemptId: fact.attemptId }] : []
    case 'cashTaken':
    case 'cashMoved':
    case 'drawerOpened':
      return [{ type: 'kickDrawer' }]
    case 'saleCompleted':
      return [printed({ kind: 'receipt', ticket: fact.ticket.number })]
    case 'refundCompleted': {
      const print = printed({ kind: 'receipt', ticket: fact.ticket.number })
      const cash = fact.ticket.tenders.some((tender) => tender.kind === 'cash')
      return cash ? [{ type: 'kickDrawer' }, print] : [print]
    }
    case 'invoiceIssued':
      return [printed({ kind: 'invoice', invoice: fact.number })]
    case 'exportFormIssued':
      return [printed({ kind: 'exportForm', form: fact.number })]
    case 'visitorForgotten':
      return [{ type: 'forgetVisitor', form: fact.form }]
    case 'certificateIssued':
      return [printed({ kind: 'certificate', certificate: fact.number })]
    default:
      return []
  }
}

const printed = (paper: PaperRequest): Effect => ({ type: 'print', paper })

/** @throws Error on a void of nothing, which no decision makes */
function operationOf(fact: FactOf<'attemptStarted'>): Effect {
  const { attemptId, amount, terminalSequence } = fact
  const order = { attemptId, amount, terminalSequence }
  switch (fact.purpose) {
    case 'payment':
    case 'test':
      return { type: 'startCharge', ...order }
    case 'refund':
      return { type: 'startRefund', ...order }
    case 'void': {
      if (fact.undoes === undefined) throw new Error(`attempt ${attemptId} undoes nothing`)
      return { type: 'startVoid', ...order, approval: fact.undoes.approval }
    }
    default:
      return assertNever(fact.purpose)
  }
}
