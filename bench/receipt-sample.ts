import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { ReceiptInput } from '#shared/receipt/receipt.ts'
import { cash, papers, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'

/** A bilingual sale of forty-odd lines of paper. Amounts differ with `n`, as they do from customer to customer. */
export function fortyLines(n: number, language: 'ar' | 'fr'): ReceiptInput {
  const sample = papers['sale-cash-fr']
  if (sample === undefined) throw new Error('the sample receipt is gone')
  const names = ['tajine', 'glass', 'lamp', 'rug', 'fibula'] as const
  const lines = Array.from({ length: 6 }, (_, i) =>
    ticketLine(i, names[i % names.length] ?? 'glass', 1 + (i % 3), 2_000 + ((n * 37 + i * 911) % 90_000)),
  )
  const gross = lines.reduce((sum, line) => sum + line.gross, 0)
  const number = n as TicketNumber
  return { ...sample, ticket: ticketOf(lines, [cash(gross, gross + 5_000)], { language, number }) }
}
