import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cropColumns, type Strip, splitRows, stack } from './strip.ts'

const strips = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 12 }))
  .chain(([bytesPerRow, rows]) =>
    fc
      .array(fc.constantFrom(0, 0, 0, 0x10, 0xff), {
        minLength: bytesPerRow * rows,
        maxLength: bytesPerRow * rows,
      })
      .map((data): Strip => ({ bytesPerRow, rows, data: Uint8Array.from(data) })),
  )

const inkOf = ({ data }: Strip): number => data.reduce((sum, byte) => sum + (byte === 0 ? 0 : 1), 0)

test.each(['left', 'center', 'right'] as const)(
  'cropping towards %s keeps every dot where it will print',
  (side) => {
    fc.assert(
      fc.property(strips, (strip) => {
        const cropped = cropColumns(strip, side)
        expect(inkOf(cropped)).toBe(inkOf(strip))
        const free = strip.bytesPerRow - cropped.bytesPerRow
        const left = side === 'left' ? 0 : side === 'right' ? free : free / 2
        if (inkOf(strip) === 0) return
        for (let y = 0; y < strip.rows; y++)
          for (let x = 0; x < cropped.bytesPerRow; x++)
            expect(cropped.data[y * cropped.bytesPerRow + x]).toBe(
              strip.data[y * strip.bytesPerRow + left + x],
            )
      }),
    )
  },
)

test('bands put together again are the strip', () => {
  fc.assert(
    fc.property(strips, fc.integer({ min: 1, max: 5 }), (strip, most) => {
      const bands = splitRows(strip, most)
      expect(Math.max(...bands.map((band) => band.rows))).toBeLessThanOrEqual(most)
      expect(stack(bands, strip.bytesPerRow)).toEqual(strip)
    }),
  )
})

test('strips of different widths do not stack', () => {
  const narrow = { bytesPerRow: 1, rows: 1, data: new Uint8Array(1) }
  expect(() => stack([narrow], 2)).toThrow(RangeError)
})
