import { statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Fact } from '#shared/checkout/fact.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { zero } from '#shared/money/amount.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { ledgerPath } from './open.ts'

const at = stoppedClock.now()
const shiftId = 's' as ShiftId
const shift: Fact = { kind: 'shiftOpened', shiftId, businessDay: '2026-11-23', cashier: 'amina', float: zero }
const opened: Fact = { kind: 'drawerOpened', shiftId, reason: 'x'.repeat(8000) }

/** A till that opens its drawer, and how much of it is in the database itself. */
function drawer() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  ledger.append([shift], 'amina', at)
  return {
    ledger,
    opens(times: number) {
      for (let i = 0; i < times; i++) ledger.append([opened], 'amina', at)
    },
    inDatabase: () => statSync(ledgerPath(folder)).size,
  }
}

test('no commit brings the log into the database; that is done when nobody rings up', async () => {
  const { ledger, opens, inDatabase } = drawer()
  const before = inDatabase()
  opens(90)
  expect(inDatabase()).toBe(before)
  await expect.poll(inDatabase).toBeGreaterThan(before + 90 * 8000)
  ledger.close()
})

test('a counter that never rests gets it at the next turn', async () => {
  const { ledger, opens, inDatabase } = drawer()
  const before = inDatabase()
  for (let sale = 0; sale < 130; sale++) {
    opens(1)
    await wait(1)
  }
  expect(inDatabase()).toBeGreaterThan(before + 90 * 8000)
  ledger.close()
})

test('a long loop of commits does not let it grow for ever', () => {
  const { ledger, opens, inDatabase } = drawer()
  const before = inDatabase()
  opens(1500)
  expect(inDatabase()).toBeGreaterThan(before + 500 * 8000)
  ledger.close()
})

test('a ledger that is closed leaves nothing to do', () => {
  vi.useFakeTimers()
  try {
    const { ledger, opens } = drawer()
    opens(40)
    expect(vi.getTimerCount()).toBe(1)
    ledger.close()
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
