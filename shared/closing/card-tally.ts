import { bump, bumpAt, emptySum, type Sum, signOf } from '../books/ticket-sums.ts'
import type { Ticket } from '../cart/ticket.ts'
import type { FactOf } from '../checkout/fact.ts'
import type { AttemptId } from '../kernel/ids.ts'

/** Card money of a period, and what of it nobody knows or has undone. */
export interface CardTally {
  readonly started: Map<AttemptId, { readonly amount: number; readonly terminal: string }>
  /** Attempts that have no outcome, or whose outcome was taken back. */
  readonly inDoubt: Map<AttemptId, number>
  /** Voids that undo a ticket's charge, not a test's. */
  readonly ticketVoids: Set<AttemptId>
  readonly voids: Sum
  /** Test charges that stand. */
  readonly standing: Map<AttemptId, number>
  readonly schemes: Map<string, Sum>
  readonly terminals: Map<string, Sum>
}

export const newCardTally = (): CardTally => ({
  started: new Map(),
  inDoubt: new Map(),
  ticketVoids: new Set(),
  voids: emptySum(),
  standing: new Map(),
  schemes: new Map(),
  terminals: new Map(),
})

type AttemptFact = FactOf<
  | 'attemptStarted'
  | 'attemptUnknown'
  | 'attemptApprovedUnconfirmed'
  | 'attemptApproved'
  | 'attemptDeclined'
  | 'terminalTested'
>

/** Adds what a terminal was told or said. */
export function tallyAttempt(tally: CardTally, fact: AttemptFact): void {
  const { attemptId } = fact
  switch (fact.kind) {
    case 'attemptStarted':
      tally.started.set(attemptId, { amount: fact.amount, terminal: fact.terminal })
      tally.inDoubt.set(attemptId, fact.amount)
      if (fact.purpose === 'void' && fact.givesBack !== undefined) tally.ticketVoids.add(attemptId)
      break
    case 'attemptUnknown':
    case 'attemptApprovedUnconfirmed': {
      const started = tally.started.get(attemptId)
      if (started !== undefined) tally.inDoubt.set(attemptId, started.amount)
      break
    }
    case 'attemptDeclined':
      tally.inDoubt.delete(attemptId)
      break
    case 'attemptApproved':
      tally.inDoubt.delete(attemptId)
      // Once: a terminal may say it again.
      if (tally.ticketVoids.delete(attemptId)) bump(tally.voids, -(tally.started.get(attemptId)?.amount ?? 0))
      break
    case 'terminalTested':
      if (fact.outcome === 'standing') tally.standing.set(attemptId, fact.amount)
      else tally.standing.delete(attemptId)
      break
  }
}

/**
 * Adds the cards of a ticket.
 * @param terminalOf of attempts begun before the period; `null`: no terminal heard of it (given back by other means)
 */
export function tallyCards(
  tally: CardTally,
  ticket: Ticket,
  terminalOf: (attempt: AttemptId) => string | null,
): void {
  for (const tender of ticket.tenders) {
    if (tender.kind !== 'card') continue
    const amount = signOf(ticket) * tender.amount
    bumpAt(tally.schemes, tender.approval?.scheme ?? '', amount)
    const terminal = tally.started.get(tender.attemptId)?.terminal ?? terminalOf(tender.attemptId)
    if (terminal !== null) bumpAt(tally.terminals, terminal, amount)
  }
}
