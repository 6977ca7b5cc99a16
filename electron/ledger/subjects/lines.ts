import type { TicketLine } from '#shared/cart/ticket.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** A line of a cart, then of its ticket. Money in minor units; what the ticket adds is `null` until there is one. */
export interface LineRow {
  sale: number
  line_id: string
  sku: string
  quantity: number
  /** Posted price of one. */
  posted: number
  /** Agreed price of one. */
  agreed: number | null
  ticket: number | null
  /** On the ticket, 1 = first. */
  position: number | null
  gross: number | null
  discount: number | null
  owner: string | null
  owner_due: number | null
}

export const linesTable = defineTable<LineRow>({
  name: 'lines',
  columns: [
    'sale',
    'line_id',
    'sku',
    'quantity',
    'posted',
    'agreed',
    'ticket',
    'position',
    'gross',
    'discount',
    'owner',
    'owner_due',
  ],
  key: ['sale', 'line_id'],
})

/** The cart of a sale as its entries change it. */
export function cartChanges(to: Projections, sale: number, fact: Fact): void {
  switch (fact.kind) {
    case 'lineAdded':
      to.lines.insert({
        sale,
        line_id: fact.line.lineId,
        sku: fact.line.sku,
        quantity: fact.line.quantity,
        posted: fact.line.posted,
        agreed: fact.line.agreed?.unit ?? null,
        ticket: null,
        position: null,
        gross: null,
        discount: null,
        owner: fact.line.owner?.owner ?? null,
        owner_due: null,
      })
      break
    case 'quantityChanged':
      to.lines.update({ quantity: fact.quantity }, sale, fact.lineId)
      break
    case 'priceAgreed':
      to.lines.update({ agreed: fact.agreed.unit }, sale, fact.lineId)
      break
    case 'lineRemoved':
      to.lines.remove(sale, fact.lineId)
      break
  }
}

/** A line takes its place on the ticket. Refund lines have no cart before them. */
export function lineOnTicket(
  to: Projections,
  sale: number,
  ticket: number,
  position: number,
  line: TicketLine,
): void {
  const { quantity, posted, gross, discount } = line
  const agreed = line.agreed?.unit ?? null
  const owner_due = line.ownerDue
  const changes = { quantity, posted, agreed, ticket, position, gross, discount, owner_due }
  if (to.lines.update(changes, sale, line.lineId)) return
  to.lines.insert({
    sale,
    line_id: line.lineId,
    sku: line.sku,
    owner: line.owner?.owner ?? null,
    ...changes,
  })
}
