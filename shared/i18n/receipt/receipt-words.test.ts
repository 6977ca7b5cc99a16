import { expect, test } from 'vitest'
import { receiptWords } from './receipt-words.ts'

const keys = Object.keys(receiptWords.fr).sort()

test.each(Object.entries(receiptWords))('%s has every word and none is empty', (_language, words) => {
  expect(Object.keys(words).sort()).toEqual(keys)
  for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
})

test('Arabic is written in Arabic letters, the others are not', () => {
  for (const [language, words] of Object.entries(receiptWords))
    for (const text of Object.values(words))
      expect(/\p{Script=Arabic}/u.test(text), `${language}: ${text}`).toBe(language === 'ar')
})

test('no word carries bidi controls of its own: the layout isolates', () => {
  for (const words of Object.values(receiptWords))
    for (const text of Object.values(words))
      expect(text).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
})
