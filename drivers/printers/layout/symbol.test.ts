import fc from 'fast-check'
import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { quietModules } from './bars.ts'
import { inkBytes, type Strip } from './strip.ts'
import { barModuleDots, barStrip, fitQr, qrModules, qrStrip } from './symbol.ts'

const ascii = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 600,
})

function pixelsOf({ bytesPerRow, rows, data }: Strip): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(bytesPerRow * 8 * rows * 4).fill(255)
  for (let i = 0; i < bytesPerRow * 8 * rows; i++)
    if (((data[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0) pixels.fill(0, i * 4, i * 4 + 3)
  return pixels
}

test('any QR of up to 600 characters fits the paper and reads back, on the narrowest too', () => {
  fc.assert(
    fc.property(ascii, fc.constantFrom(360, 384, 416, 512, 576), (data, widthDots) => {
      const fitted = fitQr(data, widthDots)
      if (fitted === null) throw new Error('does not fit')
      expect(qrModules(data)).toHaveLength(fitted.size)
      expect(fitted.size * fitted.moduleDots).toBeLessThanOrEqual(widthDots)
      const strip = qrStrip(fitted, widthDots)
      expect(jsQR(pixelsOf(strip), strip.bytesPerRow * 8, strip.rows)?.data).toBe(data)
    }),
    { numRuns: 20 },
  )
}, 60_000)

test.each(['', 'é', 'a\nb', 'x'.repeat(601)])('%j is no QR', (data) => {
  expect(fitQr(data, 576)).toBeNull()
})

test('a QR that would be wider than the paper is none', () => {
  expect(fitQr('x'.repeat(600), 120)).toBeNull()
})

test('modules are as wide as the paper has room for, quiet zones on the paper if not under the head', () => {
  const quiet = quietModules.ean13.left + quietModules.ean13.right
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 700 }), fc.constantFrom(384, 512, 576), (modules, widthDots) => {
      const dots = barModuleDots('ean13', modules, widthDots)
      if (dots === null) {
        expect(2 * (modules + quiet)).toBeGreaterThan(widthDots)
        return
      }
      expect(dots * modules).toBeLessThanOrEqual(widthDots)
      expect(dots * (modules + quiet)).toBeLessThanOrEqual(widthDots + 32)
    }),
  )
})

test('bars stand in the middle, black from top to bottom', () => {
  const strip = barStrip('ean13', '6111234567895', 576)
  if (strip === null) throw new Error('no bars')
  const { first, last } = inkBytes(strip) ?? { first: 0, last: 0 }
  expect(first + last).toBe(strip.bytesPerRow - 1)
  for (let y = 1; y < strip.rows; y++)
    expect(strip.data.subarray(y * strip.bytesPerRow, (y + 1) * strip.bytesPerRow)).toEqual(
      strip.data.subarray(0, strip.bytesPerRow),
    )
  expect(barStrip('ean13', '6111234567890', 576)).toBeNull()
  expect(barStrip('code128', 'x'.repeat(48), 384)).toBeNull()
})
