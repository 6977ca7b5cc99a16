import { expect } from 'vitest'
import { hooks, type RigTraits, request } from './terminal-rig.ts'
import type { RigTest } from './terminal-test.ts'
import { expectTrue, passEverything, soldOnce } from './terminal-truth.ts'

/** The cashier cancels, at each moment there is. */
export function cancelSituations(test: RigTest, traits: RigTraits): void {
  test('cancelled before anything left', async (rig) => {
    const watched = hooks()
    watched.cancel()
    const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), watched))
    expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-CANCELLED' } })
    expect(rig.wire).toEqual([])
    expect(rig.events()).toEqual([])
  })

  if (traits.capabilities.abort) {
    test('cancelled while no card comes: the terminal stops waiting and takes the next sale', async (rig) => {
      if (traits.faults.includes('noCard')) rig.fault('noCard')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      // A busy machine may take longer than that to connect.
      do await rig.pass(traits.cardMs / 2)
      while (rig.wire.length === 0)
      watched.cancel()
      const outcome = await rig.settle(charging)
      const code = traits.cancelled ?? expect.stringMatching(/./)
      expect(outcome).toMatchObject({ outcome: 'declined', reason: { code } })
      expect(watched.steps).toContain('cancelling')
      expect(await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))).toMatchObject({
        outcome: 'approved',
      })
      await passEverything(rig, traits)
      expect(rig.standing()).toEqual([12_550])
    })
  } else {
    test('cancelled on a terminal that cannot be told: its answer still decides', async (rig) => {
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(traits.cardMs / 2)
      watched.cancel()
      const outcome = await rig.settle(charging)
      await passEverything(rig, traits)
      expectTrue(outcome, rig.standing(), soldOnce())
      // Nobody told the terminal to stop, so it took the card: the till must not say that it did not.
      expect(outcome.outcome).not.toBe('declined')
    })
  }

  if (traits.faults.includes('slow')) {
    test('cancelled while the approval is on its way: whatever the till says is so', async (rig) => {
      rig.fault('slow')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      // The card was presented, the acquirer is thinking.
      await rig.pass(traits.cardMs + traits.authoriseMs)
      watched.cancel()
      const outcome = await rig.settle(charging)
      await passEverything(rig, traits)
      expectTrue(outcome, rig.standing(), soldOnce())
      const again = await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))
      expect(again).toMatchObject({ outcome: 'approved' })
    })
  }

  if (traits.faults.includes('silent')) {
    test('cancelled on a terminal that says nothing at all: no decline out of thin air', async (rig) => {
      rig.fault('silent')
      const watched = hooks()
      const charging = rig.terminal.charge(request(rig, 1), watched)
      await rig.pass(traits.cardMs / 2)
      watched.cancel()
      const outcome = await rig.settle(charging)
      await passEverything(rig, traits)
      expect(outcome.outcome).not.toBe('approved')
      expectTrue(outcome, rig.standing(), soldOnce())
    })
  }

  if (traits.reversalMs !== null) {
    test('cancelled after the approval was kept: too late, it is made final', async (rig) => {
      const watched = hooks(() => watched.cancel())
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), watched))
      expect(outcome).toMatchObject({ outcome: 'approved' })
      await passEverything(rig, traits)
      expect(rig.standing()).toEqual([12_550])
    })
  }
}
