import type { CartLine } from '../../cart/line.ts'
import type { Ticket } from '../../cart/ticket.ts'
import type { LineId, SaleId } from '../../kernel/ids.ts'
import { sum, zero } from '../../money/amount.ts'
import type { CheckoutContext, DoneTicket } from './context.ts'
import type { Folds } from './folds.ts'
import { changeSale, withoutSale } from './folds.ts'

function changeLine(
  context: CheckoutContext,
  saleId: SaleId,
  lineId: LineId,
  change: (line: CartLine) => CartLine,
): CheckoutContext {
  return changeSale(context, saleId, (sale) => ({
    ...sale,
    lines: sale.lines.map((line) => (line.lineId === lineId ? change(line) : line)),
  }))
}

const doneOf = (ticket: Ticket): DoneTicket => ({
  ticket: ticket.number,
  kind: ticket.kind,
  total: ticket.gross,
  change: sum(ticket.tenders.map((tender) => (tender.kind === 'cash' ? tender.change : zero))),
})

export const saleFolds: Folds = {
  saleOpened: (context, fact) => ({
    ...context,
    done: null,
    notGivenBack: null,
    sales: [
      ...context.sales,
      {
        saleId: fact.saleId,
        cashier: fact.cashier,
        language: null,
        lines: [],
        atRisk: [],
        tenders: [],
        rounding: zero,
        duty: zero,
        attempt: null,
        disputed: [],
        lastDecline: null,
        parkedAs: null,
      },
    ],
  }),
  lineAdded: (context, fact) =>
    changeSale(context, fact.saleId, (sale) => ({ ...sale, lines: [...sale.lines, fact.line] })),
  quantityChanged: (context, fact) =>
    changeLine(context, fact.saleId, fact.lineId, (line) => ({ ...line, quantity: fact.quantity })),
  priceAgreed: (context, fact) =>
    changeLine(context, fact.saleId, fact.lineId, (line) => ({ ...line, agreed: fact.agreed })),
  lineRemoved: (context, fact) =>
    changeSale(context, fact.saleId, (sale) => {
      const lines = sale.lines.filter((line) => line.lineId !== fact.lineId)
      return { ...sale, lines, atRisk: sale.atRisk.filter((sku) => lines.some((line) => line.sku === sku)) }
    }),
  claimRisked: (context, fact) =>
    changeSale(context, fact.saleId, (sale) => ({ ...sale, atRisk: [...sale.atRisk, fact.sku] })),
  languageChosen: (context, fact) =>
    changeSale(context, fact.saleId, (sale) => ({ ...sale, language: fact.language })),
  // Moved behind the others, so that the parked sales stand in the order they were parked.
  saleParked: (context, fact) => {
    const parked = context.sales.find((sale) => sale.saleId === fact.saleId)
    if (parked === undefined) return context
    const others = context.sales.filter((sale) => sale !== parked)
    return { ...context, sales: [...others, { ...parked, parkedAs: fact.name }] }
  },
  saleResumed: (context, fact) =>
    changeSale({ ...context, done: null, notGivenBack: null }, fact.saleId, (sale) => ({
      ...sale,
      parkedAs: null,
    })),
  saleCancelled: (context, fact) => withoutSale(context, fact.saleId),
  saleCompleted: (context, fact) => ({
    ...withoutSale(context, fact.saleId),
    done: doneOf(fact.ticket),
  }),
  refundCompleted: (context, fact) => ({ ...context, done: doneOf(fact.ticket) }),
}
