import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths } from './column-widths.ts'

test.each([
  ['by share', [2, 1, 1], [1, 1, 1], 40, [20, 10, 10]],
  ['what is left over goes to the first', [1, 1, 1], [0, 0, 0], 11, [4, 4, 3]],
  ['who needs more than its share gets it', [5, 1, 2], [4, 3, 9], 28, [16, 3, 9]],
  ['who needs just what there is', [1, 1], [5, 5], 10, [5, 5]],
  ['no room', [1, 1], [6, 5], 10, null],
  ['no columns', [], [], 10, null],
])('%s', (_name, shares, least, total, widths) => {
  expect(columnWidths(shares, least, total)).toEqual(widths)
})

test('all of the width is given out, and nobody goes short if there is enough', () => {
  const column = fc.record({
    share: fc.double({ min: 0.01, max: 50, noNaN: true }),
    least: fc.integer({ min: 0, max: 12 }),
  })
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 96 }),
      (columns, total) => {
        const least = columns.map((each) => each.least)
        const widths = columnWidths(
          columns.map((each) => each.share),
          least,
          total,
        )
        const needed = least.reduce((sum, each) => sum + each, 0)
        if (widths === null) {
          expect(needed).toBeGreaterThan(total)
          return
        }
        expect(widths.reduce((sum, each) => sum + each, 0)).toBe(total)
        for (const [i, width] of widths.entries()) {
          expect(Number.isInteger(width)).toBe(true)
          expect(width).toBeGreaterThanOrEqual(least[i] ?? 0)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})
