import type { TicketLine } from './ticket.ts'

/**
 * Whether nothing of a sale is left with the visitor.
 * @param refunded units already given back, by line position (1 = first)
 */
export const whollyGivenBack = (
  lines: readonly Pick<TicketLine, 'quantity'>[],
  refunded: ReadonlyMap<number, number>,
): boolean => lines.every(({ quantity }, index) => (refunded.get(index + 1) ?? 0) >= quantity)
