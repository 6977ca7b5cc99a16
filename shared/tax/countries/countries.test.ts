import { expect, test } from 'vitest'
import { type ReceiptLanguage, receiptLanguages } from '../../kernel/language.ts'
import { countryCodes, regimeKeys } from '../regime.ts'
import { vatClasses } from '../vat-class.ts'
import { highestCeiling, rulesOf } from './countries.ts'
import type { CountryRules, LegalText } from './country-rules.ts'

const all = countryCodes.map((code) => [code, rulesOf(code)] as const)
const days = (dated: readonly { readonly from: string }[]) => dated.map(({ from }) => from)
const legalTexts = ({ exemptions, regimes }: CountryRules): readonly LegalText[] => [
  ...exemptions.map(({ text }) => text),
  ...regimes.flatMap(({ mention }) => mention ?? []),
]

test.each(all)('%s: every list is in the order of its days, and no day stands twice', (_code, rules) => {
  const lists = [
    rules.cashCeilings,
    rules.duty,
    rules.exportForms,
    ...rules.classes.map(({ rates }) => rates),
  ]
  for (const list of lists) {
    expect(days(list)).toEqual([...new Set(days(list))].sort())
    for (const day of days(list)) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

test.each(all)('%s: classes are ours, by rate descending, each with a rate', (code, rules) => {
  expect(rules.country).toBe(code)
  const classes = rules.classes.map(({ vatClass }) => vatClass)
  expect(classes).toEqual(vatClasses.filter((each) => classes.includes(each)))
  for (const { rates } of rules.classes) expect(rates.length).toBeGreaterThan(0)
})

test.each(all)(
  '%s: liable comes first and is the one that charges VAT; every other says why it does not',
  (_code, { regimes }) => {
    expect(regimes[0]).toMatchObject({ key: 'liable', chargesVat: true, mention: null })
    for (const { key, chargesVat, mention } of regimes.slice(1)) {
      expect(regimeKeys).toContain(key)
      expect([key, chargesVat, mention === null]).toEqual([key, false, false])
    }
    expect(new Set(regimes.map(({ key }) => key)).size).toBe(regimes.length)
  },
)

test.each(all)('%s: the usual exemption is one it knows', (_code, { exemptions, usualExemption }) => {
  expect(exemptions.map(({ key }) => key)).toContain(usualExemption)
})

/** Letters of each language; `TVA`, `CGI` and names of the law are written alike everywhere. */
const scripts: Readonly<Partial<Record<ReceiptLanguage, string>>> = {
  ar: 'Arabic',
  zgh: 'Tifinagh',
  zh: 'Han',
}
const borrowed = /TVA|CGI|\{law\}/g

test.each(all)(
  '%s: what stands on paper is in every language, in its own letters, with its article',
  (_code, rules) => {
    for (const { law, text } of legalTexts(rules)) {
      expect(law.trim()).not.toBe('')
      for (const language of receiptLanguages) {
        const script = new RegExp(`\\p{Script=${scripts[language] ?? 'Latin'}}`, 'u')
        expect(text[language].split('{law}'), text[language]).toHaveLength(2)
        for (const letter of text[language].replace(borrowed, '').match(/\p{L}/gu) ?? [])
          expect(script.test(letter), text[language]).toBe(true)
        // Printers of Latin letters have no typographic apostrophe.
        expect(text[language]).not.toMatch(/[’\u200e\u200f\u2066-\u2069]/)
      }
    }
  },
)

test.each(all)('%s: what screens say is said in all three languages', (_code, rules) => {
  const said = [
    rules.name,
    ...rules.exemptions.map(({ name }) => name),
    ...rules.regimes.flatMap(({ name, meaning }) => [name, meaning]),
  ]
  for (const text of said)
    for (const language of ['ar', 'fr', 'en'] as const) expect(text[language]).not.toBe('')
})

test('the highest limit on cash that ever held', () => {
  expect(highestCeiling('MA')).toBe(2_000_000)
  expect(highestCeiling('FR')).toBe(300_001)
})
