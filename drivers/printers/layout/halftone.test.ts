import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GreyPicture } from '#shared/receipt/document.ts'
import { halftone, isPicture, scaled } from './halftone.ts'
import type { Strip } from './strip.ts'

const flat = (widthPx: number, heightPx: number, level: number): GreyPicture => ({
  widthPx,
  heightPx,
  grey: new Uint8Array(widthPx * heightPx).fill(level),
})
const pictures = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }))
  .chain(([widthPx, heightPx]) =>
    fc
      .uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
      .map((grey): GreyPicture => ({ widthPx, heightPx, grey })),
  )
const mean = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0) / values.length
const black = ({ data }: Strip) =>
  data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

test('scaling keeps the brightness, and the picture itself at its own size', () => {
  fc.assert(
    fc.property(
      pictures,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (picture, width, height) => {
        const other = scaled(picture, width, height)
        expect(other.grey).toHaveLength(width * height)
        expect(Math.abs(mean(other.grey) - mean(picture.grey))).toBeLessThanOrEqual(0.5)
        expect(scaled(picture, picture.widthPx, picture.heightPx).grey).toEqual(picture.grey)
      },
    ),
  )
})

test('black stays black, white stays white, and darker is never printed lighter', () => {
  const inks = [0, 32, 64, 96, 128, 160, 192, 224, 255].map((level) => black(halftone(flat(64, 64, level))))
  expect(inks[0]).toBe(64 * 64)
  expect(inks.at(-1)).toBe(0)
  expect([...inks].sort((a, b) => b - a)).toEqual(inks)
  const middle = (inks[4] ?? 0) / 4_096
  expect(middle).toBeGreaterThan(0.4)
  expect(middle).toBeLessThan(0.6)
})

test('dots stay within the width of the picture', () => {
  const strip = halftone(flat(13, 3, 0))
  expect([strip.bytesPerRow, strip.rows]).toEqual([2, 3])
  expect([...strip.data]).toEqual([0xff, 0xf8, 0xff, 0xf8, 0xff, 0xf8])
})

test('what is no picture is not taken for one', () => {
  expect(isPicture(null)).toBe(false)
  expect(isPicture({ widthPx: 0, heightPx: 4, grey: new Uint8Array() })).toBe(false)
  expect(isPicture({ widthPx: 4, heightPx: 4, grey: new Uint8Array(15) })).toBe(false)
  expect(isPicture(flat(4, 4, 9))).toBe(true)
})
