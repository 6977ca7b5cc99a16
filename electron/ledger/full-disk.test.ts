import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Fact } from '#shared/checkout/fact.ts'
import type { AttemptId, SaleId, ShiftId, TenderId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { everyRow, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { smallDisk } from '#test/harness/small-disk.ts'
import { connect } from './database.ts'
import { LedgerUnwritable } from './handles.ts'
import { ledgerPath } from './open.ts'
import { verifyLedger } from './verify/verify.ts'
import { type Ledger, writeLedger } from './write-ledger.ts'

const at = stoppedClock.now()
const saleId = 's' as SaleId
const attemptId = 'a' as AttemptId
const shiftId = 'shift' as ShiftId

const opened: Fact = {
  kind: 'shiftOpened',
  shiftId,
  businessDay: '2026-11-23',
  cashier: 'amina',
  float: dirham(0),
}
const started: Fact = {
  kind: 'attemptStarted',
  attemptId,
  saleId,
  purpose: 'payment',
  amount: dirham(100),
  terminal: 't',
  terminalSequence: 1,
}
const approved: Fact = {
  kind: 'attemptApproved',
  attemptId,
  saleId,
  tenderId: 't' as TenderId,
  approval: null,
  decidedBy: { kind: 'terminal' },
}
const long = (kilobytes: number): Fact => ({
  kind: 'drawerOpened',
  shiftId,
  reason: 'x'.repeat(kilobytes * 1024),
})

/** Opens the drawer for long reasons until the disk refuses. */
function untilFull(ledger: Ledger): unknown {
  for (let i = 0; i < 10_000; i++) {
    try {
      ledger.append([long(16)], 'amina', at)
    } catch (error) {
      return error
    }
  }
  throw new Error('the disk never filled')
}

test('SQLITE_FULL: nothing is written, nothing is torn, and the ledger works again with room', () => {
  const folder = testFolder()
  testLedger(folder).close()
  const db = connect(ledgerPath(folder), { readonly: false })
  const ledger = writeLedger(db, null, () => {})
  ledger.append([opened], 'amina', at)
  ledger.assertWritable()
  db.pragma('max_page_count = 200')
  expect(untilFull(ledger)).toBeInstanceOf(LedgerUnwritable)
  const before = everyRow(folder)
  const forwards = [
    {
      destination: 'marketplace',
      key: 'k',
      body: { type: 'stockChanged', ticket: 1, sku: 's', delta: 1 },
    } as never,
  ]
  expect(() => ledger.append([long(1), long(900)], 'amina', at, forwards)).toThrow(LedgerUnwritable)
  expect(() => ledger.assertWritable()).toThrow(LedgerUnwritable)
  expect(everyRow(folder)).toEqual(before)
  db.pragma('max_page_count = 100000')
  ledger.assertWritable()
  ledger.append([long(900)], 'amina', at, forwards)
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a full disk refuses before money moves, yet keeps what already moved', () => {
  const disk = smallDisk(12)
  // Without leave to mount a disk, the same promises are kept by the test above and below.
  if (disk === null) return
  const ledger = testLedger(disk.folder)
  ledger.append([opened, started], 'amina', at)
  ledger.assertWritable()
  disk.fill()
  expect(untilFull(ledger)).toBeInstanceOf(LedgerUnwritable)
  const head = ledger.head()
  expect(() => ledger.append([long(16)], 'amina', at)).toThrow(LedgerUnwritable)
  expect(ledger.head()).toEqual(head)
  // The terminal approved meanwhile: that must not be lost, and there is room kept for it.
  ledger.append([approved], 'amina', at)
  expect(ledger.attempt(attemptId)?.state).toBe('approved')
  disk.fill()
  expect(() => ledger.assertWritable()).toThrow(LedgerUnwritable)
  disk.free()
  ledger.assertWritable()
  ledger.append([long(16)], 'amina', at)
  ledger.close()
  expect(verifyLedger(disk.folder).problems).toEqual([])
})

test('room for the outcome of a charge is kept on the disk, given up once, and taken again', () => {
  const folder = testFolder()
  testLedger(folder).close()
  const db = connect(ledgerPath(folder), { readonly: false })
  const reserve = { kept: true, ensure: () => {}, release: () => {} }
  const ledger = writeLedger(
    db,
    {
      ensure: () => {
        reserve.kept = true
      },
      release: () => {
        reserve.kept = false
        db.pragma('max_page_count = 100000')
      },
    },
    () => {},
  )
  ledger.append([opened, started], 'amina', at)
  db.pragma('max_page_count = 200')
  expect(untilFull(ledger)).toBeInstanceOf(LedgerUnwritable)
  expect(reserve.kept).toBe(true)
  const slip = Array.from({ length: 600 }, () => 'x'.repeat(100))
  const approval = {
    maskedPan: null,
    scheme: null,
    authorisation: null,
    trace: null,
    terminalId: null,
    terminalTime: null,
    slip,
  }
  ledger.append([{ ...approved, approval }], 'amina', at)
  expect(reserve.kept).toBe(false)
  ledger.assertWritable()
  expect(reserve.kept).toBe(true)
  ledger.close()
})

test('the reserve is a file of real bytes beside the ledger', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  ledger.assertWritable()
  expect(existsSync(join(folder, 'disk.reserve'))).toBe(true)
})
