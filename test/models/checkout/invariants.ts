import { expect } from 'vitest'
import type { Tender } from '#shared/cart/ticket.ts'
import { effectsOf } from '#shared/checkout/effects-of.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { rebuild } from '#shared/checkout/machine.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { paperKey } from '#shared/kernel/paper-kinds.ts'
import { sum } from '#shared/money/amount.ts'
import { expectClosings } from './closings.ts'
import type { Counter } from './counter.ts'
import { orderStanding } from './marketplace.ts'

/** What must be true of any counter at any moment, read from its facts and its state. */
export function expectSound(counter: Counter): void {
  expectTicketsAddUp(counter)
  expectNoApprovalLost(counter.facts, counter)
  expectNoSecondCharge(counter.facts)
  expectOneThingAtATime(counter.facts)
  expectNothingBackTwice(counter)
  expectPiecesOnce(counter)
  expectOrdersSoldWhole(counter)
  expectPapersInOrder(counter)
  expectClosings(counter.facts)
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

type Holder = { readonly tenders: readonly Tender[] }
const onCards = (holders: readonly Holder[]): readonly AttemptId[] =>
  holders.flatMap(({ tenders }) =>
    tenders.flatMap((tender) => (tender.kind === 'card' ? [tender.attemptId] : [])),
  )

/**
 * Each approved payment is exactly one tender, of a sale ticket or of a sale still open; each approved refund or
 * void is the tender of exactly one refund ticket; a test is none. The acquirer hears of each once.
 */
function expectNoApprovalLost(facts: readonly Fact[], counter: Counter): void {
  const started = new Map(
    facts.flatMap((fact) => (fact.kind === 'attemptStarted' ? [[fact.attemptId, fact] as const] : [])),
  )
  const approved = facts.flatMap((fact) => (fact.kind === 'attemptApproved' ? [fact.attemptId] : []))
  const payments = approved.filter((id) => started.get(id)?.purpose === 'payment')
  const back = approved.filter((id) => started.get(id)?.givesBack !== undefined)
  const sales = counter.tickets().filter((ticket) => ticket.kind === 'sale')
  const refunds = counter.tickets().filter((ticket) => ticket.kind === 'refund')
  expect(onCards([...sales, ...counter.state.context.sales]).toSorted()).toEqual(payments.toSorted())
  // A refund by other means has an id of its own that no terminal ever heard.
  const asked = onCards(refunds).filter((id) => started.has(id))
  expect(asked.toSorted()).toEqual(back.toSorted())

  const rows = (type: string): number => counter.forwards.filter((row) => row.body.type === type).length
  expect(rows('cardPayment')).toBe(payments.length)
  expect(rows('cardRefund')).toBe(onCards(refunds).length)
  const standing = facts.flatMap((fact) =>
    fact.kind === 'terminalTested' && fact.outcome === 'standing' ? [fact.attemptId] : [],
  )
  expect(rows('cardTest')).toBe(new Set(standing).size)
}

/** Nothing is begun on the terminal while it is at something, whoever that is for. */
function expectOneThingAtATime(facts: readonly Fact[]): void {
  let running: AttemptId | null = null
  for (const fact of facts) {
    if (fact.kind === 'attemptStarted') {
      expect(running).toBeNull()
      running = fact.attemptId
    } else if (
      fact.kind === 'attemptUnknown' ||
      fact.kind === 'attemptApproved' ||
      fact.kind === 'attemptDeclined'
    ) {
      if (fact.attemptId === running) running = null
    }
  }
}

/** No more units of a line go back than were sold, in whatever way they go. */
function expectNothingBackTwice(counter: Counter): void {
  const tickets = counter.tickets()
  const back = new Map<string, number>()
  for (const { refundOf, lines } of tickets) {
    refundOf?.lines.forEach((position, index) => {
      const line = `${refundOf.number} ${position}`
      back.set(line, (back.get(line) ?? 0) + (lines[index]?.quantity ?? 0))
    })
  }
  for (const [line, units] of back) {
    const [number, position] = line.split(' ').map(Number)
    const sold = tickets.find((ticket) => ticket.number === number)?.lines[(position ?? 0) - 1]
    expect(units).toBeLessThanOrEqual(sold?.quantity ?? 0)
  }
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

/**
 * An online order is sold once, at what its buyer paid the marketplace; the marketplace hears of the goods first and then of
 * what is left. What is on no shelf is told to nobody.
 */
function expectOrdersSoldWhole(counter: Counter): void {
  const { facts, forwards } = counter
  const tickets = counter.tickets()
  const sold = facts.filter((fact) => fact.kind === 'onlineOrderSold')
  expect(new Set(sold.map((fact) => fact.order)).size).toBe(sold.length)
  for (const { order: id, saleId } of sold) {
    const order = orderStanding(facts, id)?.order
    const ticket = tickets.find((each) => each.saleId === saleId)
    expect(ticket?.gross).toBe(order?.total)
    const online = { kind: 'online', amount: order?.total, reference: order?.number }
    expect(ticket?.tenders).toMatchObject([online])
    const moved = forwards.findIndex((row) => row.body.type === 'moveOrder' && row.body.order === id)
    const stock = forwards.findIndex((row) => row.key.startsWith(`stock:${saleId}:`))
    expect(moved).toBeGreaterThanOrEqual(0)
    expect(stock === -1 || moved < stock).toBe(true)
  }
  expect(forwards.filter((row) => row.key.includes(':@'))).toEqual([])
}

/**
 * Each series is gapless; an invoice is of one ticket; nothing of a ticket came back since its form that stands was made
 * out; what follows from a fact is to be printed once for that fact.
 */
function expectPapersInOrder({ facts, effects }: Counter): void {
  const numbers = (kind: Fact['kind']): readonly number[] =>
    facts.flatMap((fact) => (fact.kind === kind && 'number' in fact ? [fact.number] : []))
  for (const kind of ['invoiceIssued', 'exportFormIssued', 'certificateIssued'] as const)
    expect(numbers(kind)).toEqual(numbers(kind).map((_, index) => index + 1))
  const invoiced = facts.flatMap((fact) => (fact.kind === 'invoiceIssued' ? [fact.ticketNumber] : []))
  expect(new Set(invoiced).size).toBe(invoiced.length)

  const standing = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.kind === 'exportFormIssued') {
      expect(standing.has(`form ${fact.ticketNumber}`)).toBe(false)
      standing.set(`form ${fact.ticketNumber}`, fact)
    }
    if (fact.kind === 'exportFormVoided') standing.delete(`form ${fact.ticketNumber}`)
  }
  for (const form of standing.values()) {
    const later = facts.slice(facts.indexOf(form))
    const ticket = 'ticketNumber' in form ? form.ticketNumber : null
    expect(
      later.some((fact) => fact.kind === 'refundCompleted' && fact.ticket.refundOf?.number === ticket),
    ).toBe(false)
  }

  const keys = effects.flatMap((effect) => (effect.type === 'print' ? [paperKey(effect.paper)] : []))
  const due = facts.flatMap(effectsOf).flatMap((effect) => (effect.type === 'print' ? [effect.paper] : []))
  expect(new Set(due.map(paperKey)).size).toBe(due.length)
  for (const paper of due) expect(keys).toContain(paperKey(paper))
}

/** All facts give the state that was lived; those a restart reads give its sales and its screen. */
function expectRebuildable(counter: Counter): void {
  const { state } = counter
  const whole = rebuild(counter.facts)
  expect(whole.value).toEqual(state.value)
  // A code on the visitor's screen is no fact: it goes dark with the till.
  if (!counter.restarted) expect(whole.context).toEqual({ ...state.context, qr: null })
  const partial = rebuild(counter.factsToRebuild())
  expect(partial.value).toEqual(state.value)
  for (const part of ['shift', 'sales', 'errands', 'lastTest'] as const)
    expect(partial.context[part]).toEqual(state.context[part])
}
