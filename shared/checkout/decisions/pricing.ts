import type { Decisions } from '../decision.ts'
import { no, record } from '../decision.ts'
import { getSale, noAttemptWaits, noMoneyTaken, requiring, saleIsOpen, shiftIsOpen } from '../requirements.ts'

export const pricingDecisions: Decisions = {
  // A manager lifts the floor, nobody lifts the label: a price above the posted one is never agreed.
  agreePrice: requiring([shiftIsOpen, saleIsOpen, noAttemptWaits, noMoneyTaken], (context, command) => {
    const sale = getSale(context)
    const line = sale.lines[command.line - 1]
    if (line === undefined) return no('unknownLine', { line: command.line })
    if (!Number.isSafeInteger(command.unit) || command.unit < 0) return no('badAmount')
    if (line.floor !== null && command.unit < line.floor && command.manager === null) {
      return no('belowFloor', { line: command.line })
    }
    if (command.unit > line.posted) return no('abovePosted', { posted: line.posted })
    return record({
      kind: 'priceAgreed',
      saleId: sale.saleId,
      lineId: line.lineId,
      agreed: { unit: command.unit, reason: command.reason, manager: command.manager },
    })
  }),
}
