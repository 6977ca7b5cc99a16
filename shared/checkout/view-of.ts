import type { SnapshotFrom } from 'xstate'
import type { ShopSettings } from '../cart/settings.ts'
import { cartTotal, lineGross } from '../cart/totals.ts'
import { roundToStep, scale } from '../money/rounding.ts'
import type { checkoutChart } from './chart.ts'
import { due, paid, parkedSales, saleOnCounter } from './state/ask.ts'
import type { Attempt, Sale } from './state/context.ts'
import type { AttemptView, CheckoutView, ParkedView, Phase, SaleView } from './view.ts'

function saleView(sale: Sale, settings: ShopSettings): SaleView {
  const total = cartTotal(sale.lines)
  const rest = due(sale)
  return {
    saleId: sale.saleId,
    cashier: sale.cashier,
    language: sale.language ?? settings.receiptLanguage,
    lines: sale.lines.map((line) => ({ ...line, gross: lineGross(line) })),
    total,
    paid: paid(sale),
    due: rest,
    dueInCash: roundToStep(rest, settings.cashRounding),
    cashAllowed: total < settings.cashCeiling,
    tenders: sale.tenders,
    // euroRate is dirhams for one euro, × 10 000; the result is whole euro cents.
    totalEuro: settings.euroRate === null ? null : scale(total, 10_000, settings.euroRate),
    lastDecline: sale.lastDecline,
  }
}

/** What the ledger knows of an attempt; the till adds the terminal's name, its words and what it can do. */
function attemptView(attempt: Attempt): AttemptView {
  return {
    attemptId: attempt.attemptId,
    amount: attempt.amount,
    terminalName: attempt.terminal,
    step: attempt.unknown === null ? 'connecting' : 'recovering',
    terminalText: '',
    canCancel: attempt.unknown === null && attempt.approval === null,
    startedAt: attempt.startedAt,
    unknown: attempt.unknown === null ? null : { cause: attempt.unknown.cause, canAsk: true, lookFor: '' },
  }
}

const parkedView = (sale: Sale): ParkedView => ({
  name: sale.parkedAs ?? '',
  saleId: sale.saleId,
  total: cartTotal(sale.lines),
  lineCount: sale.lines.length,
})

/**
 * What a screen may see of the checkout. The till lays over it what facts do not say: the terminal's live step and
 * words, device names and abilities, where the receipt is.
 */
export function viewOf(
  state: SnapshotFrom<typeof checkoutChart>,
  settings: ShopSettings,
): Omit<CheckoutView, 'revision' | 'training'> {
  const { context } = state
  const { shift, done } = context
  const sale = saleOnCounter(context)
  return {
    // `turning` is never rested in: it leaves by itself.
    phase: state.value as Phase,
    shift: shift && {
      cashier: shift.cashier,
      businessDay: shift.businessDay,
      openedAt: shift.openedAt,
      float: shift.float,
    },
    sale: sale && saleView(sale, settings),
    attempt: sale?.attempt ? attemptView(sale.attempt) : null,
    parked: parkedSales(context).map(parkedView),
    done: done && { ...done, receipt: 'queued' },
  }
}
