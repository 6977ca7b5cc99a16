import { formatAmount } from '../money/format.ts'

/** Unicode bidirectional isolates (UAX #9 §2.4): what is inside never reorders what is outside, nor the reverse. */
const LRI = '\u2066'
const FSI = '\u2068'
const PDI = '\u2069'

/** Controls that a name has no business to carry: they would move the amounts beside it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed
const foreignControls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g

/** Text from outside (names, slips) without line breaks, controls or direction marks of its own. */
export const plain = (text: string): string =>
  text.replace(foreignControls, ' ').replace(/ {2,}/g, ' ').trim()

/**
 * Amounts, phones, dates, codes: read left to right whatever surrounds them. Without it `-12,50` prints as `12,50-`
 * in an Arabic line, which is standard-conforming and wrong money.
 */
export const ltr = (text: string): string => `${LRI}${plain(text)}${PDI}`

/** A name or word whose direction its own first letter decides. */
export const isolated = (text: string): string => `${FSI}${plain(text)}${PDI}`

/** An amount of dirhams, without the currency, as every paper writes it. @param minor signed centimes. */
export const amountText = (minor: number): string => ltr(formatAmount(minor))
