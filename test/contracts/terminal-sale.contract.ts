import { expect } from 'vitest'
import { approvalOf, hooks, type RigTraits, recovery, request } from './terminal-rig.ts'
import type { RigTest } from './terminal-test.ts'
import { passReversal } from './terminal-truth.ts'

/** Sales, what is refused before anything leaves, and the end of a driver. */
export function saleSituations(test: RigTest, traits: RigTraits): void {
  test('a sale is approved once, kept before it is final, and stands', async (rig) => {
    let eventsWhenKept: readonly string[] = []
    const watched = hooks(() => {
      eventsWhenKept = rig.events()
    })
    const outcome = await rig.settle(rig.terminal.charge(request(rig, 7), watched))
    expect(outcome).toMatchObject({ outcome: 'approved', approval: traits.approval })
    expect(rig.standing()).toEqual([12_550])
    expect(rig.events().filter((event) => event === 'approved')).toHaveLength(1)
    // Where nothing makes an approval final but itself, the till is not asked to keep it first.
    // A slip may come after it: some terminals print only what was kept.
    const kept = { ...approvalOf(outcome), slip: expect.any(Array) }
    expect(watched.approvals).toEqual(traits.reversalMs === null ? [] : [kept])
    expect(eventsWhenKept).toEqual(traits.reversalMs === null ? [] : ['approved'])
    expect(watched.steps[0]).toBe('connecting')
    if (traits.steps !== undefined) expect(watched.steps).toEqual(traits.steps)
    await passReversal(rig, traits)
    expect(rig.standing()).toEqual([12_550])
  })

  test('one sale after another: each is approved under a number of its own', async (rig) => {
    const traces: (string | null)[] = []
    for (const sequence of [1, 2, 3]) {
      const outcome = await rig.settle(rig.terminal.charge(request(rig, sequence, 1_000 * sequence), hooks()))
      traces.push(approvalOf(outcome).trace)
    }
    expect(rig.standing()).toEqual([1_000, 2_000, 3_000])
    if (traces[0] !== null) expect(new Set(traces).size).toBe(3)
  })

  test('a refusal is declined with the code as received, and the next sale is taken', async (rig) => {
    rig.fault('decline')
    const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
    expect(outcome).toMatchObject({ outcome: 'declined', reason: traits.decline })
    expect(rig.standing()).toEqual([])
    expect(await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))).toMatchObject({
      outcome: 'approved',
    })
  })

  if (traits.faults.includes('busy')) {
    test('a terminal that is busy takes no money, and takes the next sale', async (rig) => {
      rig.fault('busy')
      const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
      expect(outcome).toMatchObject({ outcome: 'declined' })
      expect(rig.standing()).toEqual([])
      expect(await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))).toMatchObject({
        outcome: 'approved',
      })
    })
  }

  test('a second operation of any kind is refused, and the first goes on', async (rig) => {
    const { terminal } = rig
    const busy = { outcome: 'declined', reason: { code: 'TILL-BUSY' } }
    const first = terminal.charge(request(rig, 1), hooks())
    expect(await rig.settle(terminal.charge(request(rig, 2), hooks()))).toMatchObject(busy)
    // A recovery that could not start knows nothing: that is not a decline.
    const recovering = terminal.recover(recovery(request(rig, 3), 0), hooks())
    expect(await rig.settle(recovering)).toMatchObject({ outcome: 'unknown' })
    if (terminal.refund !== undefined) {
      expect(await rig.settle(terminal.refund(request(rig, 4), hooks()))).toMatchObject(busy)
    }
    if (terminal.settle !== undefined) {
      const settled = await rig.settle(terminal.settle())
      expect(settled).toMatchObject({ ok: false, reason: { code: 'TILL-BUSY' } })
    }
    expect(await rig.settle(terminal.check())).toMatchObject({ ok: false, reason: 'busy' })
    expect(await rig.settle(first)).toMatchObject({ outcome: 'approved' })
    expect(rig.standing()).toEqual([12_550])
  })

  test('what no terminal can take sends nothing', async (rig) => {
    for (const minor of [0, -1, 12.5, Number.NaN, traits.largestMinor + 1]) {
      const odd = { ...request(rig, 1), amount: minor as never }
      const declined = { outcome: 'declined', reason: { code: 'TILL-AMOUNT' } }
      expect(await rig.settle(rig.terminal.charge(odd, hooks()))).toMatchObject(declined)
      if (rig.terminal.refund !== undefined) {
        expect(await rig.settle(rig.terminal.refund(odd, hooks()))).toMatchObject(declined)
      }
    }
    for (const sequence of [0, -1, 1.5, 1_000_000]) {
      const odd = await rig.settle(rig.terminal.charge(request(rig, sequence), hooks()))
      expect(odd).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-SEQUENCE' } })
    }
    expect(rig.wire).toEqual([])
    expect(rig.events()).toEqual([])
  })

  test('the largest amount and the smallest are charged exactly', async (rig) => {
    for (const [index, minor] of [traits.largestMinor, 1].entries()) {
      const outcome = await rig.settle(rig.terminal.charge(request(rig, index + 1, minor), hooks()))
      expect(outcome).toMatchObject({ outcome: 'approved' })
    }
    expect(rig.standing()).toEqual([traits.largestMinor, 1])
  })

  test('a terminal that cannot be reached was sent nothing', async (rig) => {
    const { terminal } = rig
    await rig.unplug()
    const declined = { outcome: 'declined', reason: { code: 'TILL-UNREACHABLE' } }
    expect(await rig.settle(terminal.charge(request(rig, 1), hooks()))).toMatchObject(declined)
    if (terminal.refund !== undefined) {
      expect(await rig.settle(terminal.refund(request(rig, 2), hooks()))).toMatchObject(declined)
    }
    // What became of an earlier charge is not answered by a terminal that is away.
    const lost = terminal.recover(recovery(request(rig, 1), 0), hooks())
    expect(await rig.settle(lost)).toMatchObject({ outcome: 'unknown' })
    expect(await rig.settle(terminal.check())).toMatchObject({ ok: false, reason: 'unreachable' })
  })

  test('asked for its health it answers, and moves no money', async (rig) => {
    expect(await rig.settle(rig.terminal.check())).toMatchObject({ ok: true })
    expect(rig.events()).toEqual([])
  })

  test('closed while it charges, it does not pretend to know', async (rig) => {
    if (traits.faults.includes('silent')) rig.fault('silent')
    const charging = rig.terminal.charge(request(rig, 1), hooks())
    await rig.pass(traits.cardMs / 2)
    await rig.terminal.close()
    await rig.terminal.close()
    expect(await rig.settle(charging)).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
    expect(await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))).toMatchObject({
      outcome: 'declined',
      reason: { code: 'TILL-UNREACHABLE' },
    })
  })
}
