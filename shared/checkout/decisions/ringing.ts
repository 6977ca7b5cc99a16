import type { CartLine } from '../../cart/line.ts'
import { largestQuantity, lineOf, lineToAddTo } from '../../cart/scan.ts'
import { cartTotal, unitPrice } from '../../cart/totals.ts'
import type { Sku } from '../../kernel/ids.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import { assertNever } from '../../kernel/result.ts'
import { largestMinor } from '../../money/amount.ts'
import { agreedShare } from '../../owners/agreed-share.ts'
import type { Decisions } from '../decision.ts'
import { no, record } from '../decision.ts'
import type { Fact } from '../fact.ts'
import {
  getSale,
  getShift,
  noAttemptWaits,
  noMoneyTaken,
  requiring,
  saleIsOpen,
  shiftIsOpen,
} from '../requirements.ts'
import { pieceInCart, saleOnCounter } from '../state/ask.ts'
import type { ClaimedBy } from '../step.ts'

/** What an open sale needs before its cart may change. */
const cartIsFree = [shiftIsOpen, saleIsOpen, noAttemptWaits, noMoneyTaken] as const

const isQuantity = (quantity: number): boolean =>
  Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= largestQuantity

/** Why a line may not stand for so many units; `null`: it may. `others` are the other lines of the cart. */
function quantityRefusal(line: CartLine, quantity: number, others: readonly CartLine[]): RefusalCode | null {
  if (!isQuantity(quantity)) return 'badQuantity'
  if (line.unique && quantity > 1) return 'alreadySold'
  const total = cartTotal(others) + unitPrice(line) * quantity
  return total > largestMinor ? 'badAmount' : null
}

/** What is said of a piece that is somebody else's. */
function claimedBy(at: ClaimedBy, sku: Sku): Parameters<typeof no> {
  switch (at.place) {
    case 'order':
      return ['claimedOnline', { order: at.order }]
    case 'till':
      return ['claimedAtTill', { till: at.till }]
    case 'sold':
      return ['alreadySold', { sku }]
    default:
      return assertNever(at)
  }
}

export const ringingDecisions: Decisions = {
  scan: requiring([shiftIsOpen, noAttemptWaits, noMoneyTaken], (context, command, circumstances) => {
    const { item, fresh, pieceSold, claim, owner } = circumstances
    if (!isQuantity(command.quantity)) return no('badQuantity')
    if (item === null) return no('unknownItem', { code: command.code })
    if (item.unique && (pieceSold || pieceInCart(context, item.sku))) {
      return no('alreadySold', { sku: item.sku })
    }
    if (claim?.standing === 'elsewhere') return no(...claimedBy(claim.at, item.sku))

    const sale = saleOnCounter(context)
    const lines = sale?.lines ?? []
    const known = lineToAddTo(lines, item.sku)
    const quantity = (known?.quantity ?? 0) + command.quantity
    const line = known ?? lineOf({ ...item, owner: agreedShare(item.owner, owner) }, fresh.lineId, quantity)
    const code = quantityRefusal(
      line,
      quantity,
      lines.filter((other) => other !== known),
    )
    if (code !== null) return no(code, { sku: item.sku })

    const facts: Fact[] = []
    const saleId = sale?.saleId ?? fresh.saleId
    if (sale === null) {
      const { shiftId, cashier } = getShift(context)
      facts.push({ kind: 'saleOpened', saleId, shiftId, cashier })
    }
    facts.push(
      known === null
        ? { kind: 'lineAdded', saleId, line }
        : { kind: 'quantityChanged', saleId, lineId: known.lineId, quantity },
    )
    if (claim?.standing === 'risk')
      facts.push({ kind: 'claimRisked', saleId, sku: item.sku, because: claim.because })
    return record(...facts)
  }),

  changeQuantity: requiring(cartIsFree, (context, command) => {
    const sale = getSale(context)
    const line = sale.lines[command.line - 1]
    if (line === undefined) return no('unknownLine', { line: command.line })
    const others = sale.lines.filter((other) => other !== line)
    const code = quantityRefusal(line, command.quantity, others)
    if (code !== null) return no(code)
    const { saleId } = sale
    return record({ kind: 'quantityChanged', saleId, lineId: line.lineId, quantity: command.quantity })
  }),

  // The sale stays open without a line: the visitor is still there. `cancelSale` ends it.
  removeLine: requiring(cartIsFree, (context, command) => {
    const sale = getSale(context)
    const line = sale.lines[command.line - 1]
    if (line === undefined) return no('unknownLine', { line: command.line })
    return record({ kind: 'lineRemoved', saleId: sale.saleId, lineId: line.lineId })
  }),

  chooseLanguage: requiring([shiftIsOpen, saleIsOpen, noAttemptWaits], (context, command) =>
    record({
      kind: 'languageChosen',
      saleId: getSale(context).saleId,
      language: command.language,
    }),
  ),

  cancelSale: requiring(cartIsFree, (context) => {
    const { saleId, lines } = getSale(context)
    return record({ kind: 'saleCancelled', saleId, hadLines: lines.length > 0 })
  }),
}
