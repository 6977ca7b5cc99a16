import { expect } from 'vitest'
import type { ChargeOutcome, VoidRequest } from '#drivers/terminals/terminal.ts'
import { hooks, type RigTraits, request, type TerminalRig, voiding } from './terminal-rig.ts'
import type { RigTest } from './terminal-test.ts'

/** Voids, refunds and the end of the day. */
export function undoSituations(test: RigTest, traits: RigTraits): void {
  const sell = (rig: TerminalRig, sequence: number, minor?: number): Promise<ChargeOutcome> =>
    rig.settle(rig.terminal.charge(request(rig, sequence, minor), hooks()))
  const undo = (rig: TerminalRig, asked: VoidRequest): Promise<ChargeOutcome> =>
    rig.settle(rig.terminal.void?.(asked, hooks()) ?? Promise.reject(new Error('no void')))
  const giveBack = (rig: TerminalRig, sequence: number, minor: number): Promise<ChargeOutcome> =>
    rig.settle(
      rig.terminal.refund?.(request(rig, sequence, minor), hooks()) ?? Promise.reject(new Error('no refund')),
    )

  if (traits.capabilities.void) {
    test('a sale can be voided, once', async (rig) => {
      await sell(rig, 1, 100)
      const sold = await sell(rig, 2)
      expect(await undo(rig, voiding(rig, 3, 12_550, sold))).toMatchObject({ outcome: 'approved' })
      expect(rig.standing()).toEqual([100])
      expect(await undo(rig, voiding(rig, 4, 12_550, sold))).toMatchObject({ outcome: 'declined' })
      expect(rig.standing()).toEqual([100])
      expect(await sell(rig, 5, 300)).toMatchObject({ outcome: 'approved' })
    })

    test('a void that names one sale and the amount of another undoes neither', async (rig) => {
      const first = await sell(rig, 1, 100)
      const second = await sell(rig, 2)
      for (const [sequence, minor, sold] of [
        [3, 12_550, first],
        [4, 100, second],
      ] as const) {
        const outcome = await undo(rig, voiding(rig, sequence, minor, sold))
        expect(outcome.outcome).not.toBe('approved')
        expect(rig.standing()).toEqual([100, 12_550])
      }
    })

    test('a void is one operation like others, and sends nothing to a terminal that is away', async (rig) => {
      const sold = await sell(rig, 1)
      const charging = rig.terminal.charge(request(rig, 2, 200), hooks())
      expect(await undo(rig, voiding(rig, 3, 12_550, sold))).toMatchObject({
        outcome: 'declined',
        reason: { code: 'TILL-BUSY' },
      })
      await rig.settle(charging)
      await rig.unplug()
      expect(await undo(rig, voiding(rig, 4, 12_550, sold))).toMatchObject({
        outcome: 'declined',
        reason: { code: 'TILL-UNREACHABLE' },
      })
      expect(rig.standing()).toEqual([12_550, 200])
    })
  }

  if (traits.capabilities.refund) {
    test('money is given back on a card, as a transaction of its own', async (rig) => {
      await sell(rig, 1)
      expect(await giveBack(rig, 2, 500)).toMatchObject({ outcome: 'approved' })
      expect(rig.standing()).toEqual([12_550, -500])
      expect(rig.events()).toContain('refunded')
    })

    test('a refused refund is declined with the code as received', async (rig) => {
      await sell(rig, 1)
      rig.fault('decline')
      expect(await giveBack(rig, 2, 500)).toMatchObject({ outcome: 'declined', reason: traits.decline })
      expect(rig.standing()).toEqual([12_550])
    })
  }

  if (traits.capabilities.settle) {
    test('the end of day closes the day, and the next one begins', async (rig) => {
      await sell(rig, 1)
      const settled = await rig.settle(rig.terminal.settle?.() ?? Promise.reject(new Error('no settle')))
      expect(settled).toMatchObject({ ok: true })
      expect(rig.events().at(-1)).toBe('settled')
      expect(await sell(rig, 2, 200)).toMatchObject({ outcome: 'approved' })
      expect(rig.standing()).toEqual([12_550, 200])
    })
  }
}
