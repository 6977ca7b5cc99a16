import { expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { changed, countAll, mostKinds, mostOfOne } from './label-counts.ts'

const [rug, bowl] = demoShop.items
if (rug === undefined || bowl === undefined) throw new Error('the demo shop is empty')

test('labels are counted up and down, and the last one less takes the item off', () => {
  const two = changed(changed([], rug, 1), rug, 1)
  expect(two).toEqual([{ item: rug, count: 2 }])
  const both = changed(two, bowl, 1)
  expect(countAll(both)).toBe(3)
  expect(changed(both, bowl, -1)).toEqual(two)
  expect(changed([], rug, -1)).toEqual([])
})

test('no more of one, and no more kinds, than the till takes in one job', () => {
  const full = [{ item: rug, count: mostOfOne }]
  expect(changed(full, rug, 1)).toEqual(full)
  const kinds = Array.from({ length: mostKinds }, (_, n) => ({
    item: { ...bowl, sku: `S${n}` as typeof bowl.sku },
    count: 1,
  }))
  expect(changed(kinds, rug, 1)).toBe(kinds)
})
