import { expect, test } from 'vitest'
import { commandSchema } from './command-schema.ts'

const takes = (command: unknown): boolean => commandSchema.safeParse(command).success
const close = (count: unknown): boolean => takes({ type: 'closeShift', counted: 1000, count })

test('a count is bounded before anything looks at it; what is no whole piece is the checkout’s to refuse by name', () => {
  for (const count of [undefined, null, [], [{ face: 1000, pieces: 1 }], [{ face: 1000, pieces: -1 }]])
    expect(close(count)).toBe(true)
  expect(close([{ face: 1000, pieces: 0.5 }])).toBe(true)
  const many = Array.from({ length: 31 }, () => ({ face: 1000, pieces: 1 }))
  for (const count of [many, [{ face: -1, pieces: 1 }], [{ face: 10, pieces: 100_000 }], [{ face: 1 }], 'x'])
    expect(close(count)).toBe(false)
})

test('a period is a month or a year, as its kind says', () => {
  const period = (of: string, kind: string): boolean => takes({ type: 'closePeriod', period: kind, of })
  expect([period('2026-11', 'month'), period('2026', 'year')]).toEqual([true, true])
  for (const [of, kind] of [
    ['2026', 'month'],
    ['2026-11', 'year'],
    ['2026-13', 'month'],
    ['26-11', 'month'],
    ['2026-11', 'week'],
  ] as const)
    expect(period(of, kind)).toBe(false)
})

test('cash moves for a purpose that there is, or for none that is said', () => {
  const move = { type: 'moveCash', direction: 'out', amount: 100, reason: 'tea' }
  expect([takes(move), takes({ ...move, purpose: 'expense' })]).toEqual([true, true])
  expect([takes({ ...move, purpose: 'gift' }), takes({ ...move, reason: ' ' })]).toEqual([false, false])
})
