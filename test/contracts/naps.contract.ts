import { describe, expect } from 'vitest'
import type { VoidRequest } from '#drivers/terminals/terminal.ts'
import { dieBeforeConfirming } from './terminal-recovery.contract.ts'
import type { TerminalRig } from './terminal-rig.ts'
import {
  approvalOf,
  hooks,
  type MakeRig,
  type RigTraits,
  recovery,
  request,
  voiding,
} from './terminal-rig.ts'
import { rigTest } from './terminal-test.ts'
import { passReversal } from './terminal-truth.ts'

/** What NAPS promises beyond the common contract: its second phase, its codes, its one record (guide v1.1 §7, §10). */
export function napsContract(name: string, makeRig: MakeRig, traits: RigTraits): void {
  describe(name, () => {
    const test = rigTest(makeRig)
    const sell = (rig: TerminalRig, sequence: number, minor?: number) =>
      rig.settle(rig.terminal.charge(request(rig, sequence, minor), hooks()))
    const undo = (rig: TerminalRig, asked: VoidRequest) =>
      rig.settle(rig.terminal.void?.(asked, hooks()) ?? Promise.reject(new Error('no void')))

    test('a sale is confirmed, once', async (rig) => {
      const watched = hooks()
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 7), watched))
      expect(watched.approvals).toEqual([approvalOf(outcome)])
      expect(rig.events()).toEqual(['approved', 'confirmed'])
    })

    test('cancelled while the approval is on its way: withheld, reversed, and then known declined', async (rig) => {
      rig.fault('slow')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(0.25 * (traits.reversalMs ?? 0))
      watched.cancel()
      expect(await rig.settle(charging)).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(watched.approvals).toEqual([])
      expect(rig.events()).toEqual(['approved', 'reversed'])
    })

    test('cancelled while the terminal says nothing: a reset that is answered means that no card was taken', async (rig) => {
      rig.fault('silent')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(0.05 * (traits.reversalMs ?? 0))
      watched.cancel()
      expect(await rig.settle(charging)).toMatchObject({
        outcome: 'declined',
        reason: { code: 'TILL-CANCELLED' },
      })
      expect(watched.steps).toContain('cancelling')
      expect(await sell(rig, 2)).toMatchObject({ outcome: 'approved' })
      expect(rig.standing()).toEqual([12_550])
    })

    for (const fault of ['wrongEcho', 'wrongAmount']) {
      test(`${fault}: the answers disagree, and the money goes back`, async (rig) => {
        rig.fault(fault)
        expect(await sell(rig, 1)).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
        await passReversal(rig, traits)
        expect(rig.events()).toEqual(['approved', 'reversed'])
      })

      test('a clear card number goes back to the terminal, or it would not confirm', async (rig) => {
        rig.fault('unmaskedPan')
        expect(await sell(rig, 1)).toMatchObject({ outcome: 'approved' })
        expect(rig.events()).toEqual(['approved', 'confirmed'])
      })
    }

    test('only the last sale can be voided, and a voided one says 482', async (rig) => {
      const first = await sell(rig, 1, 100)
      const second = await sell(rig, 2)
      expect(await undo(rig, voiding(rig, 3, 100, first))).toMatchObject({
        outcome: 'declined',
        reason: { code: '302' },
      })
      expect(await undo(rig, voiding(rig, 4, 12_550, second))).toMatchObject({ outcome: 'approved' })
      expect(await undo(rig, voiding(rig, 5, 12_550, second))).toMatchObject({
        outcome: 'declined',
        reason: { code: '482' },
      })
      expect(rig.standing()).toEqual([100])
    })

    test('the end of day says the sum, and leaves nothing to void', async (rig) => {
      const sold = await sell(rig, 1)
      const settled = await rig.settle(rig.terminal.settle?.() ?? Promise.reject(new Error('no settle')))
      expect(settled).toMatchObject({ ok: true, text: expect.stringContaining('125,50') })
      expect(await undo(rig, voiding(rig, 2, 12_550, sold))).toMatchObject({ outcome: 'declined' })
    })

    test('the line goes with the approval: later known to be reversed', async (rig) => {
      rig.fault('dropAfterApprove')
      const made = request(rig, 1)
      expect(await rig.settle(rig.terminal.charge(made, hooks()))).toMatchObject({ outcome: 'unknown' })
      const known = await rig.settle(rig.restarted().recover(recovery(made, 3_000), hooks()))
      expect(known).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(rig.standing()).toEqual([])
    })

    test('the line goes before a card came: nobody can know, so it stays unknown', async (rig) => {
      rig.fault('dropBeforeCard')
      const made = request(rig, 1)
      expect(await rig.settle(rig.terminal.charge(made, hooks()))).toMatchObject({ outcome: 'unknown' })
      const known = await rig.settle(rig.restarted().recover(recovery(made, 100), hooks()))
      expect(known).toMatchObject({ outcome: 'unknown', cause: expect.stringMatching(/Remember|noAnswer/) })
    })

    test('a sale before it for the same amount is told apart by its time alone', async (rig) => {
      await sell(rig, 1)
      await rig.pass(4 * (traits.reversalMs ?? 0))
      rig.fault('silent')
      const made = request(rig, 2)
      const outcome = await rig.settle(rig.terminal.charge(made, hooks()))
      expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'noAnswer' })
      const known = await rig.settle(rig.restarted().recover(recovery(made, 100), hooks()))
      expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
      expect(rig.standing()).toEqual([12_550])
    })

    for (const fault of ['dropAfterConfirm', 'silentConfirm']) {
      test(`${fault}: confirmed again, charged once`, async (rig) => {
        rig.fault(fault)
        expect(await sell(rig, 1)).toMatchObject({ outcome: 'approved' })
        await passReversal(rig, traits)
        expect(rig.events()).toEqual(['approved', 'confirmed'])
      })
    }

    test('a confirmation that never arrived is not called a decline until the terminal says so', async (rig) => {
      rig.fault('autoReversal')
      const made = request(rig, 1)
      const started = rig.nowMs()
      const outcome = await rig.settle(rig.terminal.charge(made, hooks()))
      expect(outcome).toMatchObject({ outcome: 'approvedUnconfirmed', approval: { trace: '000001' } })
      const asked = recovery(made, rig.nowMs() - started, approvalOf(outcome))
      const known = await rig.settle(rig.terminal.recover(asked, hooks()))
      expect(known).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(rig.events()).toEqual(['approved', 'reversed'])
    })

    test('the till dies between the approval and its confirmation, and finishes it in time', async (rig) => {
      const made = request(rig, 1)
      const approval = await dieBeforeConfirming(rig, made)
      const known = await rig.settle(rig.restarted().recover(recovery(made, 50, approval), hooks()))
      expect(known).toMatchObject({ outcome: 'approved', approval: { trace: '000001' } })
      await passReversal(rig, traits)
      expect(rig.events()).toEqual(['approved', 'confirmed'])
    })

    test('the till dies there and comes back too late: reversed, and known to be', async (rig) => {
      const made = request(rig, 1)
      const approval = await dieBeforeConfirming(rig, made)
      await passReversal(rig, traits)
      const known = await rig.settle(rig.restarted().recover(recovery(made, 600_000, approval), hooks()))
      expect(known).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(rig.standing()).toEqual([])
    })
  })
}
