import { expect, onTestFinished, test } from 'vitest'
import type { ColumnMap } from '#shared/contract/acquirers.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { bank, openStage } from '#test/harness/settlement-stage.ts'
import { amountsOnly } from '#test/harness/statement-columns.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'

const day = 86_400_000

/** A till that handed in a file of these sales. */
async function settled(amounts: readonly number[]) {
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const till = openStage({ folder: testFolder(), config: bank({ kind: 'file' }), timers, clock, host: null })
  onTestFinished(() => till.close())
  for (const amount of amounts) till.charge({ amount })
  const answer = till.settlements.settle('t1', 'Hassan')
  const [batch] = answer.ok ? answer.value : []
  if (batch === undefined) throw new Error('nothing was settled')
  await timers.advance(1)
  await till.settlements.settled()
  return { till, batch, clock }
}

const columns: ColumnMap = { ...amountsOnly, trace: 'Trace' }

test('a statement is kept once, and closes the files whose movements it pays, by a person’s hand where it cannot tell', async () => {
  const { till, batch } = await settled([500, 600])
  const [paid, unpaid] = till.ledger.movementsOfBatch(batch)
  const csv = `Montant;Trace\n5,00;${paid?.movement.approval?.trace}\n6,10;999999999999\n`
  const statement = { acquirer: 'bank', file: 'nov.csv', bytes: Buffer.from(csv), map: columns }
  const imported = till.settlements.importStatement(statement, 'Hassan')
  expect(imported).toMatchObject({ ok: true, value: { lines: 2, unmatched: 1, gross: 1_110 } })
  expect(till.settlements.importStatement(statement, 'Hassan')).toMatchObject({
    refusal: { code: 'statementKnown' },
  })
  expect(till.settlements.view().batches[0]).toMatchObject({ state: 'exported' })
  const id = imported.ok ? imported.value.statement : ('' as never)
  expect(till.settlements.findStatement(id)?.matched.map(({ line }) => line.line)).toEqual([2, 1])
  const match = (line: number, attempt = unpaid?.movement.attemptId ?? ('' as never)) =>
    till.settlements.match(id, line, attempt, 'Hassan')
  expect(match(9)).toMatchObject({ refusal: { code: 'unknownLine' } })
  expect(match(1)).toMatchObject({ refusal: { code: 'lineMatched' } })
  expect(match(2, 'nobody' as never)).toMatchObject({ refusal: { code: 'unknownMovement' } })
  expect(match(2, paid?.movement.attemptId)).toMatchObject({ refusal: { code: 'movementPaid' } })
  expect(match(2)).toMatchObject({ ok: true })
  expect(till.settlements.view().batches[0]).toMatchObject({
    state: 'agreed',
    agreedBy: { kind: 'statement' },
  })
  const bad = { ...statement, bytes: Buffer.from('Montant;Trace\n5,00;1\nfive;2\n') }
  expect(till.settlements.importStatement(bad, 'Hassan')).toMatchObject({
    refusal: { code: 'statementMalformed', params: { line: 3 } },
  })
  expect(till.settlements.statements()).toHaveLength(1)
})

test.each([
  [92, 0],
  [120, 1],
])(
  'a statement that names no days, %i days later: %i of its lines is of nothing known',
  async (days, unmatched) => {
    const { till, batch, clock } = await settled([500])
    const [movement] = till.ledger.movementsOfBatch(batch)
    clock.jump(days * day)
    const bytes = Buffer.from(`Montant;Trace\n5,00;${movement?.movement.approval?.trace}\n`)
    const statement = { acquirer: 'bank', file: 'late.csv', bytes, map: columns }
    expect(till.settlements.importStatement(statement, 'Hassan')).toMatchObject({ value: { unmatched } })
  },
)
