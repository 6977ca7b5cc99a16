import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { AcquirersConfig, ColumnMap } from '#shared/contract/acquirers.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, openStage, type Stage, traceOf } from '#test/harness/settlement-stage.ts'
import { amountsOnly } from '#test/harness/statement-columns.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

// Opportunity 11: an unmatched list that is empty or explained, and money that is counted for whoever paid it.

const [own] = bank({ kind: 'file' }).acquirers
const two: AcquirersConfig = {
  acquirers: own === undefined ? [] : [own, { ...own, id: 'other', name: 'Autre', terminals: ['t2'] }],
}
const columns: ColumnMap = { ...amountsOnly, trace: 'Trace' }

function shop() {
  const folder = testFolder()
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const open: Stage[] = []
  const start = (onWrite?: () => void): Stage => {
    const stage = openStage({ folder, config: two, timers, clock, host: null, ...(onWrite && { onWrite }) })
    open.push(stage)
    return stage
  }
  onTestFinished(() => open.at(-1)?.close())
  const settle = async ({ settlements }: Stage): Promise<void> => {
    for (const terminal of ['t1', 't2']) settlements.settle(terminal, 'Hassan')
    await timers.advance(1)
    await settlements.settled()
  }
  return { folder, start, settle }
}

const statement = (acquirer: string, csv: string) => ({
  acquirer,
  file: `${acquirer}.csv`,
  bytes: Buffer.from(csv),
  map: columns,
})
function imported(till: Stage, acquirer: string, csv: string): StatementId {
  const answer = till.settlements.importStatement(statement(acquirer, csv), 'Hassan')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.statement
}
const states = ({ settlements }: Stage) =>
  Object.fromEntries(settlements.view().batches.map(({ acquirer, state }) => [acquirer, state]))

test('a line of one bank is never of a card that another one settles, not even by a person’s hand', async () => {
  const { start, settle } = shop()
  const till = start()
  till.charge({ amount: 400 })
  const elsewhere = till.charge({ amount: 500, terminal: 't2' })
  await settle(till)
  const trace = traceOf(till.ledger, elsewhere)
  const id = imported(till, 'bank', `Montant;Trace\n5,00;${trace}\n`)
  expect(till.settlements.findStatement(id)?.matched).toMatchObject([
    { movement: null, reason: 'unknownHere' },
  ])
  expect(till.settlements.match(id, 1, elsewhere, 'Hassan')).toMatchObject({
    refusal: { code: 'unknownMovement' },
  })
  expect(till.ledger.paidBy(elsewhere)).toBeNull()
  expect(states(till)).toEqual({ bank: 'exported', other: 'exported' })
})

test('the same days on a second statement pay nothing again', async () => {
  const { start, settle } = shop()
  const till = start()
  const [first, second, third] = [500, 600, 700].map((amount) => till.charge({ amount }))
  await settle(till)
  const line = (attempt: AttemptId | undefined, amount: string) =>
    `${amount};${attempt && traceOf(till.ledger, attempt)}\n`
  imported(till, 'bank', `Montant;Trace\n${line(first, '5,00')}${line(second, '6,00')}`)
  expect(states(till)).toEqual({ bank: 'exported' })
  const id = imported(till, 'bank', `Montant;Trace\n${line(second, '6,00')}${line(third, '7,00')}`)
  expect(till.settlements.findStatement(id)?.matched).toMatchObject([
    { line: { amount: 600 }, movement: null, reason: 'paidBefore' },
    { line: { amount: 700 }, movement: third },
  ])
  expect(states(till)).toEqual({ bank: 'agreed' })
})

test('killed between a statement and the batch it pays: the batch is closed at the next start', async () => {
  const { start, settle } = shop()
  let writes = Number.POSITIVE_INFINITY
  const till = start(() => {
    writes -= 1
    if (writes < 0) throw new Error('killed')
  })
  const sale = till.charge({ amount: 500 })
  await settle(till)
  // Before and after the statement's own write.
  writes = 2
  expect(() => imported(till, 'bank', `Montant;Trace\n5,00;${traceOf(till.ledger, sale)}\n`)).toThrow(
    'killed',
  )
  till.kill()
  expect(states(start())).toEqual({ bank: 'agreed' })
})

test('a settlement file changed in the folder is not what was handed in', async () => {
  const { folder, start, settle } = shop()
  const till = start()
  till.charge({ amount: 500 })
  await settle(till)
  const [batch] = till.settlements.view().batches
  const [file] = readdirSync(join(folder, 'settlements'))
  if (batch === undefined || file === undefined) throw new Error('no file was handed in')
  const path = join(folder, 'settlements', file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replaceAll('500', '900'))
  expect(till.settlements.export(batch.batch)).toEqual({ ok: true, value: { file, text } })
})
