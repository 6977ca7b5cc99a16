/**
 * An amount as it is being typed on a keypad: digits, at most one comma, at most two decimals. The only place of the
 * screens where text becomes money.
 */
import type { Dirham } from '#shared/money/amount.ts'
import { parseDirham } from '#shared/money/parse.ts'

/** `''`, `'380'`, `'380,'`, `'380,5'`. */
export type AmountEntry = string
export type KeypadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | ',' | 'delete'

const shape = /^\d{0,8}(,\d{0,2})?$/
const easternDigits = '٠١٢٣٤٥٦٧٨٩'

/** Digits as an Arabic keyboard types them, as ours. */
export const westernDigits = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String(easternDigits.indexOf(digit)))

/** The entry after a key; a key that fits nowhere changes nothing. */
export function pressKey(entry: AmountEntry, key: KeypadKey): AmountEntry {
  if (key === 'delete') return entry.slice(0, -1)
  return typed(entry + key) ?? entry
}

/** What was typed or pasted into the field, as an entry; `null` where it cannot become an amount. */
export function typed(text: string): AmountEntry | null {
  const plain = westernDigits(text).replace(/[.٫]/g, ',').replace(/\s/g, '')
  const whole = plain.startsWith(',') ? `0${plain}` : plain.replace(/^0+(?=\d)/, '')
  return shape.test(whole) ? whole : null
}

/** With the thousands apart, for reading; `typed` takes it back. */
export const shown = (entry: AmountEntry): string =>
  entry.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0'))

/** The money of an entry; `null` while empty or too large. */
export function amountOf(entry: AmountEntry): Dirham | null {
  const parsed = parseDirham(entry.replace(/,$/, ''))
  return parsed.ok ? parsed.value : null
}

/** A known amount as an entry, to start editing from. @param minor whole minor units ≥ 0. */
export function entryOf(minor: number): AmountEntry {
  const digits = String(minor).padStart(3, '0')
  const cents = digits.slice(-2)
  return cents === '00' ? digits.slice(0, -2) : `${digits.slice(0, -2)},${cents}`
}
