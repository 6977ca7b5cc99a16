import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountInArabic } from './amount-words-ar.ts'
import { amountInFrench, frenchNumber } from './amount-words-fr.ts'

test.each([
  [0, 'zéro dirham'],
  [1, 'un centime'],
  [50, 'cinquante centimes'],
  [100, 'un dirham'],
  [101, 'un dirham et un centime'],
  [2100, 'vingt et un dirhams'],
  [7100, 'soixante et onze dirhams'],
  [7700, 'soixante-dix-sept dirhams'],
  [8000, 'quatre-vingts dirhams'],
  [8100, 'quatre-vingt-un dirhams'],
  [9100, 'quatre-vingt-onze dirhams'],
  [9900, 'quatre-vingt-dix-neuf dirhams'],
  [20_000, 'deux cents dirhams'],
  [20_100, 'deux cent un dirhams'],
  [100_000, 'mille dirhams'],
  [234_050, 'deux mille trois cent quarante dirhams et cinquante centimes'],
  [8_000_000, 'quatre-vingt mille dirhams'],
  [20_000_000, 'deux cent mille dirhams'],
  [100_000_000, 'un million de dirhams'],
  [20_000_000_000, 'deux cents millions de dirhams'],
  [100_010_000, 'un million cent dirhams'],
])('%i centimes in French', (minor, words) => {
  expect(amountInFrench(minor)).toBe(words)
})

test.each([
  [0, 'صفر درهم'],
  [1, 'سنتيم واحد'],
  [2, 'سنتيمان'],
  [100, 'درهم واحد'],
  [200, 'درهمان'],
  [300, 'ثلاثة دراهم'],
  [1000, 'عشرة دراهم'],
  [1100, 'أحد عشر درهما'],
  [1200, 'اثنا عشر درهما'],
  [2100, 'واحد وعشرون درهما'],
  [10_000, 'مائة درهم'],
  [10_100, 'مائة درهم ودرهم واحد'],
  [10_300, 'مائة وثلاثة دراهم'],
  [20_000, 'مائتا درهم'],
  [25_000, 'مائتان وخمسون درهما'],
  [100_000, 'ألف درهم'],
  [100_200, 'ألف درهم ودرهمان'],
  [200_000, 'ألفا درهم'],
  [234_050, 'ألفان وثلاثمائة وأربعون درهما وخمسون سنتيما'],
  [300_000, 'ثلاثة آلاف درهم'],
  [1_100_000, 'أحد عشر ألف درهم'],
  [1_150_000, 'أحد عشر ألفا وخمسمائة درهم'],
  [10_000_000, 'مائة ألف درهم'],
  [10_100_000, 'مائة ألف وألف درهم'],
  [20_000_000, 'مائتا ألف درهم'],
  [100_000_000, 'مليون درهم'],
  [1_234_567_803, 'اثنا عشر مليونا وثلاثمائة وخمسة وأربعون ألفا وستمائة وثمانية وسبعون درهما وثلاثة سنتيمات'],
])('%i centimes in Arabic', (minor, words) => {
  expect(amountInArabic(minor)).toBe(words)
})

const amounts = fc.oneof(fc.nat(100_000), fc.nat(99_999_999_999))

test('two sums never share their words', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      expect(amountInFrench(a) === amountInFrench(b)).toBe(a === b)
      expect(amountInArabic(a) === amountInArabic(b)).toBe(a === b)
    }),
  )
})

/** A second reader, of French: adds and multiplies what the words say. */
function readFrench(words: string): number {
  const value = new Map(
    Array.from({ length: 17 }, (_, n) => [frenchNumber(n), n] as const).concat([
      ['vingt', 20],
      ['vingts', 20],
      ['trente', 30],
      ['quarante', 40],
      ['cinquante', 50],
      ['soixante', 60],
    ]),
  )
  let total = 0
  let group = 0
  for (const word of words.split(/[ -]/)) {
    if (word === 'et') continue
    if (word.startsWith('million')) {
      total += group * 1_000_000
      group = 0
    } else if (word === 'mille') {
      total += Math.max(group, 1) * 1000
      group = 0
    } else if (word.startsWith('cent')) group = Math.max(group, 1) * 100
    else if (word.startsWith('vingt') && group % 100 === 4) group = group - 4 + 80
    else group += value.get(word) ?? Number.NaN
  }
  return total + group
}

test('what is written in French reads back as the number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(10_000), fc.nat(999_999_999)), (n) => {
      expect(readFrench(frenchNumber(n))).toBe(n)
    }),
    { numRuns: 500 },
  )
})

test('Arabic words are Arabic letters and single spaces', () => {
  fc.assert(
    fc.property(amounts, (minor) => {
      expect(amountInArabic(minor)).toMatch(/^\p{Script=Arabic}+( \p{Script=Arabic}+)*$/u)
    }),
  )
})
