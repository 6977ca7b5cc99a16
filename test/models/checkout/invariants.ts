import { expect } from 'vitest'
import type { Fact } from '#shared/checkout/fact.ts'
import { rebuild } from '#shared/checkout/machine.ts'
import { sum } from '#shared/money/amount.ts'
import type { Counter } from './counter.ts'

/** What must be true of any counter at any moment, read from its facts and its state. */
export function expectSound(counter: Counter): void {
  expectTicketsAddUp(counter)
  expectNoApprovalLost(counter.facts, counter)
  expectNoSecondCharge(counter.facts)
  expectPiecesOnce(counter)
  expectRebuildable(counter)
}

function expectTicketsAddUp(counter: Counter): void {
  const tickets = counter.tickets()
  expect(tickets.map((ticket) => ticket.number)).toEqual(tickets.map((_, index) => index + 1))
  expect(new Set(tickets.map((ticket) => ticket.saleId)).size).toBe(tickets.length)
  for (const ticket of tickets) {
    expect(ticket.gross + ticket.rounding).toBe(sum(ticket.tenders.map((tender) => tender.amount)))
    expect(ticket.gross).toBe(sum(ticket.lines.map((line) => line.gross)))
    for (const tender of ticket.tenders) {
      if (tender.kind === 'cash') expect(tender.given - tender.change).toBe(tender.amount)
    }
  }
  expect(new Set(counter.forwards.map((row) => row.key)).size).toBe(counter.forwards.length)
}

/** Each approved attempt is exactly one tender, of a sale ticket or of a sale still open. */
function expectNoApprovalLost(facts: readonly Fact[], counter: Counter): void {
  const approved = facts.flatMap((fact) => (fact.kind === 'attemptApproved' ? [fact.attemptId] : []))
  const tenders = [
    ...counter.tickets().filter((ticket) => ticket.kind === 'sale'),
    ...counter.state.context.sales,
  ].flatMap((holder) =>
    holder.tenders.flatMap((tender) => (tender.kind === 'card' ? [tender.attemptId] : [])),
  )
  expect(tenders.toSorted()).toEqual(approved.toSorted())
  const rows = counter.forwards.filter((row) => row.body.type === 'cardPayment')
  expect(rows).toHaveLength(approved.length)
}

/** While an attempt of a sale has no outcome, no other is started for it. */
function expectNoSecondCharge(facts: readonly Fact[]): void {
  const waiting = new Map<string, Set<string>>()
  const of = (saleId: string): Set<string> => waiting.get(saleId) ?? new Set()
  for (const fact of facts) {
    switch (fact.kind) {
      case 'attemptStarted':
        expect(of(fact.saleId)).toEqual(new Set())
        waiting.set(fact.saleId, new Set([fact.attemptId]))
        break
      case 'attemptUnknown':
        waiting.set(fact.saleId, of(fact.saleId).add(fact.attemptId))
        break
      case 'attemptApproved':
      case 'attemptDeclined':
        of(fact.saleId).delete(fact.attemptId)
        break
      default:
    }
  }
}

function expectPiecesOnce(counter: Counter): void {
  const inCarts = counter.state.context.sales.flatMap((sale) => sale.lines)
  const rugs = inCarts.filter((line) => line.sku === 'RUG')
  let out = rugs.reduce((total, line) => total + line.quantity, 0)
  for (const ticket of counter.tickets()) {
    for (const line of ticket.lines) {
      if (line.sku === 'RUG') out += ticket.kind === 'sale' ? line.quantity : -line.quantity
    }
  }
  expect(out === 0 || out === 1).toBe(true)
}

/** All facts give the state that was lived; those a restart reads give its sales and its screen. */
function expectRebuildable(counter: Counter): void {
  const { state } = counter
  const whole = rebuild(counter.facts)
  expect(whole.value).toEqual(state.value)
  if (!counter.restarted) expect(whole.context).toEqual(state.context)
  const needed = counter.factsToRebuild()
  const saleBySale = Object.values(
    Object.groupBy(needed, (fact) => ('saleId' in fact ? fact.saleId : 'shift')),
  ).flatMap((facts) => facts ?? [])
  for (const facts of [needed, saleBySale]) {
    const partial = rebuild(facts)
    expect(partial.value).toEqual(state.value)
    expect(partial.context.shift).toEqual(state.context.shift)
    const byId = (a: { saleId: string }, b: { saleId: string }) => (a.saleId < b.saleId ? -1 : 1)
    expect(partial.context.sales.toSorted(byId)).toEqual(state.context.sales.toSorted(byId))
  }
}
