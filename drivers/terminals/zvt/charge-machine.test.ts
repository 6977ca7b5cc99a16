import { describe, expect, test } from 'vitest'
import { chargeStarted, chargeTurn } from './charge-machine.ts'
import type { ChargeContext, ChargeEffect, ChargeInput, ChargeState } from './charge-state.ts'
import type { Message } from './message.ts'
import { readStatus } from './status.ts'
import { zvtTimings } from './timings.ts'

const context: ChargeContext = {
  expected: { amountMinor: 12_550, kind: 'charge', originalTrace: null, before: new Set() },
  timings: zvtTimings,
  doubtful: false,
  repeated: false,
}
const heard = (message: Message): ChargeInput => ({ type: 'heard', message })
const accepted = heard({ type: 'accepted' })
const status = {
  ...readStatus(new Uint8Array()),
  result: '00',
  amountMinor: 12_550,
  receipt: '0001',
  bytes: 'A',
}
const approving = heard({ type: 'status', status })
const refusing = heard({ type: 'status', status: { ...status, result: '05', text: 'non' } })
const completed = heard({
  type: 'completed',
  completion: { currency: null, terminalId: null, condition: null },
})
const ended = heard({ type: 'aborted', code: '6C' })
const saved: ChargeInput = { type: 'approvalSaved' }
const lost: ChargeInput = { type: 'lineLost', detail: 'gone' }

/** Runs the machine; what it did at the last input, and all it acknowledged. */
function run(inputs: readonly ChargeInput[], change: Partial<ChargeContext> = {}) {
  let state: ChargeState = chargeStarted(zvtTimings).state
  let last: readonly ChargeEffect[] = []
  let acknowledged = 0
  for (const input of inputs) {
    const turn = chargeTurn(state, input, { ...context, ...change })
    state = turn.state
    last = turn.effects
    acknowledged += last.filter((effect) => effect.do === 'acknowledge').length
  }
  const end = last.find((effect) => effect.do === 'end')
  return { state, last, acknowledged, outcome: end?.do === 'end' ? end.outcome : null }
}

test('an approval is acknowledged only once it is kept', () => {
  expect(run([accepted, approving]).acknowledged).toBe(0)
  expect(run([accepted, approving, approving, ended]).acknowledged).toBe(0)
  expect(run([accepted, approving, saved]).acknowledged).toBe(1)
  expect(run([accepted, approving, saved, completed]).outcome).toMatchObject({ outcome: 'approved' })
})

test('what is not kept is not acknowledged', () => {
  const { outcome, acknowledged } = run([accepted, approving, { type: 'approvalNotSaved', detail: 'Error' }])
  expect(outcome).toMatchObject({ outcome: 'approvedUnconfirmed', cause: 'confirmationRefused' })
  expect(acknowledged).toBe(0)
})

test('before its reply nothing is acknowledged: it belongs to a former command', () => {
  const { state, acknowledged } = run([approving, refusing, completed, ended])
  expect(state.at).toBe('asked')
  expect(acknowledged).toBe(0)
})

test('a refusal is certain with 06 1E, and keeps the first code', () => {
  expect(run([accepted, refusing]).outcome).toBeNull()
  expect(run([accepted, refusing, ended]).outcome).toEqual({
    outcome: 'declined',
    reason: { code: '05', text: 'non' },
  })
  expect(run([accepted, ended]).outcome).toMatchObject({ outcome: 'declined', reason: { code: '6C' } })
})

describe('unknown, never declined', () => {
  test.each<[string, readonly ChargeInput[]]>([
    ['no reply', [{ type: 'timeout' }]],
    ['a line lost before the reply', [lost]],
    ['a line lost while it ran', [accepted, lost]],
    ['a line lost after a refusal without its end', [accepted, refusing, lost]],
    ['a refusal that completes', [accepted, refusing, completed]],
    ['a completion without a result', [accepted, completed]],
    ['an end without a code', [accepted, heard({ type: 'aborted', code: null })]],
    ['an end with "no error"', [accepted, heard({ type: 'aborted', code: '00' })]],
    ['another amount', [accepted, heard({ type: 'status', status: { ...status, amountMinor: 1 } })]],
    ['no amount', [accepted, heard({ type: 'status', status: { ...status, amountMinor: null } })]],
    ['another currency', [accepted, heard({ type: 'status', status: { ...status, currency: '0978' } })]],
    ['a status without a result', [accepted, heard({ type: 'status', status: { ...status, result: null } })]],
    ['no end after 06 B0', [accepted, { type: 'cancelled' }, { type: 'timeout' }]],
  ])('%s', (_, inputs) => {
    expect(run(inputs).outcome).toMatchObject({ outcome: 'unknown' })
  })

  test('a refusal on a line on which bytes were lost', () => {
    expect(run([accepted, ended], { doubtful: true }).outcome).toMatchObject({ outcome: 'unknown' })
  })

  test('a refusal of a command that may have arrived twice', () => {
    const busy = heard({ type: 'refused', code: '9C' })
    expect(run([busy]).outcome).toMatchObject({ outcome: 'declined', reason: { code: '9C' } })
    expect(run([busy], { repeated: true }).outcome).toMatchObject({ outcome: 'unknown' })
  })
})

describe('the record is asked', () => {
  test.each<[string, readonly ChargeInput[]]>([
    ['an approval after a cancel', [accepted, { type: 'cancelled' }, approving]],
    ['a line lost while it was kept', [accepted, approving, lost, saved]],
    ['a line lost after the acknowledgement', [accepted, approving, saved, lost]],
    ['silence after the acknowledgement', [accepted, approving, saved, { type: 'timeout' }]],
    ['06 1E after the acknowledgement', [accepted, approving, saved, ended]],
  ])('%s', (_, inputs) => {
    const { last, outcome } = run(inputs)
    expect(outcome).toBeNull()
    expect(last).toContainEqual(expect.objectContaining({ do: 'askFate' }))
  })

  test('an approval after a cancel is not acknowledged', () => {
    expect(run([accepted, { type: 'cancelled' }, accepted, approving]).acknowledged).toBe(0)
  })
})

test('a terminal that overruns T4 is told to stop', () => {
  expect(run([accepted, { type: 'timeout' }]).last).toContainEqual({ do: 'sendAbort' })
})

test('an intermediate status begins T4 anew, for as long as it says', () => {
  const progress = (waitMs: number | null) =>
    run([accepted, heard({ type: 'progress', step: null, text: '', waitMs })]).last
  expect(progress(null)).toContainEqual({ do: 'wait', ms: zvtTimings.commandMs })
  expect(progress(60_000)).toContainEqual({ do: 'wait', ms: 60_000 })
})

test('a command of the terminal’s that is not known is refused', () => {
  expect(run([accepted, heard({ type: 'other' })]).last).toContainEqual({ do: 'refuse' })
})
