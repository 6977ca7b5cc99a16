/** Sums in words, as an invoice closes in French: `deux mille trois cent quarante dirhams et cinquante centimes`. */

const units = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
]
/** By tens; seventy and ninety count on from sixty and eighty. */
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt']

/** @param ends whether nothing follows that takes the plural of `vingt` and `cent` away (`mille` does) */
function underHundred(n: number, ends: boolean): string {
  if (n < 20) return units[n] ?? ''
  const ten = Math.floor(n / 10)
  const base = ten === 7 || ten === 9 ? ten - 1 : ten
  const rest = n - base * 10
  const word = tens[base] ?? ''
  if (rest === 0) return base === 8 && ends ? `${word}s` : word
  const joint = (rest === 1 || rest === 11) && base !== 8 ? ' et ' : '-'
  return `${word}${joint}${units[rest]}`
}

function underThousand(n: number, ends: boolean): string {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  if (hundreds === 0) return underHundred(rest, ends)
  const cent = hundreds === 1 ? 'cent' : `${units[hundreds]} cent`
  if (rest === 0) return hundreds > 1 && ends ? `${cent}s` : cent
  return `${cent} ${underHundred(rest, ends)}`
}

/** A whole number in words, in the spelling of before 1990 that Moroccan paper keeps. @param n [0, 10⁹) */
export function frenchNumber(n: number): string {
  const millions = Math.floor(n / 1_000_000)
  const thousands = Math.floor(n / 1000) % 1000
  const rest = n % 1000
  const parts = [
    millions === 0 ? '' : `${underThousand(millions, true)} million${millions > 1 ? 's' : ''}`,
    thousands === 0 ? '' : thousands === 1 ? 'mille' : `${underThousand(thousands, false)} mille`,
    rest === 0 && n > 0 ? '' : underThousand(rest, true),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** `un million de dirhams`: million is a noun and takes `de` before what it counts. */
function counted(n: number, noun: string): string {
  const link = n > 0 && n % 1_000_000 === 0 ? ' de' : ''
  return `${frenchNumber(n)}${link} ${noun}${n > 1 ? 's' : ''}`
}

/** @param minor centimes, [0, 10¹¹) */
export function amountInFrench(minor: number): string {
  const dirhams = Math.floor(minor / 100)
  const centimes = minor % 100
  const whole = counted(dirhams, 'dirham')
  if (centimes === 0) return whole
  return dirhams === 0 ? counted(centimes, 'centime') : `${whole} et ${counted(centimes, 'centime')}`
}
