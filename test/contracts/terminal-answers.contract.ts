import { expect } from 'vitest'
import { approvalOf, hooks, type RigTraits, recovery, request } from './terminal-rig.ts'
import type { RigTest } from './terminal-test.ts'
import { expectTrue, isOpen, passEverything, passReversal, soldOnce } from './terminal-truth.ts'

/** Answers that are wrong, late, in pieces, of somebody else, or say too much. */
export function answerSituations(test: RigTest, traits: RigTraits): void {
  const has = (fault: string): boolean => traits.faults.includes(fault)
  const { reversalMs } = traits

  for (const fault of ['wrongEcho', 'wrongAmount', 'wrongCurrency'].filter(has)) {
    test(`${fault}: an answer to something else settles nothing and is kept by nobody`, async (rig) => {
      rig.fault(fault)
      const watched = hooks()
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), watched))
      const cause = expect.stringMatching(/^(answersDisagree|noAnswer)$/)
      expect(outcome).toMatchObject({ outcome: 'unknown', cause })
      expect(watched.approvals).toEqual([])
      await passReversal(rig, traits)
      expect(rig.standing()).toEqual(reversalMs === null ? [12_550] : [])
    })
  }

  for (const fault of traits.harmless) {
    test(`${fault} on the line changes nothing`, async (rig) => {
      const first = await rig.settle(rig.terminal.charge(request(rig, 1, 999), hooks()))
      rig.fault(fault)
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))
      const [before, now] = [approvalOf(first), approvalOf(outcome)]
      expect(outcome).toMatchObject({ outcome: 'approved' })
      // Never the answer of the sale before it.
      if (before.trace !== null) expect(now.trace).not.toBe(before.trace)
      expect(rig.standing()).toEqual([999, 12_550])
    })
  }

  for (const fault of ['noise', 'staleFrame', 'merge', 'vanish', 'slow'].filter(has)) {
    if (traits.harmless.includes(fault)) continue
    test(`${fault}: what the till says is so, and the terminal takes the next sale`, async (rig) => {
      await rig.settle(rig.terminal.charge(request(rig, 1, 999), hooks()))
      rig.fault(fault)
      const made = request(rig, 2)
      let outcome = await rig.settle(rig.terminal.charge(made, hooks()))
      await passEverything(rig, traits)
      expectTrue(outcome, rig.standing(), { before: [999], done: [999, 12_550] })
      if (isOpen(outcome)) {
        const approval = 'approval' in outcome ? outcome.approval : null
        outcome = await rig.settle(rig.terminal.recover(recovery(made, rig.nowMs(), approval), hooks()))
        expectTrue(outcome, rig.standing(), { before: [999], done: [999, 12_550] })
      }
      const next = await rig.settle(rig.terminal.charge(request(rig, 3, 777), hooks()))
      expect(next).toMatchObject({ outcome: 'approved' })
      expect(rig.standing().at(-1)).toBe(777)
    })
  }

  if (has('unmaskedPan')) {
    test('a clear card number leaves the driver nowhere', async (rig) => {
      rig.fault('unmaskedPan')
      const watched = hooks()
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), watched))
      expect(outcome.outcome).toBe('approved')
      const everything = JSON.stringify([outcome, watched.approvals, watched.steps, rig.wire])
      if (traits.approval.maskedPan !== undefined) expect(everything).toContain('516794******3315')
      expect(everything.replace(/[ .-]/g, '')).not.toMatch(/5167940000003315|0000003315/)
      // Nor in the bytes of a trace that shows them: ASCII digits, or two digits a byte.
      const hex = everything.replace(/[^0-9a-fA-F]/g, '').toLowerCase()
      const asAscii = Buffer.from('5167940000003315').toString('hex')
      expect(hex).not.toContain(asAscii)
      expect(hex).not.toContain('5167940000003315')
    })
  }

  if (reversalMs !== null) {
    test('an approval the till could not keep is never made final, and the terminal takes it back', async (rig) => {
      const full = hooks(() => Promise.reject(new Error('disk full')))
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), full))
      expect(outcome).toMatchObject({ outcome: 'approvedUnconfirmed', approval: traits.approval })
      expect(JSON.stringify(outcome)).not.toContain('disk full')
      await passReversal(rig, traits)
      expect(rig.events()).toEqual(['approved', 'reversed'])
      expect(rig.standing()).toEqual([])
    })
  }

  if (has('printerRefused')) {
    test('a terminal whose printer refuses: what the till says is so', async (rig) => {
      rig.fault('printerRefused')
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
      await passEverything(rig, traits)
      expectTrue(outcome, rig.standing(), soldOnce())
    })
  }
}
