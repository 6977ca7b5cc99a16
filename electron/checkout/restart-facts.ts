import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Fact } from '#shared/checkout/fact.ts'

/** All the facts a till needs to stand where it stood: the open shift, then every unfinished sale, in journal order. */
export function restartFacts(ledger: ReadLedger): readonly Fact[] {
  return [...shiftFacts(ledger), ...ledger.unfinishedFacts()]
}

function shiftFacts(ledger: ReadLedger): readonly Fact[] {
  const shift = ledger.openShift()
  if (shift === null) return []
  const test = ledger.lastTest()
  return [{ kind: 'shiftOpened', ...shift }, ...(test === null ? [] : [test])]
}
