import { expect, test } from 'vitest'
import type { ReceiptLanguage } from '../../kernel/language.ts'
import { receiptWords } from './receipt-words.ts'
import type { ReceiptWords } from './words.ts'

const keys = Object.keys(receiptWords.fr).sort()
const languages = Object.entries(receiptWords) as [ReceiptLanguage, ReceiptWords][]
const scripts: Readonly<Partial<Record<ReceiptLanguage, string>>> = {
  ar: 'Arabic',
  zgh: 'Tifinagh',
  zh: 'Han',
}
/** Abbreviations that books and terminals write alike in every script. */
const borrowed = /TVA|CGI|STAN/g

/** Columns of the narrowest paper, 58 mm. An ideograph takes two. */
const narrowest = 32
const columnsOf = (text: string): number =>
  text.length + (text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0)
/** Sentences stand alone and wrap. */
const wrapping: ReadonlySet<string> = new Set(['exemption', 'exchangeOnly'])
const drawnDouble = ['refund', 'total', 'totalRefunded', 'giftReceipt'] as const

test.each(languages)('%s has every word and none is empty', (_language, words) => {
  expect(Object.keys(words).sort()).toEqual(keys)
  for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
})

test.each(languages)('%s is written in its own letters', (language, words) => {
  const script = new RegExp(`\\p{Script=${scripts[language] ?? 'Latin'}}`, 'u')
  for (const text of Object.values(words))
    for (const letter of text.replace(borrowed, '').match(/\p{L}/gu) ?? [])
      expect(letter === 'º' || script.test(letter), text).toBe(true)
})

test.each(languages)('%s fits the narrowest paper', (_language, words) => {
  for (const [key, text] of Object.entries(words))
    if (!wrapping.has(key)) expect(columnsOf(text), text).toBeLessThanOrEqual(narrowest)
  for (const key of drawnDouble) expect(2 * columnsOf(words[key]), words[key]).toBeLessThanOrEqual(narrowest)
  expect(columnsOf(`*** ${words.training} ***`)).toBeLessThanOrEqual(narrowest)
})

test('no word carries bidi controls of its own: the layout isolates', () => {
  for (const [, words] of languages)
    for (const text of Object.values(words))
      expect(text).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
})
