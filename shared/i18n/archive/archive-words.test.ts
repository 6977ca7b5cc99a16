import { expect, test } from 'vitest'
import { archiveChecks, archiveFindings } from '../../kernel/archive-findings.ts'
import { ar } from './ar.ts'
import { archiveReadme } from './archive-readme.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const languages = { ar, fr, en }
const holesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

test.each(['ar', 'fr'] as const)('%s says all that English says, with the same holes', (language) => {
  const words = languages[language]
  for (const code of archiveFindings) {
    expect(words.findings[code], code).toBeTruthy()
    expect(holesOf(words.findings[code]), code).toEqual(holesOf(en.findings[code]))
  }
  for (const check of archiveChecks) expect(holesOf(words.checked[check])).toEqual(holesOf(en.checked[check]))
  expect(words.limits).toHaveLength(en.limits.length)
})

test('Arabic is Arabic, and no two findings read alike', () => {
  for (const [language, words] of Object.entries(languages)) {
    const sentences = Object.values(words.findings)
    expect(new Set(sentences).size, language).toBe(sentences.length)
  }
  for (const sentence of [ar.title, ar.intro, ar.whole, ...Object.values(ar.findings)])
    expect(sentence).toMatch(/[\u0600-\u06ff]/)
})

test('the README names its month in three languages', () => {
  expect(archiveReadme('2026-11').match(/2026-11/g)).toHaveLength(3)
})
