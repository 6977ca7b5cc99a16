import type { Fact } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from './entry.ts'
import { projectMarketplace } from './project-marketplace.ts'
import {
  batchAsked,
  batchDisagreed,
  batchDisputed,
  batchEnds,
  batchExported,
  batchFrozen,
  movementUploaded,
} from './subjects/batches.ts'
import { settlementBegun } from './subjects/card-movements.ts'
import { statementImported, statementLineMatched } from './subjects/statements.ts'

/** What happens to card money after the sale. @throws when the entry cannot follow what came before it */
export function projectSettlement(to: Projections, entry: Entry, fact: Fact): void {
  switch (fact.kind) {
    case 'settlementBegun':
      settlementBegun(to, entry, fact)
      break
    case 'batchFrozen':
      batchFrozen(to, entry, fact)
      break
    case 'batchAsked':
      batchAsked(to, entry, fact)
      break
    case 'batchDisagreed':
      batchDisagreed(to, entry, fact)
      break
    case 'movementUploaded':
      movementUploaded(to, fact)
      break
    case 'batchExported':
      batchExported(to, entry, fact)
      break
    case 'batchAgreed':
    case 'batchResolved':
      batchEnds(to, entry, fact)
      break
    case 'batchDisputed':
      batchDisputed(to, entry, fact)
      break
    case 'statementImported':
      statementImported(to, entry, fact)
      break
    case 'statementLineMatched':
      statementLineMatched(to, fact)
      break
    default:
      projectMarketplace(to, entry, fact)
  }
}
