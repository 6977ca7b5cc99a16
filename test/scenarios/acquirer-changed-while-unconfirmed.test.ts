import { describe, expect, onTestFinished, test } from 'vitest'
import type { AcquirerWay } from '#shared/contract/acquirers.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, hostWay, openStage, type Stage, virtualHost } from '#test/harness/settlement-stage.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

// Lesson: odoo/odoo#40567 and its kin. Answer lost, sent again as somebody else: booked twice.

type HostWay = Extract<AcquirerWay, { kind: 'host' }>
const wayOf = (dialect: string) => hostWay(dialect) as HostWay

function evening(dialect: string) {
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const host = virtualHost(timers, clock, { dialect: dialect === 'edc' ? 'edc' : 'iso87', capture: 'host' })
  const way = wayOf(dialect)
  const till = openStage({ folder: testFolder(), config: bank(way), timers, clock, host })
  onTestFinished(async () => {
    await till.close()
    await host.close()
  })
  const change = (part: Partial<HostWay>) =>
    timers.until(till.settlements.configure(bank({ ...way, ...part })))
  return { till, host, change, pass: (ms: number) => timers.advance(ms) }
}
const states = ({ settlements }: Stage) => settlements.view().batches.map(({ state }) => state)
const open = { refusal: { code: 'batchOpen' } }

describe.each(['iso87', 'edc'])('%s', (dialect) => {
  test('booked, and the answer lost: the till is nobody else before it has heard', async () => {
    const { till, host, change, pass } = evening(dialect)
    till.charge({ amount: 500 })
    host.setFault('noAnswer:3')
    till.settlements.settle('t1', 'Hassan')
    await pass(10)
    expect(states(till)).toEqual(['frozen'])
    await pass(60_000)
    expect(await change({ terminalId: 'TILL0002' })).toMatchObject(open)
    expect(await change({ merchantId: 'ARTISAN00000002' })).toMatchObject(open)
    expect(await change({ acquirerId: '', settlementId: '' })).toMatchObject(open)
    expect(await change({ dialect: dialect === 'edc' ? 'iso87' : 'edc' })).toMatchObject(open)
    // Where the host is to be found may be just what is wrong.
    const { place } = wayOf(dialect)
    expect(await change({ place: { ...place, port: 2 } })).toMatchObject({ ok: true })
    await pass(3_600_000)
    expect(states(till)).toEqual(['agreed'])
    expect(host.books().violations).toEqual([])
    expect(host.books().sums.agreed).toEqual({ batches: 1, net: 500 })
    expect(await change({ terminalId: 'TILL0002' })).toMatchObject({ ok: true })
  })

  test('with no network nothing was said: it is not called unanswered, a wrong number is mended, and the first message is the first', async () => {
    const timers = new VirtualTimers()
    const clock = new JumpingClock(timers)
    const folder = testFolder()
    const way = wayOf(dialect)
    const away = openStage({ folder, config: bank(way), timers, clock, host: null })
    away.charge({ amount: 500 })
    away.settlements.settle('t1', 'Hassan')
    await timers.advance(120_000)
    expect(away.settlements.view().batches).toMatchObject([{ state: 'frozen', unconfirmed: false }])
    const mended = { ...way, terminalId: 'TILL0002' }
    expect(await timers.until(away.settlements.configure(bank(mended)))).toMatchObject({ ok: true })
    await timers.until(away.close())
    const reported: string[] = []
    const host = virtualHost(timers, clock, {
      dialect: dialect === 'edc' ? 'edc' : 'iso87',
      onReport: (line) => reported.push(line),
    })
    const till = openStage({ folder, config: bank(mended), timers, clock, host })
    onTestFinished(async () => {
      await till.close()
      await host.close()
    })
    await timers.advance(3_600_000)
    expect(states(till)).toEqual(['agreed'])
    expect(reported.filter((line) => line.includes('050'))).toHaveLength(1)
    expect(reported.join()).not.toContain('0501')
  })

  test('a number that the host said no to can be mended, and the batch asked again', async () => {
    const { till, host, change, pass } = evening(dialect)
    till.charge({ amount: 500 })
    host.setFault('refuse@03')
    till.settlements.settle('t1', 'Hassan')
    await pass(60_000)
    expect(states(till)).toEqual(['disputed'])
    expect(await change({ settlementId: '10987654321' })).toMatchObject({ ok: true })
    const [batch] = till.settlements.view().batches
    expect(batch && till.settlements.resend(batch.batch)).toMatchObject({ ok: true })
    await pass(60_000)
    expect(states(till)).toEqual(['agreed'])
  })
})
