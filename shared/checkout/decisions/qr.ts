import type { Dirham } from '../../money/amount.ts'
import { parseMerchantQr } from '../../qr/merchant-qr.ts'
import { withAmount } from '../../qr/with-amount.ts'
import type { Decisions } from '../decision.ts'
import { ask, no } from '../decision.ts'
import { getSale, noAttemptWaits, requiring, saleIsOpen, shiftIsOpen } from '../requirements.ts'
import { due } from '../state/ask.ts'

/** The shop's code for this amount; `null`: it has none, or none that can carry it. */
function payloadFor(merchantQr: string | null | undefined, amount: Dirham): string | null {
  const shops = parseMerchantQr(merchantQr ?? '')
  const asked = shops.ok ? withAmount(shops.value, amount) : shops
  return asked.ok ? asked.value : null
}

export const qrDecisions: Decisions = {
  // A code on a screen is no money and leaves no fact. Whoever scans it pays by telephone, and the sale takes that
  // as any other mobile payment, by the reference the telephone shows; or the visitor pays otherwise, and the code
  // goes dark.
  showQr: requiring([shiftIsOpen, saleIsOpen, noAttemptWaits], (context, command, { settings }) => {
    const sale = getSale(context)
    const { saleId } = sale
    const rest = due(sale)
    const amount = command.amount ?? rest
    if (rest <= 0) return no('nothingToPay')
    if (amount <= 0) return no('badAmount')
    if (amount > rest) return no('exceedsDue', { due: rest })
    const payload = payloadFor(settings.merchantQr, amount)
    return payload === null ? no('noMerchantQr') : ask({ type: 'qrAsked', qr: { saleId, payload, amount } })
  }),

  hideQr: requiring([shiftIsOpen, saleIsOpen], () => ask({ type: 'qrAsked', qr: null })),
}
