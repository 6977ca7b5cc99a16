import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { systemClock } from '#electron/platform/clock.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { saleFacts } from '#test/harness/ledger-facts.ts'
import type { Append } from '#test/harness/ledger-generator.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'

/**
 * Rings up three lines and charges a card.
 * @param n another one each time. @param items of the shop's catalogue
 * @returns the commit that makes the sale final, not yet made
 */
export function cardSale(ledger: Ledger, n: number, items: number): Append {
  const shift = ledger.openShift()
  if (shift === null) throw new Error('the bench shop is open')
  const at = systemClock.now()
  const { steps } = saleFacts({
    n: 1_000_000 + n,
    number: ledger.nextTicketNumber(),
    shiftId: shift.shiftId,
    businessDay: shift.businessDay,
    // Every fifth item is one of a kind; the others can be sold again and again.
    items: [5 * n, 5 * n + 1, 5 * n + 2].map((at) => demoItem(at % items)),
    tender: 'card',
    terminalSequence: ledger.nextTerminalSequence(),
  })
  const final = steps.findIndex(({ facts }) => facts.some(({ kind }) => kind === 'saleCompleted'))
  for (const { facts, forwards } of steps.slice(0, final))
    ledger.append(facts, 'amina', systemClock.now(), forwards)
  const commit = steps[final]
  if (commit === undefined) throw new Error('a sale ends')
  return { ...commit, at }
}

/** A sale is durable together with the job of its receipt. */
export function receiptOf(facts: readonly Fact[]): PaperRequest {
  const sold = facts.find((fact) => fact.kind === 'saleCompleted')
  if (sold === undefined) throw new Error('a sale ends')
  return { kind: 'receipt', ticket: sold.ticket.number }
}
