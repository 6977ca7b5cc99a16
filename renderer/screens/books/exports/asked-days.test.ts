import { expect, test } from 'vitest'
import { presetDays } from './asked-days.ts'

test('presets in the middle of a week', () => {
  // A Friday.
  const today = '2026-11-27'
  expect(presetDays('yesterday', today)).toEqual({ from: '2026-11-26', to: '2026-11-26' })
  expect(presetDays('lastWeek', today)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(presetDays('month', today)).toEqual({ from: '2026-11-01', to: today })
  expect(presetDays('lastMonth', today)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  expect(presetDays('year', today)).toEqual({ from: '2026-01-01', to: today })
})

test('the last month of a January is in the year before; a Sunday ends its week', () => {
  expect(presetDays('lastMonth', '2027-01-01')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  expect(presetDays('lastMonth', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(presetDays('lastWeek', '2026-11-29')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(presetDays('lastWeek', '2026-11-30')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  expect(presetDays('yesterday', '2026-01-01')).toEqual({ from: '2025-12-31', to: '2025-12-31' })
})
