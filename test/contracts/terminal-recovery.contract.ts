import { describe, expect } from 'vitest'
import type { ChargeOutcome, ChargeRequest, RecoverRequest } from '#drivers/terminals/terminal.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import {
  approvalOf,
  hooks,
  type MakeRig,
  type RigTraits,
  recovery,
  request,
  type TerminalRig,
  voiding,
} from './terminal-rig.ts'
import { rigTest } from './terminal-test.ts'
import { expectTrue, isOpen, passEverything, passReversal, soldOnce } from './terminal-truth.ts'

/** A record shows whole seconds; people and acquirers take longer than a rig in a hurry. */
const unhurriedMs = 3_000

/**
 * What becomes of an attempt whose line, till or confirmation was lost: asked for later by a till that remembers
 * nothing, judged by the simulator's own record of what it charged.
 */
export function terminalRecoveryContract(name: string, makeRig: MakeRig, traits: RigTraits): void {
  const has = (fault: string): boolean => traits.faults.includes(fault)
  const canAsk = traits.recovery !== 'nothing'

  describe(name, () => {
    const test = rigTest(makeRig)
    const sell = (rig: TerminalRig, made: ChargeRequest): Promise<ChargeOutcome> =>
      rig.settle(rig.terminal.charge(made, hooks()))
    const ask = (rig: TerminalRig, asked: RecoverRequest): Promise<ChargeOutcome> =>
      rig.settle(rig.restarted().recover(asked, hooks()))

    test('the line goes with the approval: unknown, and later known', async (rig) => {
      rig.fault('dropAfterApprove')
      const made = request(rig, 1)
      expect(await sell(rig, made)).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
      // The card and the acquirer took their time: the record is certainly younger than the request.
      const known = await ask(rig, recovery(made, traits.cardMs + traits.authoriseMs + unhurriedMs))
      await passReversal(rig, traits)
      expectTrue(known, rig.standing(), soldOnce())
      expect(isOpen(known)).toBe(!canAsk)
      expect(rig.events().filter((event) => event === 'approved')).toHaveLength(1)
    })

    test('the line goes before a card came: never an approval, and no next sale is lost by it', async (rig) => {
      rig.fault('dropBeforeCard')
      const made = request(rig, 1)
      expect(await sell(rig, made)).toMatchObject({ outcome: 'unknown' })
      const known = await ask(rig, recovery(made, 100))
      expect(known.outcome).not.toBe('approved')
      expectTrue(known, rig.standing(), soldOnce())
      // The recovery freed the card screen.
      if (canAsk && traits.capabilities.abort) {
        expect(await sell(rig, request(rig, 2))).toMatchObject({ outcome: 'approved' })
      }
    })

    for (const fault of ['silent', 'dropBeforeCard'].filter(has)) {
      test(`${fault}: a sale just before it for the same amount is not taken for the one that was lost`, async (rig) => {
        const first = approvalOf(await sell(rig, request(rig, 1)))
        rig.fault(fault)
        const made = request(rig, 2)
        expect(await sell(rig, made)).toMatchObject({ outcome: 'unknown' })
        const otherTraces = first.trace === null ? [] : [first.trace]
        const known = await ask(rig, { ...recovery(made, 100), otherTraces })
        expect(known.outcome).not.toBe('approved')
        expectTrue(known, rig.standing(), { before: [12_550], done: [12_550, 12_550] })
      })
    }

    if (has('silent')) {
      test('a refusal before it is not taken for the one that was lost', async (rig) => {
        rig.fault('decline')
        await sell(rig, request(rig, 1))
        rig.fault('silent')
        const made = request(rig, 2)
        expect(await sell(rig, made)).toMatchObject({ outcome: 'unknown' })
        const known = await ask(rig, recovery(made, 100))
        if (traits.recovery !== 'byReference') expect(known.outcome).toBe('unknown')
        expectTrue(known, rig.standing(), soldOnce())
      })
    }

    if (has('silent') && traits.reversalMs !== null) {
      test('one before it that was taken back is not taken for the one that was lost', async (rig) => {
        rig.fault('dropAfterApprove')
        await sell(rig, request(rig, 1))
        await passReversal(rig, traits)
        expect(rig.events()).toEqual(['approved', 'reversed'])
        rig.fault('silent')
        const made = request(rig, 2)
        expect(await sell(rig, made)).toMatchObject({ outcome: 'unknown' })
        const known = await ask(rig, recovery(made, 100))
        if (traits.recovery !== 'byReference') expect(known.outcome).toBe('unknown')
        expectTrue(known, rig.standing(), soldOnce())
      })
    }

    for (const fault of ['dropAfterConfirm', 'silentConfirm', 'autoReversal', 'vanish', 'slow'].filter(has)) {
      test(`${fault}: charged at most once, and in the end known`, async (rig) => {
        rig.fault(fault)
        const made = request(rig, 1)
        const started = rig.nowMs()
        let outcome = await sell(rig, made)
        await passEverything(rig, traits)
        expectTrue(outcome, rig.standing(), soldOnce())
        if (isOpen(outcome)) {
          const approval = 'approval' in outcome ? outcome.approval : null
          outcome = await ask(rig, recovery(made, rig.nowMs() - started + unhurriedMs, approval))
          expectTrue(outcome, rig.standing(), soldOnce())
          expect(isOpen(outcome)).toBe(!canAsk)
        }
        expect(rig.events().filter((event) => event === 'approved').length).toBeLessThanOrEqual(1)
      })
    }

    for (const [what, atMs] of [
      ['waits for the card', 0.5 * traits.cardMs],
      ['waits for the acquirer', traits.cardMs + 0.5 * traits.authoriseMs],
    ] as const) {
      test(`power fails while the terminal ${what}: what the till says is so, now and later`, async (rig) => {
        const made = request(rig, 1)
        const started = rig.nowMs()
        const charging = rig.terminal.charge(made, hooks())
        await rig.pass(atMs)
        rig.powerCycle(traits.cardMs)
        const outcome = await rig.settle(charging)
        await passEverything(rig, traits)
        expectTrue(outcome, rig.standing(), soldOnce())
        const known = await ask(rig, recovery(made, rig.nowMs() - started))
        expectTrue(known, rig.standing(), soldOnce())
        const before = rig.standing()
        expect(await sell(rig, request(rig, 2, 700))).toMatchObject({ outcome: 'approved' })
        expect(rig.standing()).toEqual([...before, 700])
      })
    }

    test('a sale that stands is found again by a till that does not know it does', async (rig) => {
      const made = request(rig, 1)
      const approval = approvalOf(await sell(rig, made))
      for (const ageMs of [50, 600_000]) {
        const known = await ask(rig, recovery(made, ageMs, approval))
        if (canAsk) expect(known).toMatchObject({ outcome: 'approved' })
        expectTrue(known, rig.standing(), soldOnce())
      }
      expect(rig.events().filter((event) => event === 'approved')).toHaveLength(1)
      expect(rig.standing()).toEqual([12_550])
    })

    if (traits.reversalMs !== null) {
      for (const [when, ageMs, late] of [
        ['at once', 50, false],
        ['too late', 600_000, true],
      ] as const) {
        test(`the till dies between an approval and its end, and comes back ${when}`, async (rig) => {
          const made = request(rig, 1)
          const approval = await dieBeforeConfirming(rig, made)
          if (late) await passReversal(rig, traits)
          const known = await ask(rig, recovery(made, ageMs, approval))
          await passReversal(rig, traits)
          expectTrue(known, rig.standing(), soldOnce())
          expect(isOpen(known)).toBe(!canAsk)
          expect(rig.events().filter((event) => event === 'approved')).toHaveLength(1)
        })
      }
    }

    if (traits.capabilities.void && has('dropAfterApprove')) {
      test('a void whose answer was lost: what the till says later is so', async (rig) => {
        const sold = await sell(rig, request(rig, 1))
        rig.fault('dropAfterApprove')
        const undoing = voiding(rig, 2, 12_550, sold)
        const answer = rig.terminal.void?.(undoing, hooks()) ?? Promise.reject(new Error('no void'))
        let outcome = await rig.settle(answer)
        expectTrue(outcome, rig.standing(), { before: [12_550], done: [] })
        if (isOpen(outcome)) {
          const asked = {
            ...recovery(request(rig, 2), 1_000),
            kind: 'void',
            undoes: undoing.approval,
          } as const
          outcome = await ask(rig, asked)
        }
        expect(rig.standing()).toEqual([])
        expectTrue(outcome, rig.standing(), { before: [12_550], done: [] })
        expect(isOpen(outcome)).toBe(!canAsk)
      })
    }

    if (traits.capabilities.refund && has('dropAfterApprove')) {
      test('a refund whose answer was lost: what the till says later is so', async (rig) => {
        await sell(rig, request(rig, 1))
        rig.fault('dropAfterApprove')
        const made = request(rig, 2, 500)
        const answer = rig.terminal.refund?.(made, hooks()) ?? Promise.reject(new Error('no refund'))
        let outcome = await rig.settle(answer)
        const moved = { before: [12_550], done: [12_550, -500] }
        await passReversal(rig, traits)
        expectTrue(outcome, rig.standing(), moved)
        outcome = await ask(rig, { ...recovery(made, 5_000), kind: 'refund' })
        expectTrue(outcome, rig.standing(), moved)
      })
    }

    if (!traits.capabilities.refund) {
      test('asked what became of a refund it cannot have made, it does not know', async (rig) => {
        await sell(rig, request(rig, 1))
        const known = await ask(rig, { ...recovery(request(rig, 2), 1_000), kind: 'refund' })
        expect(known).toMatchObject({ outcome: 'unknown' })
      })
    }
  })
}

/** A till whose process ends while it keeps the approval. @returns what its ledger has then */
export async function dieBeforeConfirming(rig: TerminalRig, made: ChargeRequest): Promise<Approval> {
  const kept = Promise.withResolvers<Approval>()
  const charging = rig.terminal.charge(
    made,
    hooks((approval) => {
      kept.resolve(approval)
      return rig.terminal.close().then(() => Promise.reject(new Error('killed')))
    }),
  )
  const approval = await rig.settle(kept.promise)
  await rig.settle(charging)
  return approval
}
