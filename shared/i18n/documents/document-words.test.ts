import { describe, expect, test } from 'vitest'
import { receiptLanguages } from '../../kernel/language.ts'
import { certificateWords } from './certificate-words.data.ts'
import { exportFormWords } from './export-form-words.ts'
import { exportInstructions } from './export-instructions.data.ts'
import { invoiceWords } from './invoice-words.ts'
import { payoutWords } from './payout-words.ts'
import { shiftWords } from './shift-words.ts'

const tables: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  invoice: invoiceWords,
  'export form': exportFormWords,
  'export instructions': exportInstructions,
  certificate: certificateWords,
  payout: payoutWords,
  shift: shiftWords,
}
/** French names of Moroccan law and of its tax office stay as they are, and so do the letters of the strips. */
const borrowed = /TVA|DGI|CGI|\b[XZ]\b|\{\w+\}/g

describe.each(Object.entries(tables))('%s', (_, table) => {
  test('every language has every word, once and not empty', () => {
    const keys = Object.keys(table.fr ?? {}).sort()
    for (const [language, words] of Object.entries(table)) {
      expect(Object.keys(words).sort(), language).toEqual(keys)
      for (const text of Object.values(words)) expect(text.trim(), language).toBe(text)
      expect(Object.values(words), language).not.toContain('')
    }
  })

  test('each is written in its own script', () => {
    const scripts = { ar: 'Arabic', zgh: 'Tifinagh', zh: 'Han' } as const
    for (const [language, words] of Object.entries(table))
      for (const [key, text] of Object.entries(words)) {
        const own = text.replace(borrowed, '')
        const letters = own.match(/\p{L}/gu) ?? []
        const script = new RegExp(`\\p{Script=${scripts[language as keyof typeof scripts] ?? 'Latin'}}`, 'u')
        for (const letter of letters) expect(letter, `${language} ${key}: ${text}`).toMatch(script)
      }
  })

  test('no word moves what stands beside it', () => {
    for (const words of Object.values(table))
      for (const text of Object.values(words))
        expect(text).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  })
})

test('every visitor’s language is there where a visitor reads, with the same holes to fill', () => {
  expect(Object.keys(certificateWords).sort()).toEqual([...receiptLanguages].sort())
  expect(Object.keys(exportInstructions).sort()).toEqual([...receiptLanguages].sort())
  for (const language of receiptLanguages) {
    const { leave, send, paid, customs, title } = exportInstructions[language]
    const holes = [leave, send, paid, customs, title].map((text) => text.match(/\{\w+\}/g)?.join() ?? '')
    expect(holes, language).toEqual(['{date}', '{who}', '{who}', '', ''])
  }
})
