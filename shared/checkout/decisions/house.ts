import { catalogueFacts } from '../catalogue-facts.ts'
import type { Decisions } from '../decision.ts'
import { nothing, record } from '../decision.ts'
import { noSaleIsOpen, requiring } from '../requirements.ts'

/** What concerns the shop and not the sale on the counter; open lines keep the item as it was when scanned. */
export const houseDecisions: Decisions = {
  configure: (_context, command) => record({ kind: 'shopConfigured', settings: command.settings }),
  loadCatalogue: (_context, command) => record(...catalogueFacts(command.items)),
  setPeople: (_context, command) => record({ kind: 'peopleChanged', people: command.people }),

  // The till keeps the training books; the real ones only say whether it may begin or end now.
  setTraining: requiring([noSaleIsOpen], () => nothing),
}
