import { expect, test } from 'vitest'
import { isDue, type SinceLastBackup } from './due.ts'

const hourMs = 3_600_000
const stamp = (hours: number) => ({ utcMs: 1_800_000_000_000 + hours * hourMs, offsetMinutes: 60 })
const settings = { folder: '/usb', afterClosing: true, everyHours: 4, keep: { newest: 14, months: 12 } }
const quiet: SinceLastBackup = {
  now: stamp(0),
  last: { at: stamp(0), seq: 100 },
  failedAt: null,
  shiftIsOpen: false,
  lastClosing: null,
}

test('after each closing, once', () => {
  expect(isDue(settings, { ...quiet, lastClosing: 99 })).toBe(false)
  expect(isDue(settings, { ...quiet, lastClosing: 101 })).toBe(true)
  expect(isDue(settings, { ...quiet, last: null, lastClosing: 5 })).toBe(true)
  expect(isDue({ ...settings, afterClosing: false }, { ...quiet, lastClosing: 101 })).toBe(false)
})

test('by the hour, while a shift is open and not while none is', () => {
  expect(isDue(settings, { ...quiet, now: stamp(3.9), shiftIsOpen: true })).toBe(false)
  expect(isDue(settings, { ...quiet, now: stamp(4), shiftIsOpen: true })).toBe(true)
  expect(isDue(settings, { ...quiet, now: stamp(400) })).toBe(false)
  expect(isDue(settings, { ...quiet, last: null, shiftIsOpen: true })).toBe(true)
  expect(isDue({ ...settings, everyHours: null }, { ...quiet, now: stamp(99), shiftIsOpen: true })).toBe(
    false,
  )
})

test('a try that failed is repeated after some minutes, and not at once', () => {
  const failed = { ...quiet, lastClosing: 101, failedAt: stamp(0) }
  expect(isDue(settings, { ...failed, now: stamp(0.05) })).toBe(false)
  expect(isDue(settings, { ...failed, now: stamp(0.1) })).toBe(true)
})

test('a clock that is put back by years holds nothing up', () => {
  const ahead = {
    ...quiet,
    last: { at: stamp(90_000), seq: 100 },
    failedAt: stamp(90_000),
    shiftIsOpen: true,
  }
  expect(isDue(settings, ahead)).toBe(true)
})
