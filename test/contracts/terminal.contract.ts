import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChargeOutcome, VoidRequest } from '#drivers/terminals/terminal.ts'
import { dirham } from '#shared/money/amount.ts'
import { approvalOf, hooks, recovery, request, type TerminalRig } from './terminal-rig.ts'

/**
 * The guarantees of `drivers/terminals/terminal.ts`, on any driver, over any wire, against the simulator's own record
 * of what it charged.
 */
export function terminalContract(name: string, makeRig: () => Promise<TerminalRig>): void {
  describe(name, () => {
    let rig: TerminalRig
    beforeEach(async () => {
      rig = await makeRig()
    })
    afterEach(() => rig.dispose())

    test('a sale is approved once, kept before it is confirmed, and stands', async () => {
      let standingWhenKept: readonly string[] = []
      const watched = hooks(() => {
        standingWhenKept = rig.events()
      })
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 7), watched))
      expect(outcome).toMatchObject({
        outcome: 'approved',
        approval: { maskedPan: '516794******3315', authorisation: expect.stringMatching(/^\d{6}$/) },
      })
      expect(standingWhenKept).toEqual(['approved'])
      expect(rig.events()).toEqual(['approved', 'confirmed'])
      expect(rig.standing()).toEqual([{ sequence: '000007', amountMinor: 12_550 }])
      expect(watched.approvals).toEqual([approvalOf(outcome)])
      expect(watched.steps).toEqual(['connecting', 'presentCard', 'confirming', 'removeCard'])
    })

    test('a refusal is declined with the code as received', async () => {
      rig.fault('decline')
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
      expect(outcome).toEqual({ outcome: 'declined', reason: { code: '116', text: 'REFUSE' } })
      expect(rig.standing()).toEqual([])
    })

    test('a second operation is refused, and the first goes on', async () => {
      const first = rig.terminal.charge(request(rig, 1), hooks())
      const second = await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))
      expect(second).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-BUSY' } })
      // A recovery that could not start knows nothing: that is not a decline.
      const third = await rig.settle(rig.terminal.recover(recovery(request(rig, 3), 0), hooks()))
      expect(third).toMatchObject({ outcome: 'unknown' })
      expect(await rig.settle(rig.terminal.check())).toMatchObject({ ok: false, reason: 'busy' })
      expect(await rig.settle(first)).toMatchObject({ outcome: 'approved' })
    })

    test('an amount that no terminal can take sends nothing', async () => {
      for (const minor of [0, -1, 12.5, Number.NaN, 1_000_000_000_000]) {
        const odd = { ...request(rig, 1), amount: minor as never }
        const outcome = await rig.settle(rig.terminal.charge(odd, hooks()))
        expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-AMOUNT' } })
      }
      expect(rig.wire).toEqual([])
    })

    test('a terminal that cannot be reached was sent nothing', async () => {
      await rig.unplug()
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
      expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-UNREACHABLE' } })
      expect(await rig.settle(rig.terminal.check())).toMatchObject({ ok: false, reason: 'unreachable' })
    })

    test('an approval the till could not keep is never confirmed, and the terminal takes it back', async () => {
      const outcome = await rig.settle(
        rig.terminal.charge(
          request(rig, 1),
          hooks(() => Promise.reject(new Error('disk full'))),
        ),
      )
      expect(outcome).toMatchObject({ outcome: 'approvedUnconfirmed', approval: { trace: '000001' } })
      await rig.pass(1.2)
      expect(rig.events()).toEqual(['approved', 'reversed'])
      expect(rig.standing()).toEqual([])
    })

    test('cancelled before anything left', async () => {
      const watched = hooks()
      watched.cancel()
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), watched))
      expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-CANCELLED' } })
      expect(rig.wire).toEqual([])
    })

    test('cancelled while no card comes: the terminal stops waiting and takes the next sale', async () => {
      rig.fault('silent')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(0.05)
      watched.cancel()
      expect(await rig.settle(charging)).toMatchObject({
        outcome: 'declined',
        reason: { code: 'TILL-CANCELLED' },
      })
      expect(watched.steps).toContain('cancelling')
      expect(await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))).toMatchObject({
        outcome: 'approved',
      })
      expect(rig.standing()).toEqual([{ sequence: '000002', amountMinor: 12_550 }])
    })

    test('cancelled while the approval is on its way: it is withheld, reversed, and then known declined', async () => {
      rig.fault('slow')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(0.25)
      watched.cancel()
      expect(await rig.settle(charging)).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
      expect(watched.approvals).toEqual([])
      expect(rig.events()).toEqual(['approved', 'reversed'])
    })

    test('cancelled after the approval was kept: too late, it is confirmed', async () => {
      const watched = hooks(() => watched.cancel())
      expect(await rig.settle(rig.terminal.charge(request(rig, 1), watched))).toMatchObject({
        outcome: 'approved',
      })
      expect(rig.standing()).toHaveLength(1)
    })

    test.each(['wrongEcho', 'wrongAmount'])(
      '%s: an answer to something else settles nothing',
      async (fault) => {
        rig.fault(fault)
        const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
        expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
        await rig.pass(1.2)
        expect(rig.standing()).toEqual([])
      },
    )

    test.each(['fragment', 'merge', 'noise', 'staleFrame', 'saturatedReceipt'])(
      '%s on the line changes nothing',
      async (fault) => {
        await rig.settle(rig.terminal.charge(request(rig, 1, 999), hooks()))
        rig.fault(fault)
        const outcome = await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))
        expect(outcome).toMatchObject({ outcome: 'approved', approval: { trace: '000002' } })
        expect(rig.standing()).toHaveLength(2)
      },
    )

    test('a clear card number goes back to the terminal and nowhere else', async () => {
      rig.fault('unmaskedPan')
      const watched = hooks()
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), watched))
      expect(outcome.outcome).toBe('approved')
      const everything = JSON.stringify([outcome, watched.approvals, watched.steps, rig.wire])
      expect(everything).toContain('516794******3315')
      expect(everything.replace(/[ .-]/g, '')).not.toMatch(/5167940000003315|0000003315/)
    })

    test('the last sale can be voided, once; no other can', async () => {
      const first = await rig.settle(rig.terminal.charge(request(rig, 1, 100), hooks()))
      const second = await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))
      const voiding = (sequence: number, minor: number, outcome: ChargeOutcome): VoidRequest => ({
        amount: dirham(minor),
        approval: approvalOf(outcome),
        sequence,
        at: request(rig, 1).at,
      })
      const undo = (asked: VoidRequest): Promise<ChargeOutcome> =>
        rig.settle(rig.terminal.void?.(asked) ?? Promise.reject(new Error('no void')))
      expect(await undo(voiding(3, 100, first))).toMatchObject({ outcome: 'declined' })
      expect(await undo(voiding(4, 12_550, second))).toMatchObject({ outcome: 'approved' })
      expect(rig.standing()).toEqual([{ sequence: '000001', amountMinor: 100 }])
      expect(await undo(voiding(5, 12_550, second))).toMatchObject({
        outcome: 'declined',
        reason: { code: '482' },
      })
    })

    test('the end of day closes the day', async () => {
      const sale = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
      const settled = await rig.settle(rig.terminal.settle?.() ?? Promise.reject(new Error('no settle')))
      expect(settled).toMatchObject({ ok: true, text: expect.stringContaining('125,50') })
      const asked = {
        amount: dirham(12_550),
        approval: approvalOf(sale),
        sequence: 2,
        at: request(rig, 1).at,
      }
      expect(await rig.settle(rig.terminal.void?.(asked) ?? Promise.reject())).toMatchObject({
        outcome: 'declined',
      })
    })

    test('asked for its health it answers, and moves no money', async () => {
      expect(await rig.settle(rig.terminal.check())).toMatchObject({ ok: true })
      expect(rig.events()).toEqual([])
    })

    test('closed while it charges, it does not pretend to know', async () => {
      rig.fault('silent')
      const charging = rig.terminal.charge(request(rig, 1), hooks())
      await rig.pass(0.05)
      await rig.terminal.close()
      expect(await rig.settle(charging)).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
      expect(await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))).toMatchObject({
        outcome: 'declined',
        reason: { code: 'TILL-UNREACHABLE' },
      })
    })
  })
}
