import { expect } from 'vitest'
import { paperKey } from '#shared/kernel/paper-kinds.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Counter } from '../counter.ts'
import type { Model } from '../model.ts'
import { standingPapers } from '../paperwork.ts'
import { view } from '../shop.ts'

/** One command against both: the same refusal, and then the same shop. */
export function expectSame(
  model: Model,
  counter: Counter,
  expected: RefusalCode | null,
  actual: RefusalCode | null,
): void {
  expect(actual).toBe(expected)
  const seen = view(counter)
  expect(seen.phase).toBe(model.phase())
  expect(seen.parked.map((parked) => parked.name)).toEqual(model.parked.map((parked) => parked.name))
  expect(seen.sale && { total: seen.sale.total, due: seen.sale.due, lines: seen.sale.lines.length }).toEqual(
    model.sale && { total: model.total(), due: model.due(), lines: model.sale.lines.length },
  )
  expect(seen.sale?.lines.map((line) => line.atRisk)).toEqual(model.sale?.lines.map((line) => line.atRisk))
  expect(seen.lastTest?.outcome ?? null).toBe(model.lastTest)
  const tickets = counter.tickets()
  expect(tickets.map((ticket) => [ticket.kind, ticket.gross])).toEqual(
    model.tickets.map((ticket) => [ticket.kind, ticket.gross]),
  )
  expect(counter.jobs().map(({ paper, state }) => ({ paper: paperKey(paper), state }))).toEqual(model.jobs)
  model.tickets.forEach(({ papers }, index) => {
    const { invoice, exportForm, certificates } = standingPapers(counter.facts, index + 1)
    expect([invoice, exportForm]).toEqual([papers.invoice, papers.form])
    expect(new Map(certificates.map(({ line, number }) => [line, number]))).toEqual(papers.certificates)
  })
  const money = { cash: 0, card: 0, online: 0 }
  for (const holder of [...tickets, ...counter.state.context.sales]) {
    const sign = 'kind' in holder && holder.kind === 'refund' ? -1 : 1
    for (const tender of holder.tenders) {
      if (tender.kind === 'cash' || tender.kind === 'card' || tender.kind === 'online')
        money[tender.kind] += sign * tender.amount
    }
  }
  expect(money).toEqual({ cash: model.cash, card: model.card, online: model.online })
}
