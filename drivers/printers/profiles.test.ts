import { describe, expect, test } from 'vitest'
import { cloneProfiles } from './profiles/clones.data.ts'
import { epsonProfiles } from './profiles/epson.data.ts'
import { genericProfiles } from './profiles/generic.data.ts'
import { makersProfiles } from './profiles/makers.data.ts'
import type { ProfileRow } from './profiles/profile-row.ts'
import { starProfiles } from './profiles/star.data.ts'
import { printerProfiles, profileFor } from './profiles.data.ts'

const rows: readonly (readonly [string, ProfileRow])[] = Object.entries(printerProfiles)

test('no key is in two tables, and the common models are there', () => {
  const tables = [genericProfiles, epsonProfiles, starProfiles, makersProfiles, cloneProfiles]
  expect(rows).toHaveLength(tables.reduce((sum, table) => sum + Object.keys(table).length, 0))
  expect(new Set(rows.map(([, row]) => row.model)).size).toBe(rows.length)
  expect(rows.filter(([, row]) => row.source !== 'general').length).toBeGreaterThanOrEqual(40)
})

test.each(['generic-80', 'generic-58', 'epson-tm-t20', 'epson-tm-t88', 'xprinter-80', 'star-escpos'])(
  '%s, which tills already name, stays',
  (key) => {
    expect(Object.hasOwn(printerProfiles, key)).toBe(true)
  },
)

test.each(['no-such-printer', 'toString', '__proto__'])('%s is the generic one', (key) => {
  expect(profileFor(key)).toBe(printerProfiles['generic-80'])
})

describe.each(rows)('%s', (key, row) => {
  test('is named as a key', () => {
    expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(row.model.trim()).toBe(row.model)
  })

  test('has a width of whole bytes, and its characters stand on it', () => {
    expect(row.widthDots % 8).toBe(0)
    expect(row.columns * 12).toBeLessThanOrEqual(row.widthDots)
    // Nor is room given away: half a sheet of white would be a wrong row.
    expect((row.columns + 2) * 12).toBeGreaterThan(row.widthDots)
    expect(row.widthDots / (row.paperMm ?? 80)).toBeLessThan(8)
  })

  test('has strips, pulses and a line that its protocol can say', () => {
    expect(row.stripRows).toBeGreaterThanOrEqual(24)
    expect(row.stripRows).toBeLessThanOrEqual(255)
    expect([4, 16, 19, 32]).toContain(row.codePage.number)
    if (row.drawer !== null) {
      // Shorter does not move a solenoid, longer heats it.
      expect(row.drawer.onMs).toBeGreaterThanOrEqual(50)
      expect(row.drawer.onMs).toBeLessThanOrEqual(200)
      expect(row.drawer.offMs).toBeGreaterThanOrEqual(2 * row.drawer.onMs)
    }
    if (row.serial !== undefined) expect([9_600, 19_200, 38_400, 115_200]).toContain(row.serial.baud)
  })

  test('calls its code page by a number of its own language', () => {
    const star = row.language === 'starprnt'
    const numbers = star ? { cp858: 4, windows1252: 32 } : { cp858: 19, windows1252: 16 }
    expect(row.codePage.number).toBe(numbers[row.codePage.name])
    if (row.bands !== undefined) expect(star).toBe(true)
  })
})

test('what an unknown printer gets asks for nothing', () => {
  for (const key of ['generic-80', 'generic-58'] as const)
    expect(profileFor(key)).toMatchObject({ status: 'none', qr: 'raster', barcode: 'raster' })
})
