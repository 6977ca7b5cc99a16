import { expect, onTestFinished, test } from 'vitest'
import type { AcquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { statementReport } from '#electron/cli/statement-report.ts'
import type { AcquirerWay, ColumnMap } from '#shared/contract/acquirers.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, hostWay, openStage } from '#test/harness/settlement-stage.ts'
import { amountsOnly } from '#test/harness/statement-columns.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { leaksIn, withCheckDigit } from './stage/card-number-hunt.ts'
import { filesOf } from './stage/files-of.ts'
import { talkativeLog } from './stage/talkative-log.ts'

// Acceptance invariant 9: no card number in outbox, logs, files or tables, whoever wrote it and wherever.

const cards = [
  '493721856034127',
  '552318047619358',
  '371449203658172',
  '400271938264051',
  '638120457793106',
].map(withCheckDigit)
const [plain, grouped, dotted, named, noted] = cards as [string, string, string, string, string]
const fours = (card: string, by: string): string => card.match(/\d{4}/g)?.join(by) ?? ''

const columns: ColumnMap = {
  ...amountsOnly,
  authorisation: 'Autorisation',
  trace: 'Trace',
  terminalId: 'TPE',
  card: 'Carte',
}
const csv = [
  'Montant;Autorisation;Trace;TPE;Carte;Libelle',
  `5,00;${plain};1;;${grouped};${noted}`,
  `6,00;;${fours(grouped, ' ')};T1;${fours(plain, ' ')};`,
  `7,00;AUT ${fours(dotted, '.')};3;${fours(named, '\u00a0')};${fours(dotted, '.')};CB ${plain}`,
].join('\n')

function till(way: AcquirerWay, host: AcquirerSimulator | null = null) {
  const folder = testFolder()
  const logged: string[] = []
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const stage = openStage({
    folder,
    config: bank(way),
    timers,
    clock,
    host,
    log: talkativeLog(folder, logged),
  })
  onTestFinished(() => stage.close())
  const { settlements } = stage
  const seen: unknown[] = []
  const searched = () => [...filesOf(folder).values(), ...logged, JSON.stringify(seen)]
  return { ...stage, settlements, seen, logged, searched, pass: (ms: number) => timers.advance(ms) }
}

test('in every cell of a statement, in its name, in what somebody writes: cut before anything is kept, shown or handed in', async () => {
  const { charge, settlements, seen, searched, pass } = till({ kind: 'file' })
  charge({ amount: 500 })
  settlements.settle('t1', 'Hassan')
  await pass(1)
  await settlements.settled()
  const statement = { acquirer: 'bank', file: `carte ${fours(named, '-')}.csv`, map: columns }
  const read = settlements.importStatement({ ...statement, bytes: Buffer.from(csv) }, 'Hassan')
  const wrong = settlements.importStatement(
    { ...statement, bytes: Buffer.from(csv.replace('6,00', grouped)) },
    'Hassan',
  )
  expect(read).toMatchObject({ ok: true, value: { lines: 3 } })
  const detail = read.ok ? settlements.findStatement(read.value.statement) : null
  seen.push(read, wrong, detail, detail && statementReport(detail, 'Banque'))
  const [batch] = settlements.view().batches
  if (batch === undefined) throw new Error('nothing was settled')
  const note = `Their clerk said card ${fours(noted, ' ')} was paid.`
  expect(settlements.resolve(batch.batch, 'paidInFull', note, 'Hassan')).toMatchObject({ ok: true })
  seen.push(settlements.view(), settlements.findBatch(batch.batch), settlements.export(batch.batch))
  for (const text of searched()) expect(leaksIn(text, cards)).toEqual([])
  // What is looked for can be found here at all.
  expect(searched().some((text) => text.includes(noted.slice(-4)))).toBe(true)
})

test('from a host that answers with card numbers and no message at all: none is logged or kept', async () => {
  const babble = Buffer.from(`\x00\x24051000000000000000000${plain}=2912${grouped}`, 'latin1')
  const host = {
    accept: (link: Parameters<AcquirerSimulator['accept']>[0]) =>
      link.onData(() => void link.write(babble).catch(() => undefined)),
    authorise: () => undefined,
  } as unknown as AcquirerSimulator
  const { charge, settlements, logged, searched, pass } = till(hostWay('edc'), host)
  charge({ amount: 500 })
  settlements.settle('t1', 'Hassan')
  await pass(600_000)
  expect(settlements.view().batches).toMatchObject([{ state: 'frozen', unconfirmed: true }])
  expect(logged.length).toBeGreaterThan(3)
  for (const text of searched()) expect(leaksIn(text, cards)).toEqual([])
})
