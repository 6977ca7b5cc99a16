import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { stoppedClock as clock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { runOwnersImport } from './owners-import.ts'

function folderWith(text: string) {
  const data = testFolder()
  testLedger(data).close()
  const file = join(data, 'artisans.csv')
  writeFileSync(file, text)
  return { data, file, clock }
}

test('contracts are loaded, more than one fact carries; again replaces them', () => {
  const rows = Array.from({ length: 501 }, (_, n) => `artisan ${n};0.7`)
  const task = folderWith(['owner;share', ...rows].join('\n'))
  expect(runOwnersImport(task)).toBe(501)
  writeFileSync(task.file, 'owner;fixed;role\nartisan 500;80;agent')
  expect(runOwnersImport(task)).toBe(1)
  const ledger = testLedger(task.data)
  expect(ledger.owners()).toHaveLength(501)
  expect(ledger.findOwner('artisan 0')?.contract?.share).toEqual({ kind: 'percentage', ppm: 700_000 })
  const last = { role: 'agent', share: { kind: 'fixed', perUnit: 8000 } }
  expect(ledger.findOwner('artisan 500')?.contract).toMatchObject(last)
  expect(verifyLedger(task.data).problems).toEqual([])
})

test('what is wrong is said with its place, and nothing is loaded', () => {
  const task = folderWith('owner;share\nA;0.7\nB;7')
  expect(() => runOwnersImport(task)).toThrow(/^artisans\.csv, line 3, column 3: share: must be from 0 to 1/)
  expect(testLedger(task.data).owners()).toEqual([])
})
