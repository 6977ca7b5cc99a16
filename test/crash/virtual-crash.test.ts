import { describe, expect, test } from 'vitest'
import type { ChargeOutcome, Terminal } from '#drivers/terminals/terminal.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { AttemptId, SaleId, TenderId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { judge } from './virtual/judge.ts'
import { manyRuns } from './virtual/many-runs.ts'
import { type CrashProtocol, crashProtocols } from './virtual/protocols.ts'

/*
 * The short run; the long one is `npm run crash -- --runs 5000`.
 */
const runs = 60
const seed = 20_261_127

describe.each(crashProtocols)('$name over $via', (protocol) => {
  test('whatever is killed, cut or goes wrong: no double charge, no lost approval, no false decline', {
    timeout: 120_000,
  }, async () => {
    const count = await manyRuns(protocol, runs, seed)
    expect(count.sentences).toEqual([])
    expect(count).toMatchObject({
      runs,
      doubleCharges: 0,
      lostApprovals: 0,
      falseDeclines: 0,
      falseApprovals: 0,
    })
    // Traps that never close would prove nothing.
    expect(count.struck).toBeGreaterThan(runs / 4)
  })
})

const [first] = crashProtocols
if (first === undefined) throw new Error('no protocol')

/** The first protocol with a driver that believes something else than what it was told. */
const lying = (believe: (outcome: ChargeOutcome) => ChargeOutcome): CrashProtocol => ({
  ...first,
  makeDriver(parts) {
    const honest = first.makeDriver(parts)
    const liar: Terminal = {
      protocol: honest.protocol,
      capabilities: honest.capabilities,
      charge: async (request, hooks) => believe(await honest.charge(request, hooks)),
      recover: async (request, hooks) => believe(await honest.recover(request, hooks)),
      check: () => honest.check(),
      close: () => honest.close(),
    }
    return liar
  },
})

const inDoubt = ({ outcome }: ChargeOutcome): boolean =>
  outcome === 'unknown' || outcome === 'approvedUnconfirmed'

const approval = {
  maskedPan: null,
  scheme: null,
  authorisation: null,
  trace: null,
  terminalId: null,
  terminalTime: null,
  slip: [],
}

test('an approval that no ticket carries is found out, also where both sides have it', () => {
  const of = { attemptId: 'a' as AttemptId, saleId: 's' as SaleId }
  const facts: readonly Fact[] = [
    {
      ...of,
      kind: 'attemptStarted',
      purpose: 'payment',
      amount: dirham(900),
      terminal: 'terminal',
      terminalSequence: 1,
    },
    {
      ...of,
      kind: 'attemptApproved',
      tenderId: 't' as TenderId,
      approval,
      decidedBy: { kind: 'terminal' },
    },
  ]
  expect(judge(facts, [{ trace: '1', reference: '1', amountMinor: 900 }])).toMatchObject({
    lostApprovals: 1,
    doubleCharges: 0,
  })
})

// As many as it takes that some are killed in the very moments that such a driver lies about.
const many = 500

test('a driver that calls what it does not know declined is found out', { timeout: 120_000 }, async () => {
  const liar = lying((outcome) =>
    inDoubt(outcome) ? { outcome: 'declined', reason: { code: 'LIE', text: '' } } : outcome,
  )
  const { doubleCharges, falseDeclines } = await manyRuns({ ...liar, undoes: [] }, many, seed)
  expect(doubleCharges + falseDeclines).toBeGreaterThan(0)
})

test('a driver that calls what it does not know approved is found out', { timeout: 120_000 }, async () => {
  const liar = lying((outcome) => (inDoubt(outcome) ? { outcome: 'approved', approval } : outcome))
  const { falseApprovals } = await manyRuns({ ...liar, undoes: [] }, many, seed)
  expect(falseApprovals).toBeGreaterThan(0)
})
