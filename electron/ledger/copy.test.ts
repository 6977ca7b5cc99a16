import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everyRow, live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { copyLedgerOf } from './copy.ts'
import { ledgerPath } from './open.ts'
import { verifyLedger } from './verify/verify.ts'

function folderOf(copy: string): string {
  const folder = testFolder()
  mkdirSync(folder, { recursive: true })
  copyFileSync(copy, ledgerPath(folder))
  return folder
}

test('a copy is the ledger as it was when the copy began, however much is sold meanwhile', async () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 40, tickets: 120, seed: 7 })
  const before = everyRow(folder)
  const head = ledger.head()
  const path = join(testFolder(), 'copy.db')
  let goes = 0
  const copied = await copyLedgerOf(folder, path, {
    pagesAtOnce: 20,
    onProgress(pages, of) {
      goes += 1
      expect(pages).toBeLessThanOrEqual(of)
      // A write on another connection between two goes: SQLite alone would begin anew, and never end.
      const now = stoppedClock.now()
      ledger.append([{ kind: 'clockWentBack', from: now, to: now }], 'amina', now)
    },
  })
  // Or this test would prove nothing.
  expect(goes).toBeGreaterThan(1)
  expect({ seq: copied.seq, hash: copied.hash }).toEqual({ seq: head?.seq, hash: head?.hash })
  expect(copied.tillId).toBe(ledger.tillId)
  expect(copied.lastTicket).toBe(ledger.nextTicketNumber() - 1)
  expect(copied.lastTicket).toBe(120)
  expect(ledger.head()?.seq).toBe((head?.seq ?? 0) + goes)
  const restored = folderOf(path)
  expect(verifyLedger(restored).problems).toEqual([])
  expect(everyRow(restored)).toEqual(before)
})
