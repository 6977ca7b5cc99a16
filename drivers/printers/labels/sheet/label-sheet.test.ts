import { expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { labelSizes } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'
import { labelOf } from '#shared/receipt/label-of.ts'
import { labelMillimetres } from '#shared/receipt/label-size.ts'
import { labelSheet } from './label-sheet.node.ts'
import { sheetGrids, sheetMm } from './sheet-grids.data.ts'

const sample = (place = 0): Label => {
  const item = demoShop.items[place]
  if (item === undefined) throw new Error('an empty shop')
  return labelOf(item, { receiptLanguage: 'fr' }, '50x30')
}
const usesOf = (html: string) =>
  html.split('class="sheet"').map((sheet) => [...sheet.matchAll(/<use href="#(\S+)" x="(\S+)" y="(\S+)"/g)])

test('labels stand row by row, each kind drawn once', () => {
  const labels = [
    { label: sample(0), count: 5 },
    { label: sample(1), count: 2 },
  ]
  const html = labelSheet(labels, '50x30')
  expect([...html.matchAll(/<symbol id="(\S+)"/g)].map(([, id]) => id)).toEqual(['kind-0', 'kind-1'])
  const [, sheet] = usesOf(html)
  expect(sheet?.map(([, kind, x, y]) => `${kind} ${x},${y}`)).toEqual([
    'kind-0 5,13.5',
    'kind-0 55,13.5',
    'kind-0 105,13.5',
    'kind-0 155,13.5',
    'kind-0 5,43.5',
    'kind-1 55,43.5',
    'kind-1 105,43.5',
  ])
})

test('a sheet that is used already goes on where it is still white, and fills a second', () => {
  const html = labelSheet([{ label: sample(), count: 5 }], '50x30', { start: 34 })
  expect(usesOf(html).map((uses) => uses.length)).toEqual([0, 3, 2])
  expect(usesOf(html)[1]?.[0]?.slice(2)).toEqual(['55', '253.5'])
})

test.each([0, 37, 1.5])('there is no place %d on a sheet of 36', (start) => {
  expect(() => labelSheet([{ label: sample(), count: 1 }], '50x30', { start })).toThrow(RangeError)
})

test('more labels than a shop prints are refused', () => {
  const labels = Array.from({ length: 5 }, () => ({ label: sample(), count: 500 }))
  expect(() => labelSheet(labels, '50x30')).toThrow(RangeError)
})

test('cut marks only where asked for, and only around labels', () => {
  expect(labelSheet([{ label: sample(), count: 1 }], '50x30')).not.toContain('class="cut"')
  const marked = labelSheet([{ label: sample(), count: 2 }], '50x30', { cutMarks: true })
  expect(marked.match(/class="cut"/g)).toHaveLength(2)
})

test('names are text, whatever they hold, and the page loads and runs nothing', () => {
  const label: Label = {
    ...sample(),
    names: [{ text: '<script>alert("1")</script> & Cie', direction: 'ltr' }],
  }
  const html = labelSheet([{ label, count: 1 }], '100x50')
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Cie</title>')
  expect(html).not.toMatch(/<script|src=|url\((?!data:)/)
  expect(html).toContain('default-src &#39;none&#39;')
})

test.each(labelSizes)('the grid of %s is on the sheet, 5 mm from every edge', (size) => {
  const { columns, rows, leftMm, topMm } = sheetGrids[size]
  const { width, height } = labelMillimetres(size)
  expect(leftMm).toBeGreaterThanOrEqual(5)
  expect(topMm).toBeGreaterThanOrEqual(5)
  expect(2 * leftMm + columns * width).toBe(sheetMm.width)
  expect(2 * topMm + rows * height).toBe(sheetMm.height)
})
