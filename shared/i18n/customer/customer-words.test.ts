import { expect, test } from 'vitest'
import type { ReceiptLanguage } from '../../kernel/language.ts'
import { customerWords } from './customer-words.ts'

const languages = Object.keys(customerWords) as ReceiptLanguage[]
const scripts: Readonly<Partial<Record<ReceiptLanguage, string>>> = {
  ar: 'Arabic',
  zgh: 'Tifinagh',
  zh: 'Han',
}
const texts = (language: ReceiptLanguage): string[] => {
  const { step, ...rest } = customerWords[language]
  return [...Object.values(step), ...Object.values(rest)]
}

test('every word of the visitor’s screen is there, in its own script', () => {
  for (const language of languages) {
    const script = new RegExp(`\\p{Script=${scripts[language] ?? 'Latin'}}`, 'u')
    for (const text of texts(language)) {
      expect(text.trim().length, language).toBeGreaterThan(1)
      for (const letter of text.match(/\p{L}/gu) ?? []) expect(letter, text).toMatch(script)
    }
  }
})

test('a sentence is short enough to be read across a counter', () => {
  for (const language of languages) {
    for (const text of texts(language)) expect(text.length, text).toBeLessThanOrEqual(60)
  }
})

test('the visitor is never told that a payment failed while nobody knows', () => {
  for (const language of languages) {
    expect(customerWords[language].checking).not.toMatch(/declin|refus|error|fall|fehl|rifiut|مرفوض|خطأ/i)
  }
})
