import { expect, test } from 'vitest'
import type { UnknownCause } from '../../kernel/attempt.ts'
import { troubleCodes } from './trouble-words.data.ts'
import { troubleWords } from './trouble-words.ts'
import { causeWords, placedProtocols } from './unknown-words.data.ts'
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

const purposes = ['payment', 'refund', 'void', 'test'] as const

test('not knowing is never told as a refusal, whatever the cause, protocol, purpose and language', () => {
  for (const language of languages) {
    for (const cause of causes) {
      for (const protocol of [...placedProtocols, 'unheard-of']) {
        for (const purpose of purposes) {
          const words = unknownWords({ cause, protocol, purpose, askable: true }, language)
          expect(arabic.test(words.what), cause).toBe(language === 'ar')
          for (const text of Object.values(words)) expect(text.length).toBeGreaterThan(20)
          expect(`${words.what} ${words.doing}`).not.toMatch(
            /declined|refused|error|refusé|erreur|échou|مرفوض|خطأ/i,
          )
        }
      }
    }
  }
})

const silent = { cause: 'noAnswer', purpose: 'payment', protocol: 'zvt', askable: true } as const

test('each terminal is looked at in its own place, and an unheard-of one in the general one', () => {
  const place = (protocol: string) => unknownWords({ ...silent, protocol }, 'en').lookFor
  expect(place('zvt')).toMatch(/receipt number/)
  expect(place('concert')).toMatch(/DUPLICATA/)
  expect(place('nexo')).toMatch(/list of transactions/)
  expect(place('toString')).toBe(place('unheard-of'))
})

test('what proves it follows what was asked of the terminal', () => {
  const proofs = purposes.map((purpose) => unknownWords({ ...silent, purpose }, 'en').proof)
  expect(new Set(proofs).size).toBe(purposes.length)
})

test('a terminal that cannot be asked is never said to be asked', () => {
  for (const language of languages) {
    for (const cause of causes) {
      const { doing } = unknownWords({ ...silent, cause, askable: false }, language)
      expect(doing).not.toMatch(/asks|interroge|demande|يسأل/)
    }
  }
})
