import type { SnapshotFrom } from 'xstate'
import { exportNudge } from '../cart/export-form.ts'
import { cashCeiling, type ShopSettings } from '../cart/settings.ts'
import { cartTotal, lineGross } from '../cart/totals.ts'
import { zero } from '../money/amount.ts'
import { scale } from '../money/rounding.ts'
import { taxInForce } from '../tax/tax-in-force.ts'
import { cashRest, cashSoFar } from './cash-split.ts'
import type { checkoutChart } from './chart.ts'
import { attemptOnCounter, due, paid, parkedSales, saleOnCounter } from './state/ask.ts'
import type { Attempt, CheckoutContext, Sale } from './state/context.ts'
import type { AttemptView, CheckoutView, ParkedView, Phase, SaleView } from './view.ts'

function saleView(sale: Sale, { qr, shift }: CheckoutContext, settings: ShopSettings): SaleView {
  const nudge = shift && exportNudge(sale, settings, shift.businessDay)
  const total = cartTotal(sale.lines)
  const rest = due(sale)
  const tax = taxInForce(settings.tax, shift?.businessDay ?? '')
  const inCash = cashRest(rest, cashSoFar(sale), { step: settings.cashRounding, duty: tax.duty })
  return {
    saleId: sale.saleId,
    cashier: sale.cashier,
    language: sale.language ?? settings.receiptLanguage,
    lines: sale.lines.map((line) => ({
      ...line,
      gross: lineGross(line),
      atRisk: sale.atRisk.includes(line.sku),
    })),
    total,
    paid: paid(sale),
    due: rest,
    dueInCash: inCash.toPay,
    duty: { taken: sale.duty, onRest: inCash.duty },
    cashAllowed: total < cashCeiling(settings, tax),
    tenders: sale.tenders,
    // euroRate is dirhams for one euro, × 10 000; the result is whole euro cents.
    totalEuro: settings.euroRate === null ? null : scale(total, 10_000, settings.euroRate),
    exportMissing: nudge?.missing ?? null,
    exportVat: nudge?.vat ?? zero,
    lastDecline: sale.lastDecline,
    qr: qr?.saleId === sale.saleId ? { payload: qr.payload, amount: qr.amount } : null,
  }
}

/** What the ledger knows of an attempt; the till adds the terminal's name, its words and what it can do. */
function attemptView(attempt: Attempt): AttemptView {
  return {
    attemptId: attempt.attemptId,
    purpose: attempt.purpose,
    byHand: attempt.byHand,
    amount: attempt.amount,
    terminalName: attempt.terminal,
    step: stepOf(attempt),
    terminalText: '',
    canCancel: attempt.unknown === null && attempt.approval === null && !attempt.byHand,
    startedAt: attempt.startedAt,
    unknown:
      attempt.unknown === null
        ? null
        : { cause: attempt.unknown.cause, canAsk: !attempt.byHand, lookFor: '' },
  }
}

function stepOf({ unknown, byHand }: Attempt): AttemptView['step'] {
  if (unknown !== null) return 'recovering'
  return byHand ? 'keyAmount' : 'connecting'
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
  const { shift, done, lastTest, notGivenBack } = context
  const sale = saleOnCounter(context)
  const attempt = attemptOnCounter(context)
  return {
    // `turning` is never rested in: it leaves by itself.
    phase: state.value as Phase,
    shift: shift && {
      shiftId: shift.shiftId,
      cashier: shift.cashier,
      businessDay: shift.businessDay,
      openedAt: shift.openedAt,
      float: shift.float,
    },
    sale: sale && saleView(sale, context, settings),
    attempt: attempt && attemptView(attempt),
    parked: parkedSales(context).map(parkedView),
    done: done && { ...done, receipt: 'queued' },
    lastTest,
    notGivenBack,
  }
}
