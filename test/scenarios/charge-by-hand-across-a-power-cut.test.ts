import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

const byHand = { can: { byHand: true, void: false, query: false, abort: false } }
const slip = { authorisation: '482913', lastFour: '3315' }
const says = (outcome: 'approved' | 'declined', proof: typeof slip | null = null) =>
  ({ type: 'resolveAttempt', outcome, name: 'amina', slip: proof }) as const

async function keying() {
  const stage = await openStage(byHand)
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  charge.hooks.onStep('keyAmount', '')
  return { stage, charge }
}

test('keyed, read off the slip, and done; what the driver says when it is let go is not heard', async () => {
  const { stage, charge } = await keying()
  expect(stage.view()).toMatchObject({
    phase: 'charging',
    attempt: { byHand: true, step: 'keyAmount', canCancel: false },
  })
  expect(await stage.send(says('approved'))).toMatchObject({ refusal: { code: 'slipMissing' } })
  await stage.accepted(says('approved', slip))
  expect(charge.hooks.signal.aborted).toBe(true)
  await charge.answer({ outcome: 'declined', reason: { code: 'TILL-CANCELLED', text: '' } })
  await stage.counter.settled()
  expect(stage.facts('saleCompleted')[0]?.ticket.tenders).toMatchObject([
    { kind: 'card', approval: { authorisation: '482913', maskedPan: '************3315' } },
  ])
  expect(stage.facts('attemptUnknown')).toEqual([])
  expect(stage.ledger.listTickets({ text: '3315', before: null, limit: 5 })).toHaveLength(1)
  expect(stage.problems()).toEqual([])
})

test('declined, the next charge begins only once the last one was let go', async () => {
  const { stage, charge } = await keying()
  await stage.accepted(says('declined'))
  await stage.accepted({ type: 'payCard', amount: null })
  await new Promise((soon) => setImmediate(soon))
  expect(stage.terminal.operations).toHaveLength(1)
  await charge.answer({ outcome: 'approved', approval })
  await stage.terminal.next('charge')
  expect(stage.view()).toMatchObject({ phase: 'charging', sale: { paid: 0 } })
  expect(stage.facts('attemptApproved')).toEqual([])
})

test('the power goes while the amount is being keyed: nobody can be asked, the slip still ends it', async () => {
  const { stage } = await keying()
  await stage.restart()
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({
    phase: 'unresolved',
    attempt: { byHand: true, unknown: { cause: 'tillRestarted', canAsk: false, lookFor: 'manual' } },
  })
  expect(stage.terminal.operations).toHaveLength(1)
  expect(await stage.send({ type: 'payCard', amount: null })).toMatchObject({
    refusal: { code: 'unresolvedCharge' },
  })
  expect(await stage.send(says('approved'))).toMatchObject({ refusal: { code: 'slipMissing' } })
  await stage.restart()
  await stage.accepted(says('approved', slip))
  await stage.counter.settled()
  expect(stage.facts('saleCompleted')).toHaveLength(1)
  expect(stage.facts('attemptApproved')).toMatchObject([{ decidedBy: { kind: 'person', name: 'amina' } }])
  expect(stage.problems()).toEqual([])
})
