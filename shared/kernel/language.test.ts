import { expect, test } from 'vitest'
import { receiptLanguageOf, receiptLanguages } from './language.ts'

test('each language that is printed reads itself, in any region and script', () => {
  for (const language of receiptLanguages) {
    expect(receiptLanguageOf(language)).toBe(language)
    expect(receiptLanguageOf(`${language}-XX`)).toBe(language)
    expect(receiptLanguageOf(`${language.toUpperCase()}_xx`)).toBe(language)
  }
})

test.each([
  ['fr_MA', 'fr'],
  ['zh-Hant-TW', 'zh'],
  ['cmn', 'zh'],
  ['ary', 'ar'],
  ['tzm-Latn', 'zgh'],
  ['nl-BE', 'en'],
  ['eng', 'en'],
  ['', null],
  [' ', null],
])('%j reads %s', (tag, language) => {
  expect(receiptLanguageOf(tag)).toBe(language)
})
