import { expect, test } from 'vitest'
import { itemSchema, personSchema, settingsSchema } from '../contract/command-schema.ts'
import { categoryName, demoCategories, demoCategoryKeys } from './categories.data.ts'
import { demoShop } from './demo-shop.data.ts'
import { isEan13 } from './ean.ts'

const { items, people, settings, pin } = demoShop
const arabic = /\p{Script=Arabic}/u
const latin = /\p{Script=Latin}/u

test('every piece, person and setting passes the till’s own door', () => {
  for (const item of items) expect(itemSchema.safeParse(item).error).toBeUndefined()
  for (const person of people) expect(personSchema.safeParse(person).error).toBeUndefined()
  expect(settingsSchema.safeParse(settings).error).toBeUndefined()
  expect(pin).toMatch(/^\d{4}$/)
})

test('about sixty pieces, each named in its three scripts, in a known category', () => {
  expect(items.length).toBeGreaterThanOrEqual(60)
  for (const { sku, name, category } of items) {
    expect(name.ar, sku).toMatch(arabic)
    expect(name.ar, sku).not.toMatch(latin)
    expect(name.fr, sku).toMatch(latin)
    expect(name.en, sku).toMatch(latin)
    expect(name.fr, sku).not.toMatch(arabic)
    expect(demoCategoryKeys).toContain(category)
  }
  for (const language of ['ar', 'fr', 'en'] as const) {
    expect(new Set(items.map((item) => item.name[language])).size).toBe(items.length)
  }
})

test('skus and barcodes are each used once; barcodes are in the internal range with a right check digit', () => {
  const codes = items.flatMap((item) => item.barcodes)
  expect(new Set(items.map((item) => item.sku)).size).toBe(items.length)
  expect(new Set(codes).size).toBe(items.length)
  for (const code of codes) {
    expect(code.startsWith('2')).toBe(true)
    expect(isEan13(code)).toBe(true)
  }
})

test('only the handmade rugs are exempt', () => {
  for (const { sku, vat, category } of items) expect(vat, sku).toBe(category === 'rugs' ? 'exempt' : '20')
})

test('floors stand under posted prices, pieces are one, and both kinds exist', () => {
  for (const item of items) {
    expect(item.price).toBeGreaterThan(0)
    if (item.floor !== null) expect(item.floor).toBeLessThan(item.price)
    if (item.unique) expect(item.stock).toBe(1)
    if (item.owner !== null) expect(item.owner.sharePpm).toBeLessThanOrEqual(1_000_000)
  }
  expect(items.filter((item) => item.unique).length).toBeGreaterThan(15)
  expect(items.filter((item) => !item.unique).length).toBeGreaterThan(15)
  expect(items.some((item) => item.price >= settings.cashCeiling)).toBe(true)
})

test('the rug of the story: posted 4500, floor 3600, and the cooperative’s share', () => {
  const rug = items.find((item) => item.sku === 'RUG-01')
  expect(rug).toMatchObject({ price: 450_000, floor: 360_000, vat: 'exempt', owner: { sharePpm: 700_000 } })
})

test('every category has its names and its pieces', () => {
  for (const key of demoCategoryKeys) {
    expect(items.filter((item) => item.category === key).length, key).toBeGreaterThanOrEqual(5)
    expect(demoCategories[key].ar).toMatch(arabic)
  }
  expect(categoryName('rugs', 'ar')).toBe('زرابي')
  expect(categoryName('fossiles', 'ar')).toBe('fossiles')
})
