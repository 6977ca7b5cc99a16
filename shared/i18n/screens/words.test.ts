import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { screenWords } from './words.ts'

/** The holes of a message, in every branch. */
function holes(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => holes(option.value))]
    }
    if (element.type === TYPE.tag) return holes(element.children)
    return [element.value]
  })
}

const holesOf = (text: string): string[] => [...new Set(holes(parse(text)))].sort()
const languages = ['ar', 'fr', 'en'] as const

test('the three languages have the same keys', () => {
  const keys = Object.keys(screenWords.en).sort()
  for (const language of languages) expect(Object.keys(screenWords[language]).sort(), language).toEqual(keys)
})

test('every message parses, says something, and has the holes of the English one', () => {
  for (const language of languages) {
    for (const [key, text] of Object.entries(screenWords[language])) {
      expect(text.trim(), `${language} ${key}`).not.toBe('')
      expect(holesOf(text), `${language} ${key}`).toEqual(
        holesOf(screenWords.en[key as keyof typeof screenWords.en]),
      )
    }
  }
})

/** What is written between the holes, every branch together. */
function literals(elements: readonly MessageFormatElement[]): string {
  const texts = elements.map((element) => {
    if (element.type === TYPE.literal) return element.value
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return Object.values(element.options)
        .map((option) => literals(option.value))
        .join(' ')
    }
    return ''
  })
  return texts.join(' ')
}

test('every Arabic message that has words has Arabic ones', () => {
  const foreign = Object.entries(screenWords.ar).filter(
    ([key, text]) =>
      /[a-z]{2}/i.test(literals(parse(screenWords.en[key as keyof typeof screenWords.en]))) &&
      !/[\u0600-\u06ff]/.test(literals(parse(text))),
  )
  expect(foreign).toEqual([])
})
