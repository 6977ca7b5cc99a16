import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duePeriods, isOver, type Made, type Part, partsOf } from './taking-in.ts'

const months = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01']

interface Step {
  /** What the clock says it is: it may go anywhere. */
  readonly now: string
  readonly trades: boolean
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ now: fc.constantFrom(...months), trades: fc.boolean() }),
  { maxLength: 40 },
)

/** A till that closes what is due whenever a shift opens, under a clock that nobody looks after. */
function lived(history: readonly Step[]) {
  const parts: Part[] = []
  const made: Made[] = []
  const taken: { readonly part: Part; readonly by: string }[] = []
  let seq = 0
  const close = (now: string): void => {
    for (const of of duePeriods(parts, made, now)) {
      for (const part of partsOf(of, parts, made)) taken.push({ part, by: of })
      seq += 1
      made.push({ of, seq })
    }
  }
  for (const { now, trades } of history) {
    close(now)
    seq += 1
    if (trades) parts.push({ home: now, over: seq })
  }
  return { parts, made, taken, close }
}

test('whatever the clock does, nothing is closed twice and no shift is in two closings', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { made, taken } = lived(history)
      expect(new Set(made.map(({ of }) => of)).size).toBe(made.length)
      expect(new Set(taken.map(({ part }) => part)).size).toBe(taken.length)
      for (const { part, by } of taken) expect(by >= part.home).toBe(true)
    }),
  )
})

test('once time has gone on, every shift is in exactly one closing, at home unless that was closed before', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { parts, made, taken, close } = lived([...history, { now: '2027-03', trades: true }])
      close('2027-04')
      expect(new Set(taken.map(({ part }) => part))).toEqual(new Set(parts))
      for (const { part, by } of taken) {
        const home = made.find(({ of }) => of === part.home)
        if (home === undefined || home.seq > part.over) expect(by).toBe(part.home)
      }
    }),
  )
})

test('a month is over once its last day has passed where the shop is', () => {
  const at = (iso: string) => ({ utcMs: Date.parse(iso), offsetMinutes: 60 })
  expect(isOver('2026-11', at('2026-11-30T22:59:00Z'))).toBe(false)
  expect(isOver('2026-11', at('2026-11-30T23:00:00Z'))).toBe(true)
  expect(isOver('2026', at('2026-12-31T22:59:00Z'))).toBe(false)
  expect(isOver('2026', at('2026-12-31T23:00:00Z'))).toBe(true)
})
