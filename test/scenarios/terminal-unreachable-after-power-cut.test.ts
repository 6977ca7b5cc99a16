import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

test('an attempt nobody can be asked about stays unknown, blocks a second charge, and is signed for by name', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.terminal.next('charge')
  await stage.restart()
  await (await stage.terminal.next('recover')).answer({ outcome: 'unknown', cause: 'noAnswer', detail: '' })

  for (const command of [
    { type: 'payCard', amount: null },
    { type: 'payCash', given: stage.dirhams(200) },
    { type: 'park', name: 'later' },
    { type: 'scan', code: 'POT', quantity: 1 },
    { type: 'cancelSale' },
  ] as const) {
    expect(await stage.send(command)).toMatchObject({ refusal: { code: 'unresolvedCharge' } })
  }

  await stage.accepted({ type: 'askTerminal' })
  await (await stage.terminal.next('recover')).answer({ outcome: 'unknown', cause: 'noAnswer', detail: '' })
  expect(stage.view().attempt?.unknown).toMatchObject({ canAsk: true, lookFor: 'naps' })

  await stage.accepted({ type: 'resolveAttempt', outcome: 'approved', name: 'omar' })
  expect(stage.facts('attemptApproved')).toMatchObject([{ decidedBy: { kind: 'person', name: 'omar' } }])
  expect(stage.view().done).toMatchObject({ ticket: 1 })
})

test('a charge whose answer was lost is asked about by the till itself, once', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  await charge.answer({ outcome: 'unknown', cause: 'lineLost', detail: '' })
  await (await stage.terminal.next('recover')).answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.facts('attemptApproved')).toMatchObject([{ decidedBy: { kind: 'terminalAsked' } }])
  expect(stage.terminal.operations).toHaveLength(2)
})

test('another terminal is not asked about an attempt it never saw', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.terminal.next('charge')
  await stage.restart({ terminalId: 'replacement' })
  await stage.counter.settled()
  expect(stage.terminal.operations.map((operation) => operation.kind)).toEqual(['charge'])
  expect(stage.view().phase).toBe('unresolved')
})

test('a person who settles an attempt ends the asking, and speaks after the terminal’s last word', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.terminal.next('charge')
  await stage.restart()
  const asked = await stage.terminal.next('recover')
  asked.hooks.signal.addEventListener('abort', () => {
    void asked.answer({ outcome: 'unknown', cause: 'noAnswer', detail: '' })
  })
  await stage.accepted({ type: 'resolveAttempt', outcome: 'declined', name: 'omar' })
  expect(stage.view()).toMatchObject({ phase: 'ringing', attempt: null })
})

test('where the terminal answers first, its word counts and the person’s is not needed', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.terminal.next('charge')
  await stage.restart()
  const asked = await stage.terminal.next('recover')
  asked.hooks.signal.addEventListener('abort', () => void asked.answer({ outcome: 'approved', approval }))
  const answer = await stage.send({ type: 'resolveAttempt', outcome: 'declined', name: 'omar' })
  expect(answer).toMatchObject({ refusal: { code: 'noOpenSale' } })
  expect(stage.view().done).toMatchObject({ ticket: 1 })
})
