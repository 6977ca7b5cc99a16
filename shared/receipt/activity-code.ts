import type { BusinessDay } from '../kernel/stamp.ts'
import { bounded, decoded, encoded } from './code-field.ts'

/** Twelve months of a shop or of an artisan, as far as the QR of their activity statement tells. */
export interface ActivityCode {
  readonly kind: 'activity'
  /** Short name of the till. [0-9A-Za-z_-]{0,8} */
  readonly till: string
  /** First 16 hex digits of SHA-256 over the shop's name (UTF-8, NFC). */
  readonly shop: string
  /** The artisan; '': the shop itself. */
  readonly whom: string
  /** The last of the twelve: `2026-11`. */
  readonly month: string
  /** When it was made out. */
  readonly day: BusinessDay
  /** Tickets that sold something, of all twelve months. */
  readonly sales: number
  /** Centimes, oldest month first: what was taken, and what of it artisans are due. */
  readonly takings: readonly number[]
  readonly dues: readonly number[]
}

/** Characters of the artisan's name, once encoded; the rest of the longest code is amounts. */
const whomLength = 120

/** `HANOUTA1:<till>:<shop hash>:<whom>:<month>:<day>:<sales>:<takings, joined by ~>:<dues>`: what the key id follows. */
export const activityFields = (code: ActivityCode): readonly (string | number)[] => [
  'HANOUTA1',
  code.till,
  code.shop,
  encoded(bounded(code.whom, whomLength)),
  code.month.replace('-', ''),
  code.day.replaceAll('-', ''),
  code.sales,
  code.takings.join('~'),
  code.dues.join('~'),
]

const amounts = '((?:0|-?[1-9]\\d{0,11})(?:~(?:0|-?[1-9]\\d{0,11})){11})'
const form = new RegExp(
  `^HANOUTA1:([0-9A-Za-z_-]{0,8}):([0-9a-f]{16}):((?:[0-9A-Za-z_.!~*'()-]|%[0-9A-F]{2})*):(\\d{4})(\\d{2}):` +
    `(\\d{4})(\\d{2})(\\d{2}):(0|[1-9]\\d{0,9}):${amounts}:${amounts}:[0-9A-Z]{8}:[A-Za-z0-9_-]{85}[AQgw]$`,
)

/** @returns `null` for anything that no till of ours wrote so */
export function activityOf(scanned: string): ActivityCode | null {
  const found = form.exec(scanned)
  if (found === null) return null
  const [, till = '', shop = '', name = '', year, month, madeYear, madeMonth, madeDay, sales] = found
  const whom = decoded(name)
  if (whom === null) return null
  const numbers = (text: string | undefined): readonly number[] => (text ?? '').split('~').map(Number)
  return {
    kind: 'activity',
    till,
    shop,
    whom,
    month: `${year}-${month}`,
    day: `${madeYear}-${madeMonth}-${madeDay}`,
    sales: Number(sales),
    takings: numbers(found[10]),
    dues: numbers(found[11]),
  }
}
