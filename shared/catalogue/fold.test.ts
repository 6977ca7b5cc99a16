import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldedWords } from './fold.ts'

test.each([
  ['accents and case', 'Théière ÉMAILLÉE', 'theiere emaillee'],
  ['cedilla and ligature', 'Façon Œuf', 'facon oeuf'],
  ['hamza forms of alef', 'أحمد إبراهيم آمنة ٱلدار', 'احمد ابراهيم امنه الدار'],
  ['ta marbuta and ha', 'زربية', 'زربيه'],
  ['alef maksura and ya', 'مقهى', 'مقهي'],
  ['diacritics and tatweel', 'زَرْبِيَّـــة', 'زربيه'],
  ['hamza on waw and ya', 'لؤلؤ مائدة', 'لولو مايده'],
  ['hamza alone', 'إناء', 'انا'],
  ['Arabic-Indic digits', '٤٠×٦٠ سم', '40 60 سم'],
  ['Persian digits', '۱۲۳', '123'],
  ['Maghrebi g', 'ڭناوة', 'كناوه'],
  ['punctuation and spaces', "  plat d'argile -- n°5 ", 'plat d argile n 5'],
  ['Tifinagh', 'ⵜⴰⵣⵔⴱⵉⵜ', 'ⵜⴰⵣⵔⴱⵉⵜ'],
  ['presentation forms of Arabic', 'ﺯﺭﺑﻴﺔ', 'زربيه'],
  ['direction marks', '\u200fزر\u200cبية\u202c', 'زربيه'],
  ['nothing', '', ''],
])('%s', (_, written, folded) => {
  expect(fold(written)).toBe(folded)
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const once = fold(text.toWellFormed())
      expect(fold(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

test('a folded text holds only letters, digits and single spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(fold(text)).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u)
    }),
  )
})

test('case never matters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), (text) => {
      expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()))
    }),
  )
})

test('words come once each, in order', () => {
  expect(foldedWords('Tapis tàpis bleu')).toEqual(['tapis', 'bleu'])
  expect(foldedWords(' … ')).toEqual([])
})
