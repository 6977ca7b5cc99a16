import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownerPeriod } from '#electron/ledger/owner-account.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { dirham } from '#shared/money/amount.ts'
import type { ShareRule } from '#shared/owners/share-rule.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { type Name, names, OwnersDay, skus } from './day.ts'
import { duesByHand } from './oracle.ts'

const ppm = fc.integer({ min: 0, max: 1_000_000 })
const price = fc.integer({ min: 1, max: 400_000 }).map(dirham)
const rules: fc.Arbitrary<ShareRule> = fc.oneof(
  fc.record({ kind: fc.constant('percentage' as const), ppm }),
  fc.record({ kind: fc.constant('fixed' as const), perUnit: price }),
  fc.tuple(price, ppm, ppm).map(([upTo, low, high]) => ({
    kind: 'tiered' as const,
    tiers: [
      { upTo, ppm: low },
      { upTo: null, ppm: high },
    ],
  })),
)
const name = fc.constantFrom(...names)
const line = fc.record({
  sku: fc.constantFrom(...skus),
  units: fc.integer({ min: 1, max: 9 }),
  part: fc.integer({ min: 0, max: 100 }),
})
const agreement = fc.record({ owner: name, share: fc.option(rules, { nil: null }) })

type Move = (day: OwnersDay) => void
const balanceByHand = (day: OwnersDay, owner: Name): number =>
  (duesByHand([...day.sold.values()]).get(owner) ?? 0) -
  day.payments.reduce((sum, each) => sum + (each.owner === owner ? each.amount : 0), 0)

const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(line, line, fc.option(agreement, { nil: null })).map(
      ([one, other, change]): Move =>
        (day) =>
          day.sell([one, other], change === null ? null : () => day.agree(change.owner, change.share)),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(99), fc.nat(99)).map(
      ([pick, want]): Move =>
        (day) =>
          day.giveBack(pick, want),
    ),
  },
  {
    weight: 2,
    arbitrary: agreement.map(
      ({ owner, share }): Move =>
        (day) =>
          day.agree(owner, share),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(name, fc.constantFrom('advance', 'payout'), fc.integer({ min: 1, max: 500_000 }), fc.boolean())
      .map(
        ([owner, what, amount, cash]): Move =>
          (day) =>
            payAndExpect(day, owner, what, amount, cash),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Move>((day) => day.nextDay()) },
)

/** A payout above the balance is refused, and nothing else of one who is known. */
function payAndExpect(
  day: OwnersDay,
  owner: Name,
  what: 'advance' | 'payout',
  amount: number,
  cash: boolean,
): void {
  const known = day.ledger.findOwner(owner) !== null
  const tooMuch = what === 'payout' && amount > balanceByHand(day, owner)
  const refusal = day.pay(owner, what, amount, cash ? 'cash' : 'transfer')
  expect(refusal).toBe(known ? (tooMuch ? 'exceedsOwnerDue' : null) : 'unknownOwner')
}

test('what every artisan is due is what their lines were due, to the centime, whatever came back and was agreed since', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 3, maxLength: 36 }), (script) => {
      const folder = testFolder()
      const ledger = testLedger(folder)
      const day = new OwnersDay(ledger)
      for (const move of script) move(day)

      const dues = duesByHand([...day.sold.values()])
      for (const { owner, due, paid } of ledger.owners()) {
        expect(due, owner).toBe(dues.get(owner) ?? 0)
        expect(due - paid, owner).toBe(balanceByHand(day, owner as Name))
        expectDays(day, owner as Name)
      }
      for (const owner of dues.keys()) expect(ledger.findOwner(owner), owner).not.toBeNull()
      const shift = ledger.openShift()
      expect(shift && ledger.drawer(shift.shiftId).out).toBe(day.cashGivenToday())
      expect(verifyLedger(folder).problems).toEqual([])
      ledger.close()
    }),
    { numRuns: 25 },
  )
})

/** Cut at any day, what was before and what came after are the account. */
function expectDays(day: OwnersDay, owner: Name): void {
  const { ledger, today } = day
  const days = [...new Set([...day.dueOn.map((each) => each.day), today])]
  const upTo = (last: (each: string) => boolean): number =>
    day.dueOn.reduce((sum, each) => sum + (each.owner === owner && last(each.day) ? each.due : 0), 0) -
    day.payments.reduce((sum, each) => sum + (each.owner === owner && last(each.day) ? each.amount : 0), 0)
  for (const from of days) {
    expect(ledger.ownerBalanceBefore(owner, from), from).toBe(upTo((each) => each < from))
    const { sums } = ownerPeriod(ledger, owner, { from, to: today })
    expect(sums.carried, from).toBe(upTo((each) => each < from))
    expect(sums.left, from).toBe(upTo(() => true))
  }
}

test('a sale that came back whole leaves nothing due, in however many parts it came', () => {
  fc.assert(
    fc.property(rules, line, fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }), (rule, one, parts) => {
      const ledger = testLedger()
      const day = new OwnersDay(ledger)
      for (const owner of names) day.agree(owner, rule)
      day.sell(
        [
          { ...one, part: Math.max(one.part, 60) },
          { sku: 'BAG', units: 1, part: 100 },
        ],
        null,
      )
      for (const want of parts) day.giveBack(0, want)
      for (const { due } of ledger.owners()) expect(due).toBe(0)
      ledger.close()
    }),
    { numRuns: 15 },
  )
})
