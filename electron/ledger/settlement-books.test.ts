import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttemptId, Seq } from '#shared/kernel/ids.ts'
import { cardDesk } from '#test/harness/ledger-cards.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { verifyLedger } from './verify/verify.ts'
import type { Ledger } from './write-ledger.ts'

/** A step of a random evening; `pick` chooses among what is there. */
interface Step {
  readonly does:
    | 'charge'
    | 'refund'
    | 'void'
    | 'approve'
    | 'decline'
    | 'doubt'
    | 'hear'
    | 'freeze'
    | 'freezeEarlier'
    | 'begin'
  readonly terminal: 't1' | 't2'
  readonly amount: number
  readonly pick: number
  readonly rule: 'counted' | 'netted'
}

const steps = fc.array(
  fc.record<Step>({
    does: fc.constantFrom(
      'charge',
      'charge',
      'refund',
      'void',
      'approve',
      'approve',
      'decline',
      'doubt',
      'hear',
      'freeze',
      'freeze',
      'freezeEarlier',
      'begin',
      'begin',
    ),
    terminal: fc.constantFrom('t1', 't2'),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    pick: fc.nat(),
    rule: fc.constantFrom('counted', 'netted'),
  }),
  { minLength: 30, maxLength: 90 },
)

/** What the books of this test say of an attempt; made from the steps alone. */
interface Own {
  readonly attempt: AttemptId
  readonly terminal: string
  readonly signed: number
  state: 'pending' | 'approved' | 'declined'
  undone: boolean
  /** Settled before the till did it. */
  leftOut: boolean
  readonly charge: boolean
}

/** Lives the steps on a ledger and keeps books of its own beside it. */
function live(ledger: Ledger, evening: readonly Step[]): readonly Own[] {
  const desk = cardDesk(ledger)
  const own: Own[] = []
  const begin = (step: Step, purpose: 'payment' | 'refund' | 'void', undoes?: Own): void => {
    const amount = undoes === undefined ? step.amount : undoes.signed
    const terminal = undoes?.terminal ?? step.terminal
    const attempt = desk.start({ purpose, amount, terminal, ...(undoes && { undoes: undoes.attempt }) })
    const signed = purpose === 'payment' ? amount : -amount
    own.push({
      attempt,
      terminal,
      signed,
      state: 'pending',
      undone: false,
      leftOut: false,
      charge: purpose === 'payment',
    })
  }
  const one = (from: readonly Own[], pick: number): Own | undefined => from[pick % Math.max(from.length, 1)]
  for (const step of evening) {
    const pending = one(
      own.filter(({ state }) => state === 'pending'),
      step.pick,
    )
    if (step.does === 'charge') begin(step, 'payment')
    else if (step.does === 'refund') begin(step, 'refund')
    else if (step.does === 'void') {
      const charge = one(
        own.filter(({ charge, state, undone }) => charge && state === 'approved' && !undone),
        step.pick,
      )
      if (charge === undefined) continue
      charge.undone = true
      begin(step, 'void', charge)
    } else if (step.does === 'freeze' || step.does === 'freezeEarlier') {
      const head = ledger.head()?.seq ?? 0
      const through = step.does === 'freeze' ? head : Math.max(1, head - (step.pick % 12))
      if (through < ledger.settledThrough(step.terminal)) continue
      if (ledger.movementsToSettle(step.terminal, through as Seq, 1).length === 0) continue
      desk.freeze(step.terminal, { through, rule: step.rule, acquirer: `bank-${step.pick % 2}` })
    } else if (step.does === 'begin') {
      if (ledger.settlesTerminal(step.terminal)) continue
      for (const each of own)
        if (each.terminal === step.terminal && each.state === 'approved') each.leftOut = true
      const through = ledger.head()?.seq ?? (0 as Seq)
      desk.say({ kind: 'settlementBegun', terminal: step.terminal, acquirer: 'bank-0', through })
    } else if (step.does === 'doubt') {
      const doubted = one(own, step.pick)
      if (doubted === undefined) continue
      desk.doubt(doubted.attempt)
      // What was declined may yet be approved; money that was counted stays counted.
      if (doubted.state === 'declined') doubted.state = 'pending'
    } else if (pending !== undefined) end(step, pending, desk)
  }
  return own
}

function end({ does }: Step, pending: Own, desk: ReturnType<typeof cardDesk>): void {
  if (does === 'hear') desk.heard(pending.attempt)
  if (does === 'approve') {
    desk.approve(pending.attempt)
    pending.state = 'approved'
  }
  if (does === 'decline') {
    desk.decline(pending.attempt)
    pending.state = 'declined'
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

test('whatever happens in whatever order, each movement is in one batch or collects, and none is lost', () => {
  let frozen = 0
  let leftOut = 0
  fc.assert(
    fc.property(steps, (evening) => {
      const folder = testFolder()
      const ledger = testLedger(folder)
      const own = live(ledger, evening)
      leftOut += own.filter((each) => each.leftOut).length
      const moved = own.filter((each) => each.state === 'approved' && !each.leftOut)
      const batches = ledger.listBatches(null, 1000)
      frozen += batches.length
      const settled = batches.flatMap(({ batch }) => ledger.movementsOfBatch(batch))
      const collecting = ['t1', 't2'].flatMap((terminal) =>
        ledger.movementsToSettle(terminal, Number.MAX_SAFE_INTEGER as Seq, 1000),
      )
      const ids = [...settled.map(({ movement }) => movement), ...collecting].map(
        ({ attemptId }) => attemptId,
      )
      expect(ids.length).toBe(new Set(ids).size)
      expect(new Set(ids)).toEqual(new Set(moved.map(({ attempt }) => attempt)))

      const net = (batch: (typeof batches)[number]) =>
        batch.totals.sales.amount - batch.totals.saleReversals.amount - batch.totals.refunds.amount
      const collected = ledger.collected()
      expect(sum(batches.map(net)) + sum(collected.map((row) => row.net))).toBe(
        sum(moved.map(({ signed }) => signed)),
      )
      expect(sum(batches.map(({ movements }) => movements)) + sum(collected.map(({ count }) => count))).toBe(
        moved.length,
      )
      expect(ledger.outboxCounts().waiting).toBe(collecting.length)
      const numbers = batches.map(({ acquirer, number }) => `${acquirer} ${number}`)
      expect(new Set(numbers).size).toBe(batches.length)
      ledger.close()
      expect(verifyLedger(folder).problems).toEqual([])
    }),
    { numRuns: 25 },
  )
  expect(frozen).toBeGreaterThan(20)
  expect(leftOut).toBeGreaterThan(1)
})
