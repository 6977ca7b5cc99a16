import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import type { RefusalCode } from '../../kernel/refusal.ts'
import { refusalCodes } from '../../kernel/refusal.ts'
import { amountParams, countParams, wordParams } from './params.ts'
import { refusalTables, refusalWords } from './refusal-words.ts'

const languages = ['ar', 'fr', 'en'] as const
const parts = ['title', 'money', 'next'] as const
const known = new Set<string>([...amountParams, ...countParams, ...wordParams])

function holes(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.select || element.type === TYPE.plural)
      return [element.value, ...Object.values(element.options).flatMap((option) => holes(option.value))]
    return element.type === TYPE.literal || element.type === TYPE.pound
      ? []
      : [(element as { value: string }).value]
  })
}

const everyMessage = languages.flatMap((language) =>
  refusalCodes.flatMap((code) =>
    parts.map((part) => ({ language, code, part, message: refusalTables[language][code][part] })),
  ),
)

test('each code says three things in each language, in valid ICU with holes that can be filled', () => {
  for (const { language, code, part, message } of everyMessage) {
    const where = `${language} ${code}.${part}`
    expect(message.trim().length, where).toBeGreaterThan(3)
    for (const hole of holes(parse(message, { captureLocation: false }))) expect(known, where).toContain(hole)
  }
})

test('a code has the same holes in the three languages', () => {
  for (const code of refusalCodes) {
    const of = (language: (typeof languages)[number]) =>
      new Set(parts.flatMap((part) => holes(parse(refusalTables[language][code][part]))))
    expect(of('fr'), code).toEqual(of('en'))
    expect(of('ar'), code).toEqual(of('en'))
  }
})

const full = {
  amount: 431_000,
  due: 12_050,
  ceiling: 2_000_000,
  floor: 360_000,
  posted: 450_000,
  left: 2,
  line: 7,
  column: 3,
  number: 41,
  waitSeconds: 8,
  code: '6111242100985',
  reason: 'price: -5',
}

test('with or without its holes filled, no sentence shows a brace, “none”, “undefined” or a doubled space', () => {
  for (const code of refusalCodes) {
    for (const language of languages) {
      for (const params of [undefined, {}, full]) {
        const words = refusalWords(params === undefined ? { code } : { code, params }, language)
        for (const part of parts) {
          const where = `${language} ${code}.${part} ${params === full}`
          expect(words[part], where).not.toMatch(/[{}#]|\bnone\b|undefined|NaN| {2}/)
          expect(words[part].length, where).toBeGreaterThan(3)
        }
      }
    }
  }
})

test('Arabic is Arabic, and the titles of two codes differ', () => {
  for (const code of refusalCodes) expect(refusalWords({ code }, 'ar').title).toMatch(/\p{Script=Arabic}/u)
  for (const language of languages) {
    const titles = refusalCodes.map((code) => refusalWords({ code }, language).title)
    expect(new Set(titles).size).toBe(titles.length)
  }
})

test('amounts are dirhams from minor units, left to right', () => {
  const say = (code: RefusalCode, language: (typeof languages)[number]) =>
    refusalWords({ code, params: full }, language).next.replace(/[\u202f\u00a0]/g, ' ')
  expect(say('belowFloor', 'en')).toBe(
    'Stay at \u20663 600,00 DH\u2069 or above, or ask a manager to allow it.',
  )
  expect(say('belowFloor', 'fr')).toContain('\u20663 600,00 DH\u2069')
  expect(say('cashCeiling', 'ar')).toContain('\u206620 000,00 DH\u2069')
  expect(refusalWords({ code: 'belowFloor' }, 'en').next).toBe('Ask a manager to allow it.')
})

test('waiting time is counted as each language counts', () => {
  const wait = (waitSeconds: number, language: (typeof languages)[number]) =>
    refusalWords({ code: 'wrongPin', params: { waitSeconds } }, language).next
  expect(wait(1, 'en')).toBe('Wait one second, then enter the PIN again.')
  expect(wait(30, 'fr')).toBe('Attendez 30 secondes, puis saisissez le code de nouveau.')
  expect(wait(8, 'ar')).toBe('انتظر 8 ثوانٍ ثم أدخل الرقم من جديد.')
  expect(wait(0, 'en')).toBe('Check your name and enter the PIN again.')
})

test('an unresolved charge never says that the money was not taken', () => {
  const { money } = refusalWords({ code: 'unresolvedCharge', params: full }, 'en')
  expect(money.replace(/[\u202f\u00a0]/g, ' ')).toBe(
    'We do not know whether \u20664 310,00 DH\u2069 was taken.',
  )
})
