import { describe, expect } from 'vitest'
import type { Terminal, VoidRequest } from '#drivers/terminals/terminal.ts'
import { dieBeforeConfirming } from './terminal-recovery.contract.ts'
import { approvalOf, hooks, recovery, request, type TerminalRig, voiding } from './terminal-rig.ts'
import { rigTest } from './terminal-test.ts'
import { memoryZvtRig, type ZvtLink, zvtTraits } from './zvt-rig.ts'

const { reversalMs, cardMs, authoriseMs } = zvtTraits
const paid = cardMs + authoriseMs

const sell = (rig: TerminalRig, sequence: number, minor?: number) =>
  rig.settle(rig.terminal.charge(request(rig, sequence, minor), hooks()))
const undo = (rig: TerminalRig, asked: VoidRequest) =>
  rig.settle(rig.terminal.void?.(asked, hooks()) ?? Promise.reject(new Error('no void')))
const settleDay = (rig: TerminalRig) =>
  rig.settle(rig.terminal.settle?.() ?? Promise.reject(new Error('no settle')))
const ask = (rig: TerminalRig, terminal: Terminal, asked: Parameters<Terminal['recover']>[0]) =>
  rig.settle(terminal.recover(asked, hooks()))

/** What ZVT promises beyond the common contract, over both its wires (PA00P015). */
for (const link of ['tcp', 'serial'] satisfies ZvtLink[]) {
  describe(`zvt, ${link}`, () => {
    const test = rigTest(() => memoryZvtRig(link))

    test('a sale is acknowledged once it is kept, and brings the customer’s slip', async (rig) => {
      const outcome = await sell(rig, 1)
      expect(rig.events()).toEqual(['approved', 'confirmed'])
      const { slip } = approvalOf(outcome)
      expect(slip.map((line) => line.trim())).toContain('TICKET CLIENT')
      expect(slip.join('\n')).not.toContain('TICKET COMMERCANT')
      expect(slip).toContain('516794******3315')
    })

    test('the slip of a clear card number is masked', async (rig) => {
      rig.fault('unmaskedPan')
      expect(approvalOf(await sell(rig, 1)).slip).toContain('516794******3315')
    })

    test('cancelled while the approval is on its way: not acknowledged, taken back, and known to be', async (rig) => {
      rig.fault('slow')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(paid + 1_000)
      watched.cancel()
      expect(await rig.settle(charging)).toMatchObject({ outcome: 'declined', reason: { code: 'B4' } })
      expect(watched.approvals).toEqual([])
      expect(rig.events()).toEqual(['approved', 'reversed'])
    })

    test('taken back although it was acknowledged: not a sale, and known not to be', async (rig) => {
      rig.fault('autoReversal')
      const watched = hooks()
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), watched))
      expect(watched.approvals).toHaveLength(1)
      expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'B4' } })
      expect(rig.standing()).toEqual([])
    })

    for (const fault of ['dropAfterConfirm', 'silentConfirm']) {
      test(`${fault}: the record says that the sale stands`, async (rig) => {
        rig.fault(fault)
        expect(await sell(rig, 1)).toMatchObject({ outcome: 'approved', approval: { trace: '0001' } })
        expect(rig.events()).toEqual(['approved', 'confirmed'])
      })
    }

    test('the line goes with the approval: later known to be taken back', async (rig) => {
      rig.fault('dropAfterApprove')
      const made = request(rig, 1)
      expect(await rig.settle(rig.terminal.charge(made, hooks()))).toMatchObject({ outcome: 'unknown' })
      const known = await ask(rig, rig.restarted(), recovery(made, paid + 500))
      expect(known).toMatchObject({ outcome: 'declined', reason: { code: 'B4' } })
      expect(rig.standing()).toEqual([])
    })

    test('a terminal that gives no record leaves it unknown, and a person must look', async (rig) => {
      const made = request(rig, 1)
      const approval = await dieBeforeConfirming(rig, made)
      rig.fault('noRecord')
      const known = await ask(rig, rig.restarted(), recovery(made, 5_000, approval))
      expect(known).toMatchObject({ outcome: 'approvedUnconfirmed', cause: 'terminalDoesNotRemember' })
      const unanswered = await ask(rig, rig.restarted(), recovery(made, 5_000))
      expect(unanswered).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
    })

    test('asked while the payment still runs: told to stop, then asked', async (rig) => {
      rig.fault('noCard')
      const made = request(rig, 1)
      const charging = rig.terminal.charge(made, hooks())
      await rig.pass(1_000)
      await rig.terminal.close()
      expect(await rig.settle(charging)).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
      const started = rig.nowMs()
      const known = await ask(rig, rig.restarted(), recovery(made, 1_000))
      expect(known).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
      // Long before the terminal would have given up the card by itself.
      expect(rig.nowMs() - started).toBeLessThan(45_000)
      expect(rig.wire.filter((line) => line === 'out 06 B0')).not.toEqual([])
    })

    test('an end of day left open is said, and done', async (rig) => {
      rig.fault('openEndOfDay')
      expect(await rig.settle(rig.terminal.check())).toMatchObject({
        ok: false,
        reason: 'needsAttention',
        text: expect.stringContaining('F0'),
      })
      expect(await sell(rig, 1)).toMatchObject({ outcome: 'declined', reason: { code: 'F0' } })
      expect(await settleDay(rig)).toMatchObject({ ok: true })
      expect(await sell(rig, 2)).toMatchObject({ outcome: 'approved' })
      expect(await rig.settle(rig.terminal.check())).toMatchObject({ ok: true })
    })

    test('a terminal in another currency is told no amount', async (rig) => {
      rig.fault('otherCurrency')
      expect(await sell(rig, 1)).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-CURRENCY' } })
      expect(await settleDay(rig)).toMatchObject({ ok: false, reason: { code: 'TILL-CURRENCY' } })
      expect(await rig.settle(rig.terminal.check())).toMatchObject({ ok: false, reason: 'otherCurrency' })
      expect(rig.wire.filter((line) => line.startsWith('out 06 01'))).toEqual([])
    })

    test('totals that cannot be read close the day all the same', async (rig) => {
      await sell(rig, 1)
      rig.fault('malformedTotals')
      expect(await settleDay(rig)).toMatchObject({ ok: true, text: expect.stringContaining('125,50') })
      expect(rig.events().at(-1)).toBe('settled')
    })

    test('a sale of a day that was closed can no longer be undone', async (rig) => {
      const sold = await sell(rig, 1)
      await settleDay(rig)
      expect(await undo(rig, voiding(rig, 2, 12_550, sold))).toMatchObject({
        outcome: 'declined',
        reason: { code: 'B5' },
      })
    })

    for (const minor of [100, 12_550]) {
      test(`a terminal that undoes only its last sale is not believed (${minor})`, async (rig) => {
        const first = await sell(rig, 1, minor)
        await sell(rig, 2)
        rig.fault('voidsLastOnly')
        const outcome = await undo(rig, voiding(rig, 3, minor, first))
        expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
        expect(rig.standing()).toEqual([minor])
      })
    }

    test('a sale without a receipt number cannot be named', async (rig) => {
      const sold = await sell(rig, 1)
      const approval = { ...approvalOf(sold), trace: null }
      const asked = { ...voiding(rig, 2, 12_550, sold), approval }
      expect(await undo(rig, asked)).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-NOTRACE' } })
    })

    test('no paper at the terminal is its own code', async (rig) => {
      rig.fault('printerRefused')
      expect(await sell(rig, 1)).toMatchObject({ outcome: 'declined', reason: { code: 'CC' } })
    })

    test('a recovery that nobody waits for any more ends at once, knowing nothing', async (rig) => {
      const made = request(rig, 1)
      await rig.settle(rig.terminal.charge(made, hooks()))
      const watched = hooks()
      const started = rig.nowMs()
      const recovering = rig.restarted().recover(recovery(made, 1_000), watched)
      await rig.pass(2_000)
      watched.cancel()
      expect(await rig.settle(recovering)).toMatchObject({ outcome: 'unknown', cause: 'noAnswer' })
      expect(rig.nowMs() - started).toBeLessThan(3_000)
    })
  })

  describe(`zvt, ${link}, a terminal that keeps what was not acknowledged (PA00P015 §4)`, () => {
    const test = rigTest(() => memoryZvtRig(link, undefined, true))

    test('the line goes with the approval: later known to stand', async (rig) => {
      rig.fault('dropAfterApprove')
      const made = request(rig, 1)
      expect(await rig.settle(rig.terminal.charge(made, hooks()))).toMatchObject({ outcome: 'unknown' })
      const known = await ask(rig, rig.restarted(), recovery(made, paid + 500))
      expect(known).toMatchObject({ outcome: 'approved', approval: { trace: '0001' } })
      expect(rig.standing()).toEqual([12_550])
    })

    test('cancelled while the approval is on its way: the money was taken, and that is said', async (rig) => {
      rig.fault('slow')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(paid + 1_000)
      watched.cancel()
      expect(await rig.settle(charging)).toMatchObject({ outcome: 'approved', approval: { trace: '0001' } })
      expect(rig.standing()).toEqual([12_550])
    })

    test('an approval the till could not keep is found again', async (rig) => {
      const made = request(rig, 1)
      const full = hooks(() => Promise.reject(new Error('disk full')))
      expect(await rig.settle(rig.terminal.charge(made, full))).toMatchObject({
        outcome: 'approvedUnconfirmed',
      })
      await rig.pass(reversalMs ?? 0)
      const known = await ask(rig, rig.restarted(), recovery(made, 10_000))
      expect(known).toMatchObject({ outcome: 'approved', approval: { trace: '0001' } })
    })
  })
}
