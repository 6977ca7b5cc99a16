import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChargeOutcome } from '#drivers/terminals/terminal.ts'
import { memoryInUse } from '../harness/memory-in-use.ts'
import type { LinePlan } from './terminal-line.ts'
import { hooks, type RigTraits, recovery, request, type TerminalRig, voiding } from './terminal-rig.ts'
import { expectTrue, isOpen, passEverything, soldOnce } from './terminal-truth.ts'

/** A rig in virtual time whose line is `badLine(inner, plan, timers)`. */
export type MakeRigOver = (plan: LinePlan) => Promise<TerminalRig>

/** Faults that change what happens to money; those of the line itself are drawn here. */
const moneyFaults = [
  'decline',
  'busy',
  'dropAfterApprove',
  'dropBeforeCard',
  'dropAfterConfirm',
  'silentConfirm',
  'autoReversal',
  'unmaskedPan',
  'slow',
  'silent',
  'vanish',
]

/** What a till believes over any line, however bad: nothing false. Needs a rig in virtual time, or it takes hours. */
export function terminalLineContract(name: string, makeRigOver: MakeRigOver, traits: RigTraits): void {
  const anyFault = fc.constantFrom('none', ...moneyFaults.filter((fault) => traits.faults.includes(fault)))

  describe(name, () => {
    test('however a line splits, merges and delays, a sale is approved', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer(),
          fc.integer({ min: 1, max: 40 }),
          fc.constantFrom(undefined, 5, 30),
          async (seed, splitMax, mergeMs) => {
            const line = { splitMax, ...(mergeMs === undefined ? {} : { mergeMs }) }
            const rig = await makeRigOver({ seed, incoming: { ...line, delayMs: 2 }, outgoing: line })
            const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
            expect(outcome).toMatchObject({ outcome: 'approved' })
            expect(rig.standing()).toEqual([12_550])
            await rig.dispose()
          },
        ),
        { numRuns: 40 },
      )
    })

    test('a line cut at any byte, either way, makes no false approval and no false decline', async () => {
      // Short protocols are over after some hundred bytes, those with slips after some thousand.
      const place = fc.oneof(fc.integer({ min: 0, max: 2_400 }), fc.integer({ min: 0, max: 200 }))
      const seen = { settled: 0, open: 0 }
      await fc.assert(
        fc.asyncProperty(
          fc.integer(),
          place,
          fc.boolean(),
          anyFault,
          async (seed, cutAfterBytes, incoming, fault) => {
            const cut = { cutAfterBytes }
            const plan = incoming ? { seed, incoming: cut } : { seed, outgoing: cut }
            seen[await neverWrong(await makeRigOver(plan), fault)]++
          },
        ),
        { numRuns: 200 },
      )
      expect(seen.settled).toBeGreaterThan(0)
      expect(seen.open).toBeGreaterThan(0)
    })

    if (traits.bearsSpoiltBytes !== false) {
      test('a line that loses and spoils bytes makes no false approval and no false decline', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.integer(),
            fc.double({ min: 0.0005, max: 0.05, noNaN: true }),
            anyFault,
            async (seed, rate, fault) => {
              const bad = { dropRate: rate, corruptRate: rate, splitMax: 50 }
              await neverWrong(await makeRigOver({ seed, incoming: bad, outgoing: bad }), fault)
            },
          ),
          { numRuns: 120 },
        )
      })
    }

    if (traits.capabilities.void) {
      test('a void over a line that is cut, loses or spoils bytes makes no false answer either', async () => {
        const bad = fc.oneof(
          fc
            .double({ min: 0.0005, max: 0.01, noNaN: true })
            .map((rate) => ({ dropRate: rate, corruptRate: rate })),
          fc.integer({ min: 0, max: 1_500 }).map((cutAfterBytes) => ({ cutAfterBytes })),
        )
        await fc.assert(
          fc.asyncProperty(fc.integer(), bad, fc.boolean(), async (seed, faults, incoming) => {
            const rig = await makeRigOver(incoming ? { seed, incoming: faults } : { seed, outgoing: faults })
            const sold = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
            if (sold.outcome === 'approved') await voidTruly(rig, sold)
            await rig.dispose()
          }),
          { numRuns: 120 },
        )
      })
    }

    test('whatever strangers say on the line is neither an approval nor a decline', async () => {
      const piece = fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 3_000 }),
        fc.constantFrom(...traits.absurd, Uint8Array.of(0), Uint8Array.of(0xff)),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), anyFault, async (babble, fault) => {
          await neverWrong(await makeRigOver({ seed: 1, babble }), fault)
        }),
        { numRuns: 80 },
      )
    })

    test.each([0, 1, 2].map((which) => ({ which })))(
      'a line that never stops talking fills no memory ($which)',
      async ({ which }) => {
        const junk = [Uint8Array.of(0), ...traits.absurd][which] ?? Uint8Array.of(0xff)
        // 8 MB in pieces as they come from a socket; the same few kilobytes again and again, so that only what the
        // driver keeps of them takes room.
        const piece = new Uint8Array(4_096)
        for (let at = 0; at < piece.length; at++) piece[at] = junk[at % junk.length] ?? 0
        const rig = await makeRigOver({ seed: 1, babble: Array(2_048).fill(piece) })
        if (traits.faults.includes('silent')) rig.fault('silent')
        const before = memoryInUse()
        const charging = rig.terminal.charge(request(rig, 1), hooks())
        await rig.pass(Math.min(100, traits.cardMs / 2))
        expect(memoryInUse() - before).toBeLessThan(3e6)
        const outcome = await rig.settle(charging)
        await passEverything(rig, traits)
        expectTrue(outcome, rig.standing(), soldOnce())
        await rig.dispose()
      },
    )
  })

  /** Undoes the only sale, asks again if it must, and compares with what the terminal did. */
  async function voidTruly(rig: TerminalRig, sold: ChargeOutcome): Promise<void> {
    const undoing = voiding(rig, 2, 12_550, sold)
    const moved = { before: [12_550], done: [] }
    const answer = rig.terminal.void?.(undoing, hooks()) ?? Promise.reject(new Error('no void'))
    const outcome = await rig.settle(answer)
    await passEverything(rig, traits)
    expectTrue(outcome, rig.standing(), moved)
    if (!isOpen(outcome)) return
    const asked = {
      ...recovery(request(rig, 2), 60_000),
      kind: 'void',
      undoes: undoing.approval,
    } as const
    expectTrue(await rig.settle(rig.terminal.recover(asked, hooks())), rig.standing(), moved)
  }

  /** Charges, asks again if it must, and compares with what the terminal did. */
  async function neverWrong(rig: TerminalRig, fault: string): Promise<'settled' | 'open'> {
    rig.fault(fault)
    const made = request(rig, 1)
    const started = rig.nowMs()
    const charged = await rig.settle(rig.terminal.charge(made, hooks()))
    let outcome = charged
    if (isOpen(charged)) {
      const approval = charged.outcome === 'approvedUnconfirmed' ? charged.approval : null
      const asked = recovery(made, rig.nowMs() - started, approval)
      outcome = await rig.settle(rig.terminal.recover(asked, hooks()))
    }
    await passEverything(rig, traits)
    const standing = rig.standing()
    await rig.dispose()
    expectTrue(charged, standing, soldOnce())
    expectTrue(outcome, standing, soldOnce())
    return isOpen(outcome) ? 'open' : 'settled'
  }
}
