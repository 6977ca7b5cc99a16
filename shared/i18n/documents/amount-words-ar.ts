/**
 * Sums in words, as an invoice closes in Arabic: `ألفان وثلاثمائة وأربعون درهما وخمسون سنتيما`. What is counted takes
 * its form from the number before it, which no library found here does; so the tables are ours.
 */

/** A masculine noun in every form that a number before it asks for, written without vowels. */
interface Counted {
  readonly one: string
  readonly two: string
  /** Two, before a noun that follows at once: the nun falls. */
  readonly twoOf: string
  /** After 3…10: plural, genitive. */
  readonly few: string
  /** After 11…99: singular, accusative. */
  readonly many: string
  /** After hundreds, thousands and millions: singular, genitive. */
  readonly each: string
}

const dirham: Counted = {
  one: 'درهم واحد',
  two: 'درهمان',
  twoOf: 'درهما',
  few: 'دراهم',
  many: 'درهما',
  each: 'درهم',
}
const centime: Counted = {
  one: 'سنتيم واحد',
  two: 'سنتيمان',
  twoOf: 'سنتيما',
  few: 'سنتيمات',
  many: 'سنتيما',
  each: 'سنتيم',
}
const thousand: Counted = {
  one: 'ألف',
  two: 'ألفان',
  twoOf: 'ألفا',
  few: 'آلاف',
  many: 'ألفا',
  each: 'ألف',
}
const million: Counted = {
  one: 'مليون',
  two: 'مليونان',
  twoOf: 'مليونا',
  few: 'ملايين',
  many: 'مليونا',
  each: 'مليون',
}

/** Counting masculine nouns. */
const units = [
  'صفر',
  'واحد',
  'اثنان',
  'ثلاثة',
  'أربعة',
  'خمسة',
  'ستة',
  'سبعة',
  'ثمانية',
  'تسعة',
  'عشرة',
  'أحد عشر',
  'اثنا عشر',
  'ثلاثة عشر',
  'أربعة عشر',
  'خمسة عشر',
  'ستة عشر',
  'سبعة عشر',
  'ثمانية عشر',
  'تسعة عشر',
]
const tens = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون']
const hundreds = [
  '',
  'مائة',
  'مائتان',
  'ثلاثمائة',
  'أربعمائة',
  'خمسمائة',
  'ستمائة',
  'سبعمائة',
  'ثمانمائة',
  'تسعمائة',
]

/** One part of a number; `of` is its form where the noun it counts follows at once. */
interface Part {
  readonly alone: string
  readonly of: string
}

const same = (word: string): Part => ({ alone: word, of: word })

function underHundred(n: number): string {
  if (n < 20) return units[n] ?? ''
  const ten = tens[Math.floor(n / 10)] ?? ''
  return n % 10 === 0 ? ten : `${units[n % 10]} و${ten}`
}

function hundredPart(n: number): Part {
  const alone = hundreds[n] ?? ''
  return { alone, of: n === 2 ? 'مائتا' : alone }
}

/** @param n [1, 999] */
function underThousand(n: number): readonly Part[] {
  const high = Math.floor(n / 100)
  const low = n % 100
  return [...(high === 0 ? [] : [hundredPart(high)]), ...(low === 0 ? [] : [same(underHundred(low))])]
}

/** So many thousands or millions. @param n [1, 999] */
function scaled(n: number, unit: Counted): readonly Part[] {
  if (n === 1) return [same(unit.one)]
  if (n === 2) return [{ alone: unit.two, of: unit.twoOf }]
  const low = n % 100
  // A hundred thousand and a thousand, as a thousand nights and a night: one and two are said by the noun itself.
  if (low === 1 || low === 2) return [...scaled(n - low, unit), ...scaled(low, unit)]
  const words = joined(underThousand(n), low === 0)
  if (low === 0) return [same(`${words} ${unit.each}`)]
  if (low <= 10) return [same(`${words} ${unit.few}`)]
  return [{ alone: `${words} ${unit.many}`, of: `${words} ${unit.each}` }]
}

/** @param nounFollows whether what is counted comes right after the last part */
function joined(parts: readonly Part[], nounFollows: boolean): string {
  return parts
    .map((part, index) => (nounFollows && index === parts.length - 1 ? part.of : part.alone))
    .join(' و')
}

/** @param n [1, 10⁹) */
function partsOf(n: number): readonly Part[] {
  const millions = Math.floor(n / 1_000_000)
  const thousands = Math.floor(n / 1000) % 1000
  const rest = n % 1000
  return [
    ...(millions === 0 ? [] : scaled(millions, million)),
    ...(thousands === 0 ? [] : scaled(thousands, thousand)),
    ...(rest === 0 ? [] : underThousand(rest)),
  ]
}

/** @param n [0, 10⁹) */
function counted(n: number, noun: Counted): string {
  if (n === 0) return `${units[0]} ${noun.each}`
  if (n === 1) return noun.one
  if (n === 2) return noun.two
  const low = n % 100
  if (low === 1 || low === 2) return `${counted(n - low, noun)} و${counted(low, noun)}`
  const words = joined(partsOf(n), low === 0)
  if (low === 0) return `${words} ${noun.each}`
  return `${words} ${low <= 10 ? noun.few : noun.many}`
}

/** @param minor centimes, [0, 10¹¹) */
export function amountInArabic(minor: number): string {
  const dirhams = Math.floor(minor / 100)
  const centimes = minor % 100
  if (centimes === 0) return counted(dirhams, dirham)
  return dirhams === 0
    ? counted(centimes, centime)
    : `${counted(dirhams, dirham)} و${counted(centimes, centime)}`
}
