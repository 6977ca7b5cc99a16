import { expect, onTestFinished, test } from 'vitest'
import type { SettleOutcome, TotalsOutcome } from '#drivers/terminals/terminal.ts'
import { dirham } from '#shared/money/amount.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { Counted, ToldTotals } from '#shared/settlement/totals.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, openStage, type Stage } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

// Lessons: stripe/stripe-terminal-android#370, odoo/odoo#79680 (a record that is gone settles no doubt).

const away: TotalsOutcome = { ok: false, reason: { code: 'TILL-UNREACHABLE', text: '' } }
const gone: TotalsOutcome = { ok: false, reason: { code: 'TILL-NO-TERMINAL', text: '' } }

const sum = (net: number): ToldTotals => ({
  groups: { sales: null, saleReversals: null, refunds: null, refundReversals: null },
  net: dirham(net),
})
const says = (told: ToldTotals) => ({ ok: true, text: '', told }) satisfies SettleOutcome & TotalsOutcome
const counted = (count: number, amount: number): Counted => ({ count, amount: dirham(amount) })

/** A till whose terminal ends its day by itself. */
function shop() {
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const config = bank({ kind: 'terminal' })
  const till = openStage({ folder: testFolder(), config, timers, clock, host: null })
  onTestFinished(() => till.close())
  return { till, pass: (ms: number) => timers.advance(ms) }
}

function settle({ settlements }: Stage): BatchId {
  const answer = settlements.settle('t1', 'Hassan')
  const [batch] = answer.ok ? answer.value : []
  if (batch === undefined) throw new Error('nothing was settled')
  return batch
}
const batches = ({ settlements }: Stage) => settlements.view().batches.toReversed()

test('a charge lost the morning after keeps the terminal from ending the day before: its record settles the doubt', async () => {
  const { till, pass } = shop()
  till.charge({ amount: 500 })
  till.terminal.totals = away
  settle(till)
  await pass(60_000)
  const lost = till.desk.start({ amount: 900 })
  till.desk.doubt(lost)
  till.terminal.totals = says(sum(500))
  till.terminal.settle = says(sum(500))
  await pass(3_600_000)
  expect(till.terminal.told).toBe(0)
  expect(batches(till)).toMatchObject([{ state: 'frozen' }])
  till.desk.decline(lost)
  await pass(3_600_000)
  expect(till.terminal.told).toBe(1)
  expect(batches(till)).toMatchObject([{ state: 'agreed' }])
})

test('sales rung up before the terminal was there again are in its day and not in the batch: two people’s sums, no agreement', async () => {
  const { till, pass } = shop()
  till.charge({ amount: 500 })
  till.terminal.totals = away
  settle(till)
  await pass(60_000)
  till.charge({ amount: 700 })
  till.terminal.totals = says(sum(1_200))
  till.terminal.settle = says(sum(1_200))
  await pass(3_600_000)
  expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'totalsDiffer', told: { net: 1_200 } }])
  till.charge({ amount: 300 })
  till.terminal.totals = says(sum(300))
  till.terminal.settle = says(sum(300))
  settle(till)
  await pass(60_000)
  expect(batches(till)).toMatchObject([
    { state: 'disputed', movements: 1 },
    { state: 'disputed', cause: 'totalsDiffer', movements: 2, told: { net: 300 } },
  ])
})

test('a terminal that was replaced while its batch waited holds nobody up: somebody reads its slip', async () => {
  const { till, pass } = shop()
  till.charge({ amount: 500 })
  till.charge({ amount: 600 })
  till.terminal.totals = gone
  const batch = settle(till)
  await pass(3_600_000)
  expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'noTotals', code: 'TILL-NO-TERMINAL' }])
  expect(till.settlements.view().lanes).toEqual([])
  expect(till.settlements.enterTotals(batch, sum(1_100), 'Hassan')).toMatchObject({ ok: true })
  expect(batches(till)).toMatchObject([{ state: 'agreed', agreedBy: { kind: 'person', name: 'Hassan' } }])
})

test('a terminal taken away and put back is told when somebody says so, and once', async () => {
  const { till, pass } = shop()
  till.charge({ amount: 500 })
  till.terminal.totals = gone
  const batch = settle(till)
  await pass(60_000)
  expect(till.terminal.told).toBe(0)
  till.terminal.totals = says(sum(500))
  till.terminal.settle = { ok: false, reason: { code: 'TILL-NOANSWER', text: '' }, sent: true }
  expect(till.settlements.resend(batch)).toMatchObject({ ok: true })
  await pass(3_600_000)
  expect(till.terminal.told).toBe(1)
  expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'noAnswer' }])
  expect(till.settlements.resend(batch)).toMatchObject({ refusal: { code: 'deviceCannot' } })
})

test('a slip that says only what was undone, or nothing of what was given back, agrees to nothing', async () => {
  const { till, pass } = shop()
  const sale = till.charge({ amount: 500 })
  till.charge({ amount: 900 })
  till.charge({ amount: 500, purpose: 'void', undoes: sale })
  till.terminal.settle = says({
    groups: { sales: null, saleReversals: counted(1, 500), refunds: null, refundReversals: null },
    net: null,
  })
  settle(till)
  await pass(60_000)
  expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'noTotals' }])
  till.charge({ amount: 900 })
  till.charge({ amount: 100, purpose: 'refund' })
  till.terminal.settle = says({
    groups: { sales: counted(1, 900), saleReversals: null, refunds: null, refundReversals: null },
    net: null,
  })
  settle(till)
  await pass(60_000)
  expect(batches(till)[1]).toMatchObject({ state: 'disputed', cause: 'noTotals' })
})

test('a slip that leaves out what was undone agrees when somebody types it, as when the terminal tells it', async () => {
  const { till, pass } = shop()
  const sale = till.charge({ amount: 500 })
  till.charge({ amount: 900 })
  till.charge({ amount: 500, purpose: 'void', undoes: sale })
  till.terminal.totals = gone
  const batch = settle(till)
  await pass(60_000)
  const none = counted(0, 0)
  const slip = (sales: Counted): ToldTotals => ({
    groups: { sales, saleReversals: none, refunds: none, refundReversals: none },
    net: dirham(900),
  })
  expect(till.settlements.enterTotals(batch, slip(counted(3, 900)), 'Hassan')).toMatchObject({ ok: true })
  expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'totalsDiffer' }])
  expect(till.settlements.enterTotals(batch, slip(counted(1, 900)), 'Hassan')).toMatchObject({ ok: true })
  expect(batches(till)).toMatchObject([{ state: 'agreed' }])
})
