import { describe, expect, onTestFinished, test } from 'vitest'
import type { AcquirerSimulatorOptions } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import type { BatchView } from '#shared/contract/settlements.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, hostWay, openStage, type Stage, virtualHost } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

const dialects = ['iso87', 'edc'] as const
type DialectName = (typeof dialects)[number]

/** A till and its acquirer's host; the till can be killed and started again on the same folder. */
function evening(dialect: DialectName, options: AcquirerSimulatorOptions = {}) {
  const folder = testFolder()
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const host = virtualHost(timers, clock, { dialect, capture: 'host', ...options })
  const config = bank(hostWay(dialect))
  const open: Stage[] = []
  const start = (): Stage => {
    const stage = openStage({ folder, config, timers, clock, host })
    open.push(stage)
    return stage
  }
  onTestFinished(async () => {
    await open.at(-1)?.close()
    await host.close()
  })
  return { host, timers, clock, start, till: start(), pass: (ms: number) => timers.advance(ms) }
}

const batches = ({ settlements }: Stage): readonly BatchView[] => settlements.view().batches
const [minute, hour] = [60_000, 3_600_000]

/** 3 sales of 60.00, one of them undone; a refund of 1.50. */
function aDay({ charge }: Stage): void {
  const first = charge({ amount: 1_000 })
  charge({ amount: 2_000 })
  charge({ amount: 3_000 })
  charge({ amount: 150, purpose: 'refund' })
  charge({ amount: 1_000, purpose: 'void', undoes: first })
}

describe.each(dialects)('%s', (dialect) => {
  test('a day is agreed: the batch is closed on both sides with the same movements', async () => {
    const { till, host, pass } = evening(dialect)
    aDay(till)
    const settled = till.settlements.settle('t1', 'Hassan')
    expect(settled).toMatchObject({ ok: true })
    expect(batches(till)).toMatchObject([{ state: 'frozen', number: 1, movements: 5 }])
    await pass(minute)
    expect(batches(till)).toMatchObject([{ state: 'agreed', agreedBy: { kind: 'host' }, unconfirmed: false }])
    expect(till.settlements.view()).toMatchObject({ lanes: [], collected: [] })
    const books = host.books()
    expect(books.violations).toEqual([])
    expect(books.batches).toMatchObject([
      { state: 'agreed', number: dialect === 'edc' ? 1 : expect.anything() },
    ])
    expect(books.sums.agreed).toEqual({ batches: 1, net: 4_850 })
    expect(books.sums.settled.net).toBe(4_850)
    expect(books.sums.open.net).toBe(0)
  })

  test('no answer: unconfirmed; the same message is repeated for hours, and sales go on in the next batch', async () => {
    const { till, host, pass } = evening(dialect)
    aDay(till)
    host.setFault('noAnswer:5')
    const seen = new Set<unknown>()
    till.forwards.watch(() => seen.add(till.forwards.lanes()[0]?.trouble))
    till.settlements.settle('t1', 'Hassan')
    await pass(5 * minute)
    expect(batches(till)).toMatchObject([{ state: 'frozen', unconfirmed: true }])
    expect(seen).toContain('silent')
    till.charge({ amount: 700 })
    expect(till.settlements.view().collected).toMatchObject([{ count: 1, net: 700 }])
    await pass(3 * hour)
    expect(batches(till)).toMatchObject([{ state: 'agreed' }])
    till.settlements.settle('t1', 'Hassan')
    await pass(hour)
    expect(batches(till)).toMatchObject([
      { number: 2, state: 'agreed' },
      { number: 1, state: 'agreed' },
    ])
    const { violations, sums } = host.books()
    expect(violations).toEqual([])
    expect(sums.agreed).toEqual({ batches: 2, net: 5_550 })
  })

  test('a host that is not there is no loss: the batch waits and says why', async () => {
    const { till, host, pass } = evening(dialect)
    aDay(till)
    host.powerCycle(2 * hour)
    till.settlements.settle('t1', 'Hassan')
    await pass(minute)
    expect(till.settlements.view().lanes).toMatchObject([{ destination: 'host/bank', waiting: 1 }])
    await pass(3 * hour)
    expect(batches(till)).toMatchObject([{ state: 'agreed' }])
    expect(host.books().violations).toEqual([])
  })

  test('totals that differ: each movement is told once, then it is agreed; a kill in between repeats none', async () => {
    const { till, host, pass, start } = evening(dialect)
    for (let n = 1; n <= 12; n += 1) till.charge({ amount: n * 100 })
    host.setFault('disagree')
    till.settlements.settle('t1', 'Hassan')
    await pass(2_000)
    const { uploaded } = batches(till)[0] ?? { uploaded: 0 }
    expect(uploaded).toBeGreaterThan(0)
    expect(uploaded).toBeLessThan(12)
    till.kill()
    const again = start()
    await pass(10 * minute)
    expect(batches(again)).toMatchObject([{ state: 'agreed', uploaded: 12 }])
    const { violations, batches: theirs } = host.books()
    expect(violations).toEqual([])
    expect(theirs[0]?.uploaded).toHaveLength(12)
  })

  test('still other totals: a person looks, sees both sides line by line, and says what stands', async () => {
    const { till, host, pass } = evening(dialect)
    aDay(till)
    host.setFault('disagreeTwice')
    const settled = till.settlements.settle('t1', 'Hassan')
    const [batch] = settled.ok ? settled.value : []
    if (batch === undefined) throw new Error('no batch')
    expect(till.settlements.resolve(batch, 'oursStands', 'too early', 'Hassan')).toMatchObject({
      refusal: { code: 'batchNotDisputed' },
    })
    await pass(10 * minute)
    expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'totalsDiffer', uploaded: 5 }])
    expect(till.settlements.findBatch(batch)?.lines.map(({ code }) => code)).toEqual(Array(5).fill('00'))
    expect(till.settlements.view().lanes).toEqual([])
    expect(till.settlements.resolve(batch, 'oursStands', 'They found it.', 'Hassan')).toMatchObject({
      ok: true,
    })
    expect(batches(till)).toMatchObject([
      { state: 'resolved', resolution: { kind: 'oursStands', person: 'Hassan', note: 'They found it.' } },
    ])
    expect(till.settlements.resend(batch)).toMatchObject({ refusal: { code: 'batchEnded' } })
  })

  test('what the host refuses is asked again when somebody says so, as the same message', async () => {
    const { till, host, pass } = evening(dialect)
    aDay(till)
    host.setFault('refuse@03')
    const settled = till.settlements.settle('t1', 'Hassan')
    const [batch] = settled.ok ? settled.value : []
    if (batch === undefined) throw new Error('no batch')
    await pass(minute)
    expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'refused', code: '03' }])
    await pass(5 * hour)
    expect(batches(till)).toMatchObject([{ state: 'disputed' }])
    expect(till.settlements.resend(batch)).toMatchObject({ ok: true })
    await pass(minute)
    expect(batches(till)).toMatchObject([{ state: 'agreed', number: 1 }])
    expect(host.books().violations).toEqual([])
  })

  test('it has this batch, it says: a person looks, and no other number is tried', async () => {
    const { till, host, pass } = evening(dialect)
    aDay(till)
    host.setFault('duplicateBatch')
    till.settlements.settle('t1', 'Hassan')
    await pass(hour)
    expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'duplicate', number: 1 }])
    expect(till.ledger.lastNumbers('bank').batch).toBe(1)
  })

  test('a yes to other totals than ours is no agreement', async () => {
    const { till, host, pass } = evening(dialect)
    aDay(till)
    host.setFault('wrongTotals')
    till.settlements.settle('t1', 'Hassan')
    await pass(hour)
    expect(batches(till)).toMatchObject([{ state: 'disputed', cause: 'totalsDiffer' }])
  })

  test('a charge that proved not to stand is told before its batch, and what a person vouched for', async () => {
    const { till, host, pass } = evening(dialect)
    till.charge({ amount: 500 })
    const lost = till.desk.start({ amount: 900 })
    till.desk.doubt(lost)
    const sequence = till.ledger.attempt(lost)?.terminalSequence ?? 0
    const who = { terminalId: 'TILL0001', merchantId: 'ARTISAN00000001' }
    // The host granted it, and the answer never came through.
    host.authorise({ kind: 'sale', minor: 900, rrn: '', reference: String(sequence), ...who })
    till.desk.decline(lost)
    const vouched = till.desk.start({ amount: 300 })
    till.desk.doubt(vouched)
    till.desk.approve(vouched, { kind: 'person', name: 'Amina' }, null)
    till.settlements.settle('t1', 'Hassan')
    await pass(10 * minute)
    expect(batches(till)).toMatchObject([{ state: 'agreed', movements: 2 }])
    const { violations, sums } = host.books()
    expect(violations).toEqual([])
    expect(sums.reversed.net).toBe(900)
    // Where a dialect has no advices the host learns of it by the upload, and has no charge of its own to settle.
    expect(sums.settled.net).toBe(dialect === 'edc' ? 800 : 500)
    expect(sums.agreed.net).toBe(800)
  })

  test('a clock that jumps between freezing and agreement changes nothing of the message', async () => {
    const { till, host, pass, clock } = evening(dialect)
    aDay(till)
    host.setFault('noAnswer:3')
    till.settlements.settle('t1', 'Hassan')
    const frozen = batches(till)[0]
    await pass(3 * minute)
    clock.jump(-86_400_000)
    await pass(20 * minute)
    clock.jump(40 * 86_400_000)
    await pass(hour)
    expect(batches(till)).toMatchObject([{ state: 'agreed', businessDay: frozen?.businessDay }])
    expect(host.books().violations).toEqual([])
  })
})

test('a batch is as large as its dialect has digits: what is more goes into the next one, in order', {
  timeout: 120_000,
}, async () => {
  const { till, host, pass } = evening('edc')
  for (let n = 1; n <= 1_003; n += 1) till.charge({ amount: n })
  const settled = till.settlements.settle('t1', 'Hassan')
  expect(settled.ok && settled.value).toHaveLength(2)
  await pass(hour)
  expect(batches(till).map(({ movements, state }) => ({ movements, state }))).toEqual([
    { movements: 4, state: 'agreed' },
    { movements: 999, state: 'agreed' },
  ])
  const { violations, sums } = host.books()
  expect(violations).toEqual([])
  expect(sums.settled.totals.sales.count).toBe(1_003)
})

test('a till whose acquirer cannot be asked as it is set up says so, and settles once it is mended', async () => {
  const { till, pass } = evening('iso87')
  aDay(till)
  const broken = bank({ ...hostWay('/nowhere/dialect.json') } as never)
  expect(await till.settlements.configure(broken)).toMatchObject({
    refusal: { code: 'badInput', params: { field: 'acquirers.0.way.dialect' } },
  })
  till.settlements.settle('t1', 'Hassan')
  await pass(minute)
  expect(batches(till)).toMatchObject([{ state: 'agreed' }])
})
