import { err, ok, type Result } from '../kernel/result.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import { parseDirham } from '../money/parse.ts'

/** Cells that programs of banks write: what is in them, or half a sentence why not. Never a guess, never the cell. */
type Cell<T> = Result<T, string>

/** Marks that turn the direction of a line; they stand around numbers in Arabic files and mean nothing. */
const direction = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
/** As a bank writes the shop's own money beside an amount. */
const ownMoney = /^(MAD|DHS?|د\.م\.?|درهم)\s*|\s*(MAD|DHS?|د\.م\.?|درهم)$/gi
/** What stands between groups of three beside the other decimal mark: blanks of five widths, apostrophes. */
const blanks = '[ \\u00a0\\u2009\\u202f\\u2007]'

const cleaned = (text: string): string => text.replace(direction, '').trim()

/** ٠…٩ and ۰…۹ as 0…9. */
const westernDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))

/** A minus before or after, or parentheses, as bookkeepers write what is taken away. */
function unsigned(text: string): { readonly digits: string; readonly negative: boolean } {
  const inside = /^\((.*)\)$/.exec(text)?.[1]
  if (inside !== undefined) return { digits: inside.trim(), negative: true }
  const minus = /^[-−–](.*)$|^(.*)[-−–]$/.exec(text)
  if (minus !== null) return { digits: (minus[1] ?? minus[2] ?? '').trim(), negative: true }
  return { digits: text.replace(/^\+/, '').trim(), negative: false }
}

/**
 * `1 234,50`, `1.234,50-`, `(1,234.50)`, `-1234.5 MAD`: dirhams, signed, exactly. Groups must be of three, so that no
 * decimal mark is taken for a separator of thousands: `1.50` where the comma is the decimal mark is refused.
 * @param decimal the mark before the centimes
 */
export function readMoneyCell(text: string, decimal: ',' | '.'): Cell<Dirham> {
  const { digits, negative } = unsigned(westernDigits(cleaned(text)).replace(ownMoney, ''))
  const grouped = digits.replace(ownMoney, '').replaceAll('٫', decimal).replaceAll('٬', "'")
  const other = decimal === ',' ? '\\.' : ','
  const shape = new RegExp(
    `^(\\d{1,3}(?:(${blanks}|['’]|${other})\\d{3}(?:\\2\\d{3})*)?|\\d+)(?:\\${decimal}(\\d+))?$`,
  )
  const match = shape.exec(grouped)
  if (match === null) return err('not an amount')
  const whole = (match[1] ?? '').replace(/\D/g, '')
  const decimals = match[3] === undefined ? '' : `.${match[3]}`
  const read = parseDirham(`${negative ? '-' : ''}${whole}${decimals}`, true)
  if (read.ok) return read
  return err(read.error === 'tooManyDecimals' ? 'more than two decimals' : 'too large')
}

const dayShapes = {
  'DD/MM/YYYY': /^(?<day>\d\d?)\/(?<month>\d\d?)\/(?<year>\d{4})$/,
  'MM/DD/YYYY': /^(?<month>\d\d?)\/(?<day>\d\d?)\/(?<year>\d{4})$/,
  'DD-MM-YYYY': /^(?<day>\d\d?)-(?<month>\d\d?)-(?<year>\d{4})$/,
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/,
  YYYYMMDD: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
} as const

/** A day of the calendar; a time of day behind it is left out. */
export function readDayCell(text: string, shape: keyof typeof dayShapes): Cell<BusinessDay> {
  const day = westernDigits(cleaned(text)).replace(/[ T]\d\d?:\d\d(:\d\d)?$/, '')
  const { year, month, day: date } = dayShapes[shape].exec(day)?.groups ?? {}
  if (year === undefined || month === undefined || date === undefined) return err(`not a day as ${shape}`)
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const utcMs = Date.parse(`${iso}T00:00:00Z`)
  // 30 February is read as 2 March by some engines.
  if (Number.isNaN(utcMs) || new Date(utcMs).toISOString().slice(0, 10) !== iso)
    return err('no day of the calendar')
  return ok(iso)
}

/** A word as it is compared: case, blanks and marks of direction do not count. */
export const wordOf = (text: string): string =>
  cleaned(text.normalize('NFC')).replace(/\s+/g, ' ').toLowerCase()

const sums =
  /^(grand |sous[- ]?|sub[- ]?)?tota(l|ux|ls)( général| general| du jour)?( |:|$)|^(المجموع|مجموع|الإجمالي)( |:|$)/

/** Whether a cell says that its row sums up others. */
export const isSumWord = (text: string): boolean => sums.test(wordOf(text))
