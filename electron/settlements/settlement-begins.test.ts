import { expect, onTestFinished, test } from 'vitest'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, hostWay, openStage, type Stage } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

const nobody: AcquirersConfig = { acquirers: [] }
const byFile = bank({ kind: 'file' })

/** A till that took cards for days before anybody set up an acquirer. */
function oldShop(fill: (till: Stage) => void) {
  const folder = testFolder()
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  let stage: Stage
  const start = (config: AcquirersConfig): Stage => {
    stage = openStage({ folder, config, timers, clock, host: null })
    return stage
  }
  const till = start(nobody)
  fill(till)
  onTestFinished(() => stage.close())
  return { till, start }
}

/** Two closed days, and 700 in a shift that is open. */
function twoDaysAndAMorning(till: Stage): void {
  for (const day of ['2026-11-21', '2026-11-22'] as const) {
    till.charge({ amount: 5_000 })
    till.closeDay(day)
  }
  till.charge({ amount: 700 })
}

const netsOf = ({ ledger }: Stage): readonly number[] =>
  ledger.listBatches(null, 9).map(({ totals }) => totals.sales.amount)
const begunIn = ({ ledger }: Stage) =>
  [...ledger.entriesAfter(0)].flatMap(({ fact }) => (fact.kind === 'settlementBegun' ? [fact] : []))

test('set up on the screen: closed days are left out, what the open shift took is in the first batch', async () => {
  const { till } = oldShop(twoDaysAndAMorning)
  const closing = till.ledger.lastClosing()?.seq
  expect(await till.settlements.configure(byFile)).toMatchObject({ ok: true })
  expect(begunIn(till)).toMatchObject([{ terminal: 't1', acquirer: 'bank', through: closing }])
  expect(till.settlements.view().collected).toMatchObject([{ count: 1, net: 700 }])
  expect(till.settlements.settle('t1', 'Hassan')).toMatchObject({ ok: true })
  expect(netsOf(till)).toEqual([700])
  expect(till.ledger.outbox.waiting('acquirer', 9)).toEqual([])
})

test('written by hand before the till starts: the same, before anything is due', async () => {
  const { till, start } = oldShop(twoDaysAndAMorning)
  await till.close()
  const again = start(bank({ kind: 'file' }, { at: 'closing' }))
  expect(netsOf(again)).toEqual([])
  expect(again.settlements.view().collected).toMatchObject([{ net: 700 }])
  again.closeDay('2026-11-23')
  again.turn()
  expect(netsOf(again)).toEqual([700])
})

test('once for a terminal: neither a restart nor another acquirer leaves out what has collected', async () => {
  const { till, start } = oldShop((stage) => stage.charge({ amount: 300 }))
  await till.settlements.configure(byFile)
  till.closeDay('2026-11-23')
  await till.close()
  const again = start(byFile)
  const other = bank({ kind: 'file' }, { at: 'hand' }, { id: 'other' })
  expect(await again.settlements.configure(nobody)).toMatchObject({ ok: true })
  expect(await again.settlements.configure(other)).toMatchObject({ ok: true })
  expect(begunIn(again)).toMatchObject([{ acquirer: 'bank', through: 0 }])
  again.settlements.settle('t1', 'Hassan')
  expect(again.ledger.listBatches(null, 9)).toMatchObject([{ acquirer: 'other', movements: 1 }])
})

test('no reversal or advice of a closed day is told', async () => {
  const { till } = oldShop(({ desk, closeDay, charge }) => {
    const lost = desk.start()
    desk.doubt(lost)
    desk.decline(lost)
    desk.approve(desk.start(), { kind: 'person', name: 'Hassan' }, null)
    closeDay('2026-11-22')
    charge({ amount: 700 })
  })
  await till.settlements.configure(bank(hostWay('iso87')))
  till.settlements.settle('t1', 'Hassan')
  const told = till.ledger.outbox.waiting('host/bank', 9).map(({ body }) => body.type)
  expect(told).toEqual(['settleBatch'])
})
