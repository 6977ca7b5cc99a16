import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'

/**
 * All the facts a till needs to stand where it stood: the open shift, then every unfinished sale, in journal order, then
 * what its last test of the terminal found. A test whose answer was contradicted is unfinished once more: what it found
 * at first is no news beside a later test's.
 */
export function restartFacts(ledger: ReadLedger): readonly Fact[] {
  const unfinished = ledger.unfinishedFacts().filter(({ kind }) => kind !== 'terminalTested')
  return [...shiftFact(ledger), ...unfinished, ...testFact(ledger)]
}

function shiftFact(ledger: ReadLedger): readonly Fact[] {
  const shift = ledger.openShift()
  return shift === null ? [] : [{ kind: 'shiftOpened', ...shift }]
}

function testFact(ledger: ReadLedger): readonly FactOf<'terminalTested'>[] {
  const test = ledger.lastTest()
  return test === null ? [] : [test]
}
