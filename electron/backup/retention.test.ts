import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoLocal, type Stamp } from '#shared/kernel/stamp.ts'
import { outlived } from './retention.ts'

const at = (iso: string): { readonly madeAt: Stamp; readonly iso: string } => ({
  madeAt: { utcMs: Date.parse(iso), offsetMinutes: 60 },
  iso,
})
const left = (days: readonly string[], keep: { newest: number; months: number }): readonly string[] => {
  const backups = days.map(at)
  const gone = outlived(backups, keep)
  return backups.filter((each) => !gone.includes(each)).map(({ iso }) => iso)
}

test('the newest stay, and of each month the newest', () => {
  const days = [
    '2026-09-01T12:00Z',
    '2026-09-29T12:00Z',
    '2026-10-02T12:00Z',
    '2026-11-01T12:00Z',
    '2026-11-02T12:00Z',
  ]
  expect(left(days, { newest: 1, months: 3 })).toEqual([
    '2026-09-29T12:00Z',
    '2026-10-02T12:00Z',
    '2026-11-02T12:00Z',
  ])
  expect(left(days, { newest: 2, months: 0 })).toEqual(['2026-11-01T12:00Z', '2026-11-02T12:00Z'])
})

test('a month ends by the shop’s clock', () => {
  // 23:30 UTC is half past midnight of the next day there.
  expect(left(['2026-10-31T23:30Z', '2026-11-20T12:00Z'], { newest: 1, months: 1 })).toEqual([
    '2026-11-20T12:00Z',
  ])
})

test('whatever there is: at most as many as said, never the newest, and one a month as far back as said', () => {
  const backups = fc.uniqueArray(fc.integer({ min: 0, max: 400 * 24 }), { maxLength: 60 })
  fc.assert(
    fc.property(
      backups,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 14 }),
      (hours, newest, months) => {
        const all = hours.map((hour) => ({ madeAt: { utcMs: hour * 3_600_000, offsetMinutes: 60 } }))
        const gone = new Set(outlived(all, { newest, months }))
        const kept = all.filter((each) => !gone.has(each))
        const byAge = all.toSorted((a, b) => b.madeAt.utcMs - a.madeAt.utcMs)
        for (const each of byAge.slice(0, newest)) expect(gone.has(each)).toBe(false)
        expect(kept.length).toBeLessThanOrEqual(newest + months)
        const monthOf = (each: { readonly madeAt: Stamp }): string => isoLocal(each.madeAt).slice(0, 7)
        const wanted = [...new Set(byAge.map(monthOf))].slice(0, months)
        expect(new Set(kept.map(monthOf))).toEqual(
          new Set([...wanted, ...byAge.slice(0, newest).map(monthOf)]),
        )
      },
    ),
  )
})
