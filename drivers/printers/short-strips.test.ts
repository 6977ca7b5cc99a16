import { expect, test } from 'vitest'
import { printerProfiles } from './profiles.data.ts'
import { inShortStrips } from './short-strips.ts'

const profile = printerProfiles['epson-tm-t20']

test.each([
  [9_600, 24],
  [19_200, 24],
  [38_400, 48],
  [115_200, 144],
])('at %i baud a strip has %i rows', (baud, rows) => {
  expect(inShortStrips(profile, { bytesPerSecond: baud / 10 }, 1_000).stripRows).toBe(rows)
})

test('a strip is never taller than the printer takes, and as tall where a loss of power closes the link', () => {
  expect(inShortStrips({ ...profile, stripRows: 64 }, { bytesPerSecond: 92_160 }, 1_000).stripRows).toBe(64)
  expect(inShortStrips(profile, {}, 1_000)).toBe(profile)
})
