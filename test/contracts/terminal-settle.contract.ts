import fc from 'fast-check'
import { describe, expect, test as plainTest } from 'vitest'
import type { SettleOutcome, TotalsOutcome } from '#drivers/terminals/terminal.ts'
import type { LineFaults } from '#drivers/transport/faulty.ts'
import { dirham, zero } from '#shared/money/amount.ts'
import {
  agreesWith,
  type BatchTotals,
  netOf,
  type ToldTotals,
  totalGroups,
} from '#shared/settlement/totals.ts'
import type { MakeRigOver } from './terminal-line.contract.ts'
import { hooks, type MakeRig, type RigTraits, request, type TerminalRig, voiding } from './terminal-rig.ts'
import { rigTest } from './terminal-test.ts'

/** What a protocol tells of its day; the rest must be `null`. */
export interface SettleTraits extends RigTraits {
  readonly tells: readonly (keyof BatchTotals | 'net')[]
}

const nothing: BatchTotals = {
  sales: { count: 0, amount: zero },
  saleReversals: { count: 0, amount: zero },
  refunds: { count: 0, amount: zero },
  refundReversals: { count: 0, amount: zero },
}

const settle = (rig: TerminalRig): Promise<SettleOutcome> =>
  rig.settle(rig.terminal.settle?.() ?? Promise.reject(new Error('no settle')))
const readTotals = (rig: TerminalRig): Promise<TotalsOutcome> =>
  rig.settle(rig.terminal.totals?.() ?? Promise.reject(new Error('no totals')))

const sell = async (rig: TerminalRig, sequence: number, minor: number) => {
  const sold = await rig.settle(rig.terminal.charge(request(rig, sequence, minor), hooks()))
  expect(sold).toMatchObject({ outcome: 'approved' })
  return sold
}

/** Two sales that stand, one undone where that can be, one refund where there are any; one that was refused. */
async function tradeADay(rig: TerminalRig, { capabilities }: RigTraits): Promise<BatchTotals> {
  await sell(rig, 1, 12_550)
  await sell(rig, 2, 4_005)
  rig.fault('decline')
  await rig.settle(rig.terminal.charge(request(rig, 3, 99_900), hooks()))
  rig.fault('none')
  const undone = capabilities.void ? await sell(rig, 4, 777) : null
  if (undone !== null) {
    const asked = rig.terminal.void?.(voiding(rig, 5, 777, undone), hooks())
    expect(await rig.settle(asked ?? Promise.reject(new Error('no void')))).toMatchObject({
      outcome: 'approved',
    })
  }
  if (capabilities.refund) {
    const asked = rig.terminal.refund?.(request(rig, 6, 500), hooks())
    expect(await rig.settle(asked ?? Promise.reject(new Error('no refund')))).toMatchObject({
      outcome: 'approved',
    })
  }
  const sold = 12_550 + 4_005
  return {
    ...nothing,
    sales: undone === null ? { count: 2, amount: dirham(sold) } : { count: 3, amount: dirham(sold + 777) },
    saleReversals: undone === null ? nothing.saleReversals : { count: 1, amount: dirham(777) },
    refunds: capabilities.refund ? { count: 1, amount: dirham(500) } : nothing.refunds,
  }
}

/** All that the protocol can tell of these totals, and no more. */
function toldOf(totals: BatchTotals, tells: SettleTraits['tells']): ToldTotals {
  const groups = Object.fromEntries(
    totalGroups.map((group) => [group, tells.includes(group) ? totals[group] : null]),
  ) as unknown as ToldTotals['groups']
  return { groups, net: tells.includes('net') ? netOf(totals) : null }
}

/** The end of a terminal's day and its totals, on any driver that has them, over any wire. */
export function terminalSettleContract(name: string, makeRig: MakeRig, traits: SettleTraits): void {
  const { tells, capabilities } = traits

  describe(name, () => {
    const test = rigTest(makeRig)

    test('its totals are what was charged, undone and given back; then it counts from nothing', async (rig) => {
      const made = await tradeADay(rig, traits)
      const settled = await settle(rig)
      expect(settled).toMatchObject({ ok: true, told: toldOf(made, tells) })
      expect(settled.ok && settled.told !== null && agreesWith(made, settled.told)).toBe(true)
      expect(rig.events().at(-1)).toBe('settled')
      expect(await settle(rig)).toMatchObject({ ok: true, told: toldOf(nothing, tells) })
      await sell(rig, 7, 100)
      const next = { ...nothing, sales: { count: 1, amount: dirham(100) } }
      expect(await settle(rig)).toMatchObject({ ok: true, told: toldOf(next, tells) })
    })

    test('a day on which nothing was charged comes to nothing', async (rig) => {
      expect(await settle(rig)).toMatchObject({ ok: true, told: toldOf(nothing, tells) })
    })

    test('what was sold before its day was ended can no longer be undone on it', async (rig) => {
      const sold = await sell(rig, 1, 12_550)
      await settle(rig)
      const asked = rig.terminal.void?.(voiding(rig, 2, 12_550, sold), hooks())
      const undone = await rig.settle(asked ?? Promise.reject(new Error('no void')))
      expect(undone.outcome).toBe('declined')
      expect(rig.standing()).toEqual([12_550])
    })

    test('one sale too many is seen', async (rig) => {
      const made = await tradeADay(rig, traits)
      rig.fault('wrongTotals')
      const settled = await settle(rig)
      expect(settled).toMatchObject({ ok: true, told: expect.anything() })
      expect(settled.ok && settled.told !== null && agreesWith(made, settled.told)).toBe(false)
    })

    test('a terminal that says no goes on with its day', async (rig) => {
      const made = await tradeADay(rig, traits)
      rig.fault('settleRefused')
      const refused = await settle(rig)
      expect(refused).toMatchObject({ ok: false, sent: true })
      expect(refused.ok || refused.reason.code).not.toMatch(/^TILL-|^$/)
      expect(rig.events()).not.toContain('settled')
      expect(await settle(rig)).toMatchObject({ ok: true, told: toldOf(made, tells) })
    })

    test('no answer is no refusal: the order left, and the day may be ended', async (rig) => {
      await sell(rig, 1, 12_550)
      rig.fault('settleNoAnswer')
      const silent = await settle(rig)
      expect(silent).toMatchObject({ ok: false, sent: true, reason: { code: 'TILL-NOANSWER' } })
      expect(rig.events().at(-1)).toBe('settled')
    })

    test('power that fails in the middle is no refusal either', async (rig) => {
      await sell(rig, 1, 12_550)
      rig.fault('settleNoAnswer')
      const settling = rig.terminal.settle?.()
      await rig.pass(120)
      rig.powerCycle(50)
      const outcome = await rig.settle(settling ?? Promise.reject(new Error('no settle')))
      // On a slow machine the line may not have been there yet when the power failed.
      expect(outcome.ok).toBe(false)
      if (outcome.ok || !outcome.sent) expect(rig.events()).not.toContain('settled')
      else expect(outcome.reason.code).toMatch(/^TILL-(NOANSWER|LINELOST)$/)
    })

    test('a line that cannot be opened carried nothing', async (rig) => {
      await sell(rig, 1, 12_550)
      await rig.unplug()
      const reason = { code: 'TILL-UNREACHABLE' }
      expect(await settle(rig)).toMatchObject({ ok: false, sent: false, reason })
      if (capabilities.totals) expect(await readTotals(rig)).toMatchObject({ ok: false, reason })
    })

    test('it is one operation like others', async (rig) => {
      const busy = { ok: false, reason: { code: 'TILL-BUSY' } }
      const charging = rig.terminal.charge(request(rig, 1), hooks())
      expect(await settle(rig)).toMatchObject({ ...busy, sent: false })
      if (capabilities.totals) expect(await readTotals(rig)).toMatchObject(busy)
      expect(await rig.settle(charging)).toMatchObject({ outcome: 'approved' })
      expect(rig.events()).not.toContain('settled')
      const settling = rig.terminal.settle?.()
      const second = await rig.settle(rig.terminal.charge(request(rig, 2), hooks()))
      expect(second).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-BUSY' } })
      expect(await rig.settle(settling ?? Promise.reject(new Error('no settle')))).toMatchObject({ ok: true })
    })

    test('a driver that was closed sends nothing', async (rig) => {
      await rig.terminal.close()
      expect(await settle(rig)).toMatchObject({ ok: false, sent: false })
      expect(rig.events()).toEqual([])
    })

    if (capabilities.totals) {
      test('its totals can be had before, as often as one likes, and its day goes on', async (rig) => {
        const made = await tradeADay(rig, traits)
        const expected = { ok: true, told: toldOf(made, tells) }
        expect(await readTotals(rig)).toMatchObject(expected)
        expect(await readTotals(rig)).toMatchObject(expected)
        expect(rig.events()).not.toContain('settled')
        expect(await settle(rig)).toMatchObject(expected)
        expect(await readTotals(rig)).toMatchObject({ ok: true, told: toldOf(nothing, tells) })
      })

      test('a terminal at something else says so, and can be asked later', async (rig) => {
        const other = rig.restarted()
        rig.fault('noCard')
        const cancel = hooks()
        const charging = other.charge(request(rig, 1), cancel)
        await rig.pass(traits.cardMs)
        const asked = await readTotals(rig)
        // A serial line has room for one.
        const code = expect.stringMatching(/^TILL-(BUSY|UNREACHABLE)$/)
        expect(asked).toMatchObject({ ok: false, reason: { code } })
        cancel.cancel()
        await rig.settle(charging)
        expect(await readTotals(rig)).toMatchObject({ ok: true, told: toldOf(nothing, tells) })
      })
    }
  })
}

/** The same over a line that is cut anywhere. Needs a rig in virtual time. */
export function settleLineContract(name: string, makeRigOver: MakeRigOver, traits: SettleTraits): void {
  describe(name, () => {
    plainTest('however the line splits and merges, the totals are the same', async () => {
      const size = fc.integer({ min: 1, max: 40 })
      await fc.assert(
        fc.asyncProperty(fc.integer(), size, async (seed, splitMax) => {
          const { rig, spoil } = await dayOver(seed)
          const made = await tradeADay(rig, traits)
          spoil({ splitMax, delayMs: 2 }, { splitMax })
          expect(await settle(rig)).toMatchObject({ ok: true, told: toldOf(made, traits.tells) })
          await rig.dispose()
        }),
        { numRuns: 25 },
      )
    })

    plainTest('a line cut at any byte, either way, tells nothing false', async () => {
      const place = fc.oneof(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 200 }))
      const seen = { told: 0, silent: 0 }
      await fc.assert(
        fc.asyncProperty(fc.integer(), place, fc.boolean(), async (seed, cutAfterBytes, incoming) => {
          const { rig, spoil } = await dayOver(seed)
          const made = await tradeADay(rig, traits)
          spoil(incoming ? { cutAfterBytes } : {}, incoming ? {} : { cutAfterBytes })
          seen[judge(await settle(rig), rig, made)]++
          await rig.dispose()
        }),
        { numRuns: 120 },
      )
      expect(seen.told).toBeGreaterThan(0)
      expect(seen.silent).toBeGreaterThan(0)
    })
  })

  /** A line that is good until it is spoilt: for every connection after that. */
  async function dayOver(seed: number) {
    const plan: { seed: number; incoming: LineFaults; outgoing: LineFaults } = {
      seed,
      incoming: {},
      outgoing: {},
    }
    const spoil = (incoming: LineFaults, outgoing: LineFaults): void =>
      void Object.assign(plan, { incoming, outgoing })
    return { rig: await makeRigOver(plan), spoil }
  }

  /** @throws AssertionError where what the driver says is not what the terminal did */
  function judge(outcome: SettleOutcome, rig: TerminalRig, made: BatchTotals): 'told' | 'silent' {
    const ended = rig.events().at(-1) === 'settled'
    if (outcome.ok) {
      expect(ended).toBe(true)
      if (outcome.told !== null) expect(agreesWith(made, outcome.told)).not.toBe(false)
      return outcome.told === null ? 'silent' : 'told'
    }
    if (!outcome.sent || !outcome.reason.code.startsWith('TILL-')) expect(ended).toBe(false)
    return 'silent'
  }
}
