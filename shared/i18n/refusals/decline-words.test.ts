import { expect, test } from 'vitest'
import { declineCodes } from './decline-words.data.ts'
import { declineWords } from './decline-words.ts'

const languages = ['ar', 'fr', 'en'] as const

test('the till’s own reasons are said in the screen’s language, never with the driver’s text', () => {
  for (const language of languages) {
    const said = declineCodes.map((code) => declineWords({ code, text: 'MUT 0x1F' }, language))
    expect(new Set(said).size).toBe(declineCodes.length)
    for (const words of said) {
      expect(words).not.toMatch(/TILL|MUT/)
      expect(/\p{Script=Arabic}/u.test(words), words).toBe(language === 'ar')
    }
  }
})

test('a reason of ours that has no words yet still says nothing of the driver’s', () => {
  for (const code of ['TILL-NEW', 'TILL-', 'TILL-toString']) {
    expect(declineWords({ code, text: 'EPIPE' }, 'fr')).toBe(
      declineWords({ code: 'TILL-OTHER', text: '' }, 'fr'),
    )
  }
})

test('a terminal’s words stay as it said them, with the code, in their own direction', () => {
  const insufficient = { code: '51', text: 'PROVISION INSUFFISANTE' }
  for (const language of languages) {
    expect(declineWords(insufficient, language)).toBe('\u2068PROVISION INSUFFISANTE (51)\u2069')
  }
  expect(declineWords({ code: '', text: 'REFUS' }, 'ar')).toBe('\u2068REFUS\u2069')
})

test('a code without words is said to be one: a number by itself is read as an amount', () => {
  expect(declineWords({ code: '480', text: '' }, 'en')).toBe('the terminal gives the code \u2068480\u2069')
  for (const language of languages) {
    const words = declineWords({ code: '480', text: '480' }, language)
    expect(words).toMatch(/\p{L}{3,}.*\u2068480\u2069$/u)
    expect(/\p{Script=Arabic}/u.test(words), words).toBe(language === 'ar')
  }
})
