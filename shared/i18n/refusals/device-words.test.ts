import { expect, test } from 'vitest'
import type { UnknownCause } from '../../kernel/attempt.ts'
import { troubleCodes } from './trouble-words.data.ts'
import { troubleWords } from './trouble-words.ts'
import { causeWords } from './unknown-words.data.ts'
import { unknownWords } from './unknown-words.ts'

const languages = ['ar', 'fr', 'en'] as const
const causes = Object.keys(causeWords.en) as UnknownCause[]
const arabic = /\p{Script=Arabic}/u

test('each trouble has a title and a gesture in each language, and an unheard-of one still has words', () => {
  for (const language of languages) {
    const titles = troubleCodes.map((code) => troubleWords(code, language).title)
    expect(new Set(titles).size, language).toBe(titles.length)
    for (const code of troubleCodes) {
      const { title, next } = troubleWords(code, language)
      expect(title.length > 3 && next.length > 10, `${language} ${code}`).toBe(true)
      expect(arabic.test(title + next), `${language} ${code}`).toBe(language === 'ar')
    }
    expect(troubleWords('flattened', language)).toEqual(troubleWords('other', language))
    expect(troubleWords('toString', language)).toEqual(troubleWords('other', language))
  }
})

test('not knowing is never told as a refusal, whatever the cause, protocol and language', () => {
  for (const language of languages) {
    for (const cause of causes) {
      for (const protocol of ['naps', 'manual', 'zvt']) {
        const words = unknownWords(cause, protocol, language)
        expect(arabic.test(words.what), cause).toBe(language === 'ar')
        for (const text of Object.values(words)) expect(text.length).toBeGreaterThan(20)
        expect(`${words.what} ${words.doing}`).not.toMatch(
          /declined|refused|error|refusé|erreur|échou|مرفوض|خطأ/i,
        )
      }
    }
  }
})

test('a NAPS terminal is looked at in its own place', () => {
  expect(unknownWords('lineLost', 'naps', 'en').lookFor).not.toBe(
    unknownWords('lineLost', 'zvt', 'en').lookFor,
  )
})
