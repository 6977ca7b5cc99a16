import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Approval } from '#shared/kernel/attempt.ts'
import { approvalOf, hooks, recovery, request, type TerminalRig } from './terminal-rig.ts'

/**
 * What becomes of an attempt whose line, till or confirmation was lost: asked for later, judged by the simulator's own
 * record of what it charged.
 */
export function terminalRecoveryContract(name: string, makeRig: () => Promise<TerminalRig>): void {
  describe(name, () => {
    let rig: TerminalRig
    beforeEach(async () => {
      rig = await makeRig()
    })
    afterEach(() => rig.dispose())

    test('the line goes with the approval: unknown, and later known to be reversed', async () => {
      rig.fault('dropAfterApprove')
      const made = request(rig, 1)
      const outcome = await rig.settle(rig.terminal.charge(made, hooks()))
      expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
      // The card and the acquirer took their time: the record is certainly younger than the request.
      const known = await rig.settle(rig.restarted().recover(recovery(made, 3_000), hooks()))
      expect(known).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(rig.standing()).toEqual([])
    })

    test('the line goes before a card came: nobody can know, so it stays unknown', async () => {
      rig.fault('dropBeforeCard')
      const made = request(rig, 1)
      expect(await rig.settle(rig.terminal.charge(made, hooks()))).toMatchObject({ outcome: 'unknown' })
      const known = await rig.settle(rig.restarted().recover(recovery(made, 100), hooks()))
      expect(known).toMatchObject({ outcome: 'unknown', cause: expect.stringMatching(/Remember|noAnswer/) })
      // The recovery freed the card screen.
      expect(await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))).toMatchObject({
        outcome: 'approved',
      })
    })

    test('one before it that was taken back is not taken for the one that was lost', async () => {
      rig.fault('dropAfterApprove')
      await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
      await rig.pass(1.2)
      expect(rig.events()).toEqual(['approved', 'reversed'])
      rig.fault('silent')
      const made = request(rig, 2)
      expect(await rig.settle(rig.terminal.charge(made, hooks()))).toMatchObject({ outcome: 'unknown' })
      const known = await rig.settle(rig.restarted().recover(recovery(made, 100), hooks()))
      expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
    })

    test('a sale before it for the same amount is not taken for the one that was lost', async () => {
      await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
      await rig.pass(4)
      rig.fault('silent')
      const made = request(rig, 2)
      const outcome = await rig.settle(rig.terminal.charge(made, hooks()))
      expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'noAnswer' })
      const known = await rig.settle(rig.restarted().recover(recovery(made, 100), hooks()))
      expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
      expect(rig.standing()).toEqual([{ sequence: '000001', amountMinor: 12_550 }])
    })

    test.each(['dropAfterConfirm', 'silentConfirm'])('%s: confirmed again, charged once', async (fault) => {
      rig.fault(fault)
      expect(await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))).toMatchObject({
        outcome: 'approved',
      })
      await rig.pass(1.2)
      expect(rig.events()).toEqual(['approved', 'confirmed'])
    })

    test('a confirmation that never arrived is not called a decline until the terminal says so', async () => {
      rig.fault('deafToConfirm')
      const made = request(rig, 1)
      const started = rig.nowMs()
      const outcome = await rig.settle(rig.terminal.charge(made, hooks()))
      expect(outcome).toMatchObject({ outcome: 'approvedUnconfirmed', approval: { trace: '000001' } })
      const ageMs = rig.nowMs() - started
      const known = await rig.settle(
        rig.terminal.recover(recovery(made, ageMs, approvalOf(outcome)), hooks()),
      )
      expect(known).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(rig.events()).toEqual(['approved', 'reversed'])
    })

    test('the till dies between the approval and its confirmation, and finishes it in time', async () => {
      const made = request(rig, 1)
      const { outcome } = await dieBeforeConfirming(rig, made)
      const known = await rig.settle(rig.restarted().recover(recovery(made, 50, outcome), hooks()))
      expect(known).toMatchObject({ outcome: 'approved', approval: { trace: '000001' } })
      await rig.pass(1.2)
      expect(rig.events()).toEqual(['approved', 'confirmed'])
    })

    test('the till dies there and comes back too late: reversed, and known to be', async () => {
      const made = request(rig, 1)
      const { outcome } = await dieBeforeConfirming(rig, made)
      await rig.pass(1.2)
      const known = await rig.settle(rig.restarted().recover(recovery(made, 600_000, outcome), hooks()))
      expect(known).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(rig.standing()).toEqual([])
    })

    test('a confirmed sale is found again by a till that does not know it was', async () => {
      const made = request(rig, 1)
      const outcome = await rig.settle(rig.terminal.charge(made, hooks()))
      for (const ageMs of [50, 600_000]) {
        const known = await rig.settle(
          rig.restarted().recover(recovery(made, ageMs, approvalOf(outcome)), hooks()),
        )
        expect(known).toMatchObject({ outcome: 'approved' })
      }
      expect(rig.events()).toEqual(['approved', 'confirmed'])
    })
  })
}

/** A till whose process ends while it keeps the approval; what its ledger has then. */
async function dieBeforeConfirming(
  rig: TerminalRig,
  made: ReturnType<typeof request>,
): Promise<{ readonly outcome: Approval }> {
  const kept = Promise.withResolvers<Approval>()
  const charging = rig.terminal.charge(
    made,
    hooks((approval) => {
      kept.resolve(approval)
      return rig.terminal.close().then(() => Promise.reject(new Error('killed')))
    }),
  )
  const outcome = await rig.settle(kept.promise)
  await rig.settle(charging)
  return { outcome }
}
