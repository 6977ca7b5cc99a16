import { expect, test } from 'vitest'
import type { Command } from '#shared/checkout/command.ts'
import { approval } from './stage/scripted-terminal.ts'
import { openStage, type Stage } from './stage/stage.ts'

const inDoubt = { outcome: 'unknown', cause: 'noAnswer', detail: '' } as const

/** Every way on or out that a cashier could try while nobody knows whether the card was charged. */
const waysOut = (stage: Stage): readonly Command[] => [
  { type: 'payCard', amount: null },
  { type: 'payCard', amount: stage.dirhams(1) },
  { type: 'payCash', given: stage.dirhams(200) },
  { type: 'payOther', tender: 'transfer', amount: null, reference: 'x' },
  { type: 'payOther', tender: 'cheque', amount: stage.dirhams(0), reference: 'x' },
  { type: 'scan', code: 'POT', quantity: 1 },
  { type: 'changeQuantity', line: 1, quantity: 2 },
  { type: 'agreePrice', line: 1, unit: stage.dirhams(0), reason: 'gift', manager: 'omar' },
  { type: 'removeLine', line: 1 },
  { type: 'chooseLanguage', language: 'ar' },
  { type: 'cancelSale' },
  { type: 'cancelAttempt' },
  { type: 'park', name: 'later' },
  { type: 'resume', name: 'early' },
  { type: 'refund', ticket: stage.number(1), line: 1, quantity: 1, tender: 'card' },
  { type: 'openShift', cashier: 'amina', float: stage.dirhams(0) },
  { type: 'closeShift', counted: stage.dirhams(500) },
  { type: 'setTraining', on: true },
]

/** One ticket, one parked cart, and on the counter a charge that nobody knows the end of. */
async function leaveInDoubt(): Promise<Stage> {
  const stage = await openStage()
  await stage.sell('POT')
  await stage.ring('POT')
  await stage.accepted({ type: 'park', name: 'early' })
  await stage.ring('RUG')
  await stage.accepted({ type: 'payCard', amount: null })
  await (await stage.terminal.next('charge')).answer(inDoubt)
  await (await stage.terminal.next('recover')).answer(inDoubt)
  return stage
}

async function nothingHelps(stage: Stage): Promise<void> {
  const before = stage.ledger.head()?.seq
  // Twice at once: as two windows would, or one impatient finger.
  for (const command of waysOut(stage)) {
    const answers = await Promise.all([stage.send(command), stage.send(command)])
    expect([command, ...answers]).toMatchObject([command, { ok: false }, { ok: false }])
  }
  expect(stage.view()).toMatchObject({ phase: 'unresolved', training: false, sale: { total: 100_000 } })
  expect(stage.ledger.head()?.seq).toBe(before)
  expect(stage.facts('attemptStarted')).toHaveLength(1)
  expect(stage.terminal.operations.filter(({ kind }) => kind === 'charge')).toHaveLength(1)
}

test('while a charge is in doubt nothing takes money, changes the cart, leaves the sale or trains', async () => {
  await nothingHelps(await leaveInDoubt())
})

test('nor after power cuts, nor on another terminal', async () => {
  const stage = await leaveInDoubt()
  await stage.restart()
  await (await stage.terminal.next('recover')).answer(inDoubt)
  await stage.counter.settled()
  await nothingHelps(stage)
  await stage.restart({ terminalId: 'replacement' })
  await stage.counter.settled()
  await nothingHelps(stage)
  expect(stage.view().attempt?.unknown).not.toBeNull()
})

test('the terminal’s late word ends it: one charge, one ticket, one receipt', async () => {
  const stage = await leaveInDoubt()
  await stage.accepted({ type: 'askTerminal' })
  expect(await stage.send({ type: 'askTerminal' })).toMatchObject({ ok: false })
  await (await stage.terminal.next('recover')).answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'idle', done: { ticket: 2, total: 100_000 } })
  expect(stage.printer.sheets).toHaveLength(2)
  expect(stage.printer.kicks).toBe(1)
  expect(stage.problems()).toEqual([])
})
