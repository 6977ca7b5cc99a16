import type { Tender } from '#shared/cart/ticket.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** Money taken for a sale, then standing on its ticket. Minor units, ≥ 0. */
export interface TenderRow {
  sale: number
  tender_id: string
  ticket: number | null
  kind: Tender['kind']
  amount: number
  given: number | null
  change: number | null
  reference: string | null
  attempt_id: string | null
  scheme: string | null
  /** All of a card number that anyone may search by. */
  last4: string | null
}

export const tendersTable = defineTable<TenderRow>({
  name: 'tenders',
  columns: [
    'sale',
    'tender_id',
    'ticket',
    'kind',
    'amount',
    'given',
    'change',
    'reference',
    'attempt_id',
    'scheme',
    'last4',
  ],
  key: ['sale', 'tender_id'],
})

const none = {
  ticket: null,
  given: null,
  change: null,
  reference: null,
  attempt_id: null,
  scheme: null,
  last4: null,
}

const last4Of = (approval: Approval | null): string | null =>
  /\d{4}$/.exec(approval?.maskedPan ?? '')?.[0] ?? null

/** Tenders as they are taken, before there is a ticket. Refunds have none until their ticket, tests never have one. */
export function moneyTaken(to: Projections, sale: number, fact: Fact): void {
  switch (fact.kind) {
    case 'cashTaken':
      to.tenders.insert({
        ...none,
        sale,
        tender_id: fact.tenderId,
        kind: 'cash',
        amount: fact.kept,
        given: fact.given,
        change: fact.change,
      })
      break
    case 'otherTaken':
      to.tenders.insert({
        ...none,
        sale,
        tender_id: fact.tenderId,
        kind: fact.tender,
        amount: fact.amount,
        reference: fact.reference,
      })
      break
    case 'attemptApproved': {
      const attempt = to.attempts.by(fact.attemptId)
      if (attempt?.purpose !== 'payment') break
      to.tenders.insert({
        ...none,
        sale,
        tender_id: fact.tenderId,
        kind: 'card',
        amount: attempt.amount,
        attempt_id: fact.attemptId,
        scheme: fact.approval?.scheme ?? null,
        last4: last4Of(fact.approval),
      })
      break
    }
  }
}

/** A tender takes its place on the ticket. */
export function tenderOnTicket(to: Projections, sale: number, ticket: number, tender: Tender): void {
  if (to.tenders.update({ ticket, amount: tender.amount }, sale, tender.tenderId)) return
  const card = tender.kind === 'card' ? tender : null
  const cash = tender.kind === 'cash' ? tender : null
  to.tenders.insert({
    sale,
    tender_id: tender.tenderId,
    ticket,
    kind: tender.kind,
    amount: tender.amount,
    given: cash?.given ?? null,
    change: cash?.change ?? null,
    reference: tender.kind === 'card' || tender.kind === 'cash' ? null : tender.reference,
    attempt_id: card?.attemptId ?? null,
    scheme: card?.approval?.scheme ?? null,
    last4: last4Of(card?.approval ?? null),
  })
}
