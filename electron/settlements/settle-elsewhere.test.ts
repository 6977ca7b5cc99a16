import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import { dirham } from '#shared/money/amount.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, openStage, type Stage } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { readAcquirers } from './acquirers-file.ts'

function shop(config: AcquirersConfig) {
  const folder = testFolder()
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const open: Stage[] = []
  const start = (): Stage => {
    const stage = openStage({ folder, config, timers, clock, host: null })
    open.push(stage)
    return stage
  }
  onTestFinished(() => open.at(-1)?.close())
  return { folder, timers, clock, start, till: start(), pass: (ms: number) => timers.advance(ms) }
}

/** In virtual time files are written for real. */
const written = async (till: Stage): Promise<void> => {
  await till.settlements.settled()
}

function settle({ settlements }: Stage): BatchId {
  const answer = settlements.settle('t1', 'Hassan')
  const [batch] = answer.ok ? answer.value : []
  if (batch === undefined) throw new Error('nothing was settled')
  return batch
}
const first = ({ settlements }: Stage) => settlements.view().batches[0]

const told = (sales: number, amount: number): ToldTotals => ({
  groups: {
    sales: { count: sales, amount: dirham(amount) },
    saleReversals: null,
    refunds: null,
    refundReversals: null,
  },
  net: null,
})
const says = (totals: ToldTotals | null) => ({ ok: true, text: 'FIN DE JOURNEE', told: totals }) as const

const byTerminal = bank({ kind: 'terminal' })
const byFile = bank({ kind: 'file' })

test('a terminal that settles by itself is told once, and what it says is compared', async () => {
  const { till } = shop(byTerminal)
  till.charge({ amount: 500 })
  till.terminal.settle = says(told(1, 500))
  settle(till)
  await written(till)
  expect(first(till)).toMatchObject({ state: 'agreed', agreedBy: { kind: 'terminal' } })
  expect(till.terminal.told).toBe(1)
  till.charge({ amount: 700 })
  till.terminal.settle = says(told(1, 800))
  settle(till)
  await written(till)
  expect(first(till)).toMatchObject({ state: 'disputed', cause: 'totalsDiffer', told: told(1, 800) })
})

test('a sale that was undone may be in its totals twice or not at all', async () => {
  const { till } = shop(byTerminal)
  const sale = till.charge({ amount: 500 })
  till.charge({ amount: 300 })
  till.charge({ amount: 500, purpose: 'void', undoes: sale })
  till.terminal.settle = says(told(1, 300))
  settle(till)
  await written(till)
  expect(first(till)).toMatchObject({ state: 'agreed' })
})

test('totals it tells before its end of day do where it tells none at it', async () => {
  const { till } = shop(byTerminal)
  till.charge({ amount: 500 })
  till.terminal.totals = says(told(1, 500))
  till.terminal.settle = says(null)
  settle(till)
  await written(till)
  expect(first(till)).toMatchObject({ state: 'agreed', told: told(1, 500) })
})

test('a terminal that says no totals: somebody reads its slip, and is believed', async () => {
  const { till } = shop(byTerminal)
  till.charge({ amount: 500 })
  till.terminal.settle = says(null)
  const batch = settle(till)
  await written(till)
  expect(first(till)).toMatchObject({ state: 'disputed', cause: 'noTotals', text: 'FIN DE JOURNEE' })
  expect(till.settlements.enterTotals(batch, told(1, 400), 'Hassan')).toMatchObject({ ok: true })
  expect(first(till)).toMatchObject({ state: 'disputed', cause: 'totalsDiffer', told: told(1, 400) })
  expect(till.settlements.enterTotals(batch, told(1, 500), 'Hassan')).toMatchObject({ ok: true })
  expect(first(till)).toMatchObject({ state: 'agreed', agreedBy: { kind: 'person', name: 'Hassan' } })
  expect(till.settlements.enterTotals(batch, told(1, 500), 'Hassan')).toMatchObject({
    refusal: { code: 'batchEnded' },
  })
})

test('a terminal that is off is told when it is there, and is not told before', async () => {
  const { till, pass } = shop(byTerminal)
  till.charge({ amount: 500 })
  till.terminal.totals = { ok: false, reason: { code: 'TILL-UNREACHABLE', text: '' } }
  settle(till)
  await pass(600_000)
  expect(first(till)).toMatchObject({ state: 'frozen' })
  expect(till.terminal.told).toBe(0)
  till.terminal.totals = says(null)
  till.terminal.settle = { ok: false, reason: { code: 'TILL-BUSY', text: '' }, sent: false }
  await pass(1_200_000)
  expect(till.terminal.told).toBeGreaterThan(0)
  expect(first(till)).toMatchObject({ state: 'frozen' })
  till.terminal.settle = says(told(1, 500))
  await pass(1_200_000)
  expect(first(till)).toMatchObject({ state: 'agreed' })
})

test('an order nobody heard an answer to is never given again by itself, across restarts', async () => {
  const { till, start, pass } = shop(byTerminal)
  till.charge({ amount: 500 })
  till.terminal.settle = { ok: false, reason: { code: 'TILL-NOANSWER', text: '' }, sent: true }
  const batch = settle(till)
  await written(till)
  expect(first(till)).toMatchObject({ state: 'disputed', cause: 'noAnswer' })
  await pass(3_600_000)
  expect(till.terminal.told).toBe(1)
  expect(till.settlements.resend(batch)).toMatchObject({ refusal: { code: 'deviceCannot' } })
  till.kill()
  const again = start()
  await pass(3_600_000)
  expect(again.terminal.told).toBe(0)
})

test('killed between the order and its answer: a person looks', async () => {
  const { till, start, pass } = shop(byTerminal)
  till.charge({ amount: 500 })
  let asked = false
  Object.defineProperty(till.terminal, 'settle', {
    get: () => {
      asked = true
      return new Promise(() => undefined)
    },
  })
  settle(till)
  await pass(1)
  expect(asked).toBe(true)
  till.kill()
  const again = start()
  await pass(600_000)
  expect(again.terminal.told).toBe(0)
  expect(first(again)).toMatchObject({ state: 'disputed', cause: 'noAnswer' })
})

test('a charge in doubt keeps its terminal from being told: its record is what settles the doubt', async () => {
  const { till, pass } = shop(bank({ kind: 'terminal' }, { at: 'closing' }))
  till.charge({ amount: 500 })
  const lost = till.desk.start({ amount: 900 })
  till.desk.doubt(lost)
  expect(till.settlements.settle('t1', 'Hassan')).toMatchObject({ refusal: { code: 'attemptInProgress' } })
  till.closeDay('2026-11-27')
  till.turn()
  await pass(120_000)
  expect(first(till)).toBeUndefined()
  till.desk.decline(lost)
  till.terminal.settle = says(told(1, 500))
  await pass(120_000)
  expect(first(till)).toMatchObject({ state: 'agreed', businessDay: '2026-11-27' })
})

test('a file is written once, whole, signed, with the name and content that the journal says', async () => {
  const { till, folder, pass } = shop(byFile)
  till.charge({ amount: 500 })
  const batch = settle(till)
  await pass(1)
  await written(till)
  expect(first(till)).toMatchObject({ state: 'exported' })
  const { exported } = till.ledger.findBatch(batch) ?? {}
  const path = join(folder, 'settlements', exported?.file ?? '')
  const text = readFileSync(path, 'utf8')
  expect(createHash('sha256').update(text).digest('hex')).toBe(exported?.sha256)
  expect(till.settlements.export(batch)).toEqual({ ok: true, value: { file: exported?.file, text } })
  // Lost from the folder it is made again, the same to the byte.
  rmSync(path)
  expect(till.settlements.export(batch)).toEqual({ ok: true, value: { file: exported?.file, text } })
})

test('a batch is made when a shift closes, when the hour comes, or when it came while the till was off', async () => {
  const { till, pass, start } = shop(bank({ kind: 'file' }, { at: 'closing' }))
  till.charge({ amount: 500 })
  till.closeDay('2026-11-27')
  till.kill()
  const again = start()
  expect(first(again)).toMatchObject({ businessDay: '2026-11-27', movements: 1 })
  again.charge({ amount: 600 })
  again.turn()
  await pass(3_600_000)
  expect(again.settlements.view().batches).toHaveLength(1)
  again.closeDay('2026-11-28')
  again.turn()
  expect(again.settlements.view().batches).toMatchObject([{ businessDay: '2026-11-28' }, {}])

  const hourly = shop(bank({ kind: 'file' }, { at: 'hour', hour: '23:00' }))
  hourly.till.charge({ amount: 500 })
  await hourly.pass(24 * 3_600_000)
  expect(hourly.till.settlements.view().batches).toHaveLength(1)
  await hourly.pass(48 * 3_600_000)
  expect(hourly.till.settlements.view().batches).toHaveLength(1)
})

test('refused: nothing collected, nobody set up, no such batch', () => {
  const { till } = shop(byFile)
  expect(till.settlements.settle('t1', 'Hassan')).toMatchObject({ refusal: { code: 'nothingToSettle' } })
  till.charge({ terminal: 't2', amount: 100 })
  expect(till.settlements.settle('t2', 'Hassan')).toMatchObject({ refusal: { code: 'noAcquirer' } })
  const none = 'none' as BatchId
  for (const answer of [
    till.settlements.resend(none),
    till.settlements.export(none),
    till.settlements.resolve(none, 'oursStands', 'x', 'Hassan'),
    till.settlements.enterTotals(none, told(1, 1), 'Hassan'),
  ])
    expect(answer).toMatchObject({ refusal: { code: 'unknownBatch' } })
  expect(till.settlements.findBatch(none)).toBeNull()
})

test('who settles which terminal is kept in a file, and is not taken away from a batch that is open', async () => {
  const { till, folder, pass } = shop(byFile)
  till.charge({ amount: 500 })
  const batch = settle(till)
  await pass(1)
  await written(till)
  expect(await till.settlements.configure({ acquirers: [] })).toMatchObject({
    refusal: { code: 'batchOpen' },
  })
  expect(await readAcquirers(folder)).toEqual({ acquirers: [] })
  const renamed = bank({ kind: 'file' }, { at: 'closing' }, { name: 'Autre' })
  expect(await till.settlements.configure(renamed)).toMatchObject({ ok: true })
  expect(await readAcquirers(folder)).toEqual(renamed)
  expect(first(till)).toMatchObject({ acquirerName: 'Autre' })
  till.settlements.resolve(batch, 'paidInFull', 'Paid on Friday.', 'Hassan')
  expect(await till.settlements.configure({ acquirers: [] })).toMatchObject({ ok: true })
  writeFileSync(join(folder, 'acquirers.json'), '{"acquirers":[{"id":"BANK"}]}')
  await expect(readAcquirers(folder)).rejects.toThrow(/acquirers\.json is wrong at acquirers\.0\.id/)
})
