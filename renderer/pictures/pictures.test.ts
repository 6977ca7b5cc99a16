import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { demoCategoryKeys } from '#shared/catalogue/categories.data.ts'
import { CategoryPicture } from './CategoryPicture.tsx'
import { Zellige } from './Zellige.tsx'

const draw = (category: string | null, seed?: string): string =>
  renderToStaticMarkup(createElement(CategoryPicture, seed === undefined ? { category } : { category, seed }))

test('every demo category has a drawing of its own', () => {
  const drawings = [...demoCategoryKeys, null].map((category) => draw(category))
  expect(new Set(drawings).size).toBe(drawings.length)
  for (const drawing of drawings) expect(drawing).not.toMatch(/NaN|undefined/)
})

test('a category of the shop’s own, even an awkward one, gets the tag', () => {
  for (const category of ['fossils', 'toString', '']) expect(draw(category)).toBe(draw(null))
})

test('a seed always draws the same picture, and seeds use all three colourways', () => {
  const seeds = Array.from({ length: 60 }, (_, number) => `SKU-${number}`)
  for (const category of demoCategoryKeys) {
    const grounds = new Set(seeds.map((seed) => /fill="(#\w{6})"/.exec(draw(category, seed))?.[1]))
    expect(grounds.size, category).toBe(3)
    expect(draw(category, 'SKU-1')).toBe(draw(category, 'SKU-1'))
  }
})

test('pictures are decoration to a screen reader', () => {
  expect(draw('rugs')).toContain('aria-hidden="true"')
  expect(renderToStaticMarkup(createElement(Zellige))).toContain('aria-hidden="true"')
})
