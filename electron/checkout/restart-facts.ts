import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Fact } from '#shared/checkout/fact.ts'

/**
 * All the facts a till needs to stand where it stood: the open shift, then every unfinished sale, parked ones first
 * so that the one at the counter is the last to be opened.
 */
export function restartFacts(ledger: ReadLedger): readonly Fact[] {
  const sales = ledger.unfinishedSales().map((saleId) => ledger.factsOfSale(saleId))
  const parked = sales.filter(isParked)
  const open = sales.filter((facts) => !isParked(facts))
  return [...shiftFacts(ledger), ...parked.flat(), ...open.flat()]
}

function shiftFacts(ledger: ReadLedger): readonly Fact[] {
  const shift = ledger.openShift()
  if (shift === null) return []
  const { shiftId, businessDay, cashier, float } = shift
  return [{ kind: 'shiftOpened', shiftId, businessDay, cashier, float }]
}

function isParked(facts: readonly Fact[]): boolean {
  return (
    facts.findLast((fact) => fact.kind === 'saleParked' || fact.kind === 'saleResumed')?.kind === 'saleParked'
  )
}
