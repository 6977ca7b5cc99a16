import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { ledgerPath } from '../open.ts'
import { LedgerRefused } from '../refused.ts'
import { verifyLedger } from './verify.ts'

test('what is no ledger is refused, not judged', () => {
  const folder = testFolder()
  expect(() => verifyLedger(folder)).toThrow(LedgerRefused)
  writeFileSync(ledgerPath(folder), 'recipes')
  expect(() => verifyLedger(folder)).toThrow(LedgerRefused)
})
