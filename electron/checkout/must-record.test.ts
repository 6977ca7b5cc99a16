import { afterEach, expect, test, vi } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import { openMustRecord } from './must-record.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('what the disk refused is written later, in order, and said when it is', () => {
  vi.useFakeTimers()
  const written: string[] = []
  let full = true
  let changes = 0
  const kept = openMustRecord(silentLog, 1000, () => {
    changes += 1
  })
  const write = (name: string) => () => {
    if (full) throw new Error('disk full')
    written.push(name)
  }
  kept.record(write('approval'))
  kept.record(write('receipt'))
  expect([kept.waiting(), changes]).toEqual([2, 2])
  vi.advanceTimersByTime(5000)
  expect(kept.flush()).toBe(false)

  full = false
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['approval', 'receipt'])
  expect([kept.waiting(), changes]).toEqual([0, 3])
  expect(vi.getTimerCount()).toBe(0)
})

test('what can be written is written at once and waits for nobody', () => {
  const written: string[] = []
  const kept = openMustRecord(silentLog, 1000, () => {})
  kept.record(() => void written.push('now'))
  expect([written, kept.waiting()]).toEqual([['now'], 0])
})
