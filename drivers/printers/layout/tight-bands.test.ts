import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blacken, blankStrip, overlay, type Strip } from './strip.ts'
import { type Band, tightBands } from './tight-bands.ts'

/** What the bands leave on paper as wide as the strip was. */
function printed(bands: readonly Band[], { bytesPerRow, rows }: Strip): Strip {
  const paper = blankStrip(rows, bytesPerRow * 8)
  let top = 0
  for (const { side, strip } of bands) {
    const free = bytesPerRow - strip.bytesPerRow
    overlay(paper, strip, side === 'left' ? 0 : side === 'right' ? free : free / 2, top)
    top += strip.rows
  }
  return paper
}

const sent = (bands: readonly Band[]): number =>
  bands.reduce((sum, { strip }) => sum + 8 + strip.data.length, 0)

const strips = fc
  .record({ bytesPerRow: fc.integer({ min: 1, max: 72 }), rows: fc.integer({ min: 1, max: 40 }) })
  .chain(({ bytesPerRow, rows }) =>
    fc
      .array(fc.tuple(fc.nat(bytesPerRow * 8 - 1), fc.nat(rows - 1)), { maxLength: 40 })
      .map((dots): Strip => {
        const strip = blankStrip(rows, bytesPerRow * 8)
        for (const [x, y] of dots) blacken(strip, x, y, 1, 1)
        return strip
      }),
  )

test('the bands leave the dots of the strip on the paper, none taller than the printer takes', () => {
  fc.assert(
    fc.property(
      strips,
      fc.integer({ min: 1, max: 48 }),
      fc.constantFrom('left' as const, 'center' as const, 'right' as const),
      (strip, most, side) => {
        const bands = tightBands(strip, most, side)
        expect(printed(bands, strip)).toEqual(strip)
        for (const band of bands) expect(band.strip.rows).toBeLessThanOrEqual(most)
        for (const band of bands) expect(band.strip.bytesPerRow).toBeGreaterThan(0)
        expect(sent(bands)).toBeLessThanOrEqual(
          strip.data.length + 8 * Math.ceil(strip.rows / most) + 3 * bands.length,
        )
      },
    ),
  )
})

test('marks above and bowls below one end of a line are sent without the other end', () => {
  const line = blankStrip(28, 576)
  blacken(line, 500, 6, 70, 16)
  blacken(line, 10, 0, 120, 28)
  const bands = tightBands(line, 240, 'left')
  expect(bands.map(({ strip }) => [strip.rows, strip.bytesPerRow])).toEqual([
    [6, 17],
    [16, 71],
    [6, 17],
  ])
})

test('what saves little stays in one piece, and a photograph is only cut where the printer wants it', () => {
  const line = blankStrip(28, 576)
  blacken(line, 0, 1, 576, 27)
  blacken(line, 0, 0, 400, 1)
  expect(tightBands(line, 240, 'left').map(({ strip }) => strip.rows)).toEqual([28])
  const photograph = blankStrip(600, 576)
  blacken(photograph, 0, 0, 576, 600)
  expect(Math.max(...tightBands(photograph, 240, 'left').map(({ strip }) => strip.rows))).toBeLessThanOrEqual(
    240,
  )
  expect(tightBands(photograph, 240, 'left')).toHaveLength(3)
})
