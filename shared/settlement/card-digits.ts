import { passesLuhn } from '../kernel/luhn.ts'

/** ISO/IEC 7812: 13 to 19 digits, together or in the groups printed on a card. */
const numbers = /(?<!\d)\d(?:[ .\u00a0\u202f-]?\d){12,18}(?!\d)/g

/**
 * A text with every card number in it cut to its last four digits. What files of others hold in which column is not
 * ours to decide: each cell goes through here before it is kept or shown.
 */
export const withoutCardNumbers = (text: string): string =>
  text.replace(numbers, (run) => {
    const digits = run.replace(/\D/g, '')
    return passesLuhn(digits) ? `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}` : run
  })

/**
 * The last four digits of a card number in whatever mask: `5167 94** **** 3315`, `xxxx3315`, `3315`.
 * @returns `null` where the text is no card number: words, a number that a spreadsheet rounded, three digits
 */
export function lastFour(card: string): string | null {
  const shown = card.replace(/[ .-]/g, '')
  if (!/^[\d*xX•#]*\d{4}$/.test(shown)) return null
  const whole = /^\d{13,19}$/.test(shown)
  return whole && !passesLuhn(shown) ? null : shown.slice(-4)
}
