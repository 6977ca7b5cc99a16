import { expect, test } from 'vitest'
import { seasonOf, spanBeside } from './span.ts'

test('seasons end today, last month with its last day', () => {
  expect(seasonOf('month', '2026-03-18')).toMatchObject({ from: '2026-03-01', to: '2026-03-18' })
  expect(seasonOf('lastMonth', '2026-03-18')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' })
  expect(seasonOf('lastMonth', '2026-01-01')).toMatchObject({ from: '2025-12-01', to: '2025-12-31' })
  expect(seasonOf('quarter', '2026-03-18')).toMatchObject({ from: '2025-12-19', to: '2026-03-18' })
  expect(seasonOf('year', '2026-03-18')).toMatchObject({ from: '2026-01-01', to: '2026-03-18' })
})

test('a step never leads past today, and today stays today', () => {
  expect(spanBeside('day', '2026-03-18', -1, '2026-03-18')).toEqual({ kind: 'day', day: '2026-03-17' })
  expect(spanBeside('day', '2026-03-17', 1, '2026-03-18')).toEqual({ kind: 'day', day: null })
  expect(spanBeside('week', '2026-03-16', -1, '2026-03-18')).toEqual({ kind: 'week', day: '2026-03-09' })
  expect(spanBeside('week', '2026-03-09', 1, '2026-03-18')).toEqual({ kind: 'week', day: '2026-03-16' })
})
