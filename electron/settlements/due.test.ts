import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Seq } from '#shared/kernel/ids.ts'
import { isoLocal, type Stamp } from '#shared/kernel/stamp.ts'
import { type CollectedSoFar, dueOf } from './due.ts'

const at = (iso: string): Stamp => ({ utcMs: Date.parse(`${iso}:00+01:00`), offsetMinutes: 60 })
const soFar = (change: Partial<CollectedSoFar>): CollectedSoFar => ({
  since: at('2026-11-23T10:00'),
  firstSeq: 5 as Seq,
  head: 20 as Seq,
  lastClosing: null,
  now: at('2026-11-23T12:00'),
  businessDay: '2026-11-23',
  ...change,
})
const closing = (seq: number) => ({ seq: seq as Seq, businessDay: '2026-11-22' })

test('by hand nothing is ever due by itself', () => {
  expect(dueOf({ at: 'hand' }, soFar({ lastClosing: closing(19) }))).toBeNull()
})

test('at closing: what was taken before the newest one, with the day that was closed; what came after waits', () => {
  const when = { at: 'closing' } as const
  expect(dueOf(when, soFar({}))).toBeNull()
  expect(dueOf(when, soFar({ lastClosing: closing(4) }))).toBeNull()
  expect(dueOf(when, soFar({ lastClosing: closing(12) }))).toEqual({ through: 12, businessDay: '2026-11-22' })
})

test('at an hour: the first one after the oldest movement, also on the next day, also long after it', () => {
  const when = { at: 'hour', hour: '11:30' } as const
  const due = { through: 20, businessDay: '2026-11-23' }
  expect(dueOf(when, soFar({ now: at('2026-11-23T11:29') }))).toBeNull()
  expect(dueOf(when, soFar({ now: at('2026-11-23T11:30') }))).toEqual(due)
  expect(dueOf(when, soFar({ now: at('2027-11-23T03:00') }))).toEqual(due)
  const late = { since: at('2026-11-23T11:30') }
  expect(dueOf(when, soFar({ ...late, now: at('2026-11-23T23:59') }))).toBeNull()
  expect(dueOf(when, soFar({ ...late, now: at('2026-11-24T11:30') }))).toEqual(due)
  expect(dueOf({ at: 'hour', hour: '00:00' }, soFar({ now: at('2026-11-24T00:00') }))).toEqual(due)
})

test('at an hour: what was taken while the clock was a year ahead does not wait for a year', () => {
  const when = { at: 'hour', hour: '11:30' } as const
  const ahead = soFar({ since: at('2027-11-23T11:00'), now: at('2026-11-23T11:20') })
  expect(dueOf(when, ahead)).toEqual({ through: 20, businessDay: '2026-11-23' })
  // Put back by an hour it is no news: the hour comes again.
  expect(dueOf(when, soFar({ since: at('2026-11-23T12:00'), now: at('2026-11-23T11:00') }))).toBeNull()
})

test('whenever the oldest movement was, the hour it waits for is that hour of a wall clock, within a day', () => {
  const minutes = fc.integer({ min: 0, max: 1_439 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.constantFrom(0, 60, -300),
      minutes,
      (utcMs, offsetMinutes, minute) => {
        const since = { utcMs, offsetMinutes }
        const hour = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':')
        const isDue = (ms: number) =>
          dueOf({ at: 'hour', hour }, soFar({ since, now: { utcMs: ms, offsetMinutes } })) !== null
        let [early, late] = [utcMs, utcMs + 86_400_000]
        expect(isDue(early)).toBe(false)
        expect(isDue(late)).toBe(true)
        while (late - early > 1) {
          const middle = Math.floor((early + late) / 2)
          if (isDue(middle)) late = middle
          else early = middle
        }
        expect(isoLocal({ utcMs: late, offsetMinutes }).slice(11, 19)).toBe(`${hour}:00`)
      },
    ),
  )
})
