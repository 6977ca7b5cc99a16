import type { ShopSettings } from '../../cart/settings.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type BusinessDay, businessDayNow } from '../../kernel/stamp.ts'
import { taxChanged, taxTrouble } from '../../tax/tax-change.ts'
import { taxInForce } from '../../tax/tax-in-force.ts'
import { catalogueFacts } from '../catalogue-facts.ts'
import type { Decisions } from '../decision.ts'
import { no, nothing, record } from '../decision.ts'
import { noSaleIsOpen, requiring } from '../requirements.ts'
import type { Circumstances } from '../step.ts'

/**
 * Why the shop cannot be taxed so. What tickets were sold under stays as it was: once there is one, country and past are fixed,
 * and from today on everything may change.
 */
function taxRefused(
  settings: ShopSettings,
  today: BusinessDay,
  { settings: before, nextTicket }: Circumstances,
): Refusal['params'] | null {
  const { tax } = settings
  const trouble = tax === undefined ? null : taxTrouble(tax)
  if (trouble !== null) return { field: 'tax', reason: trouble }
  const changed = nextTicket > 1 ? taxChanged(before.tax, tax, today) : null
  if (changed !== null) return { field: 'tax', reason: changed }
  const law = tax === undefined ? null : taxInForce(tax, today).cashCeiling
  return law !== null && settings.cashCeiling > law ? { field: 'cashCeiling', ceiling: law } : null
}

/** What concerns the shop and not the sale on the counter; open lines keep the item as it was when scanned. */
export const houseDecisions: Decisions = {
  configure: (context, { settings }, circumstances) => {
    const reason = taxRefused(settings, businessDayNow(context.shift, circumstances.at), circumstances)
    return reason === null ? record({ kind: 'shopConfigured', settings }) : no('badInput', reason)
  },
  loadCatalogue: (_context, command) => record(...catalogueFacts(command.items)),
  setPeople: (_context, command) => record({ kind: 'peopleChanged', people: command.people }),

  // The till keeps the training books; the real ones only say whether it may begin or end now.
  setTraining: requiring([noSaleIsOpen], () => nothing),
}
