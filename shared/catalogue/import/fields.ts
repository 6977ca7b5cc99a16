import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { Dirham } from '../../money/amount.ts'
import { type AmountTrouble, parseDirham } from '../../money/parse.ts'
import { type ExemptionKey, exemptionKeys } from '../../tax/exemption.ts'
import { type VatClass, vatClasses } from '../../tax/vat-class.ts'
import type { CatalogueTrouble, RawField } from './trouble.ts'
import { troubleAt } from './trouble.ts'

type Read<T> = Result<T, CatalogueTrouble>

const amountReasons: Readonly<Record<AmountTrouble, string>> = {
  notANumber: 'not an amount of dirhams',
  negative: 'below zero',
  tooManyDecimals: 'more than two decimals',
  tooLarge: 'too large',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not reach paper or a search
const control = /[\u0000-\u001f\u007f\ufffd]/

/** A text of at most `longest` characters; empty is `null`. */
export function readText(field: RawField | undefined, name: string, longest: number): Read<string | null> {
  const text = field?.text.trim() ?? ''
  if (field === undefined || text === '') return ok(null)
  if (text.length > longest) return troubleAt(field, `${name}: longer than ${longest} characters`)
  if (control.test(text)) return troubleAt(field, `${name}: a character that cannot be printed`)
  return ok(text)
}

/** Dirhams with at most two decimals, never below zero. */
export function readMoney(field: RawField, name: string): Read<Dirham> {
  const read = parseDirham(field.text)
  return read.ok ? read : troubleAt(field, `${name}: ${amountReasons[read.error]}`)
}

/** `20`, `10`, `5.5`, `2.1`, `0` (a `%` may follow, a comma is a point) or `exempt`. */
export function readVat(field: RawField): Read<VatClass> {
  const text = field.text.trim().toLowerCase().replace(/\s*%$/, '').replace(',', '.')
  const found = vatClasses.find((each) => each === text)
  return found === undefined
    ? troubleAt(field, `vat: must be ${vatClasses.slice(0, -1).join(', ')} or exempt`)
    : ok(found)
}

/** Why an exempt item is so; empty: as the country has it. */
export function readExemption(field: RawField | undefined, vat: VatClass): Read<ExemptionKey | null> {
  if (field === undefined) return ok(null)
  if (vat !== 'exempt') return troubleAt(field, 'exemption: the item is not exempt')
  const text = field.text.trim().toLowerCase()
  const found = exemptionKeys.find((each) => each.toLowerCase() === text)
  return found === undefined
    ? troubleAt(field, `exemption: must be one of ${exemptionKeys.join(', ')}`)
    : ok(found)
}

const yes: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'oui', 'نعم'])
const no: ReadonlySet<string> = new Set(['', '0', 'false', 'no', 'non', 'لا'])

/** Yes or no in the shop's languages; absent and empty are no. */
export function readYesNo(field: RawField | undefined, name: string): Read<boolean> {
  const text = field?.text.trim().toLowerCase() ?? ''
  if (field === undefined || no.has(text)) return ok(false)
  return yes.has(text) ? ok(true) : troubleAt(field, `${name}: must be yes or no`)
}

/** A whole number. [least, most] */
export function readWhole(field: RawField, name: string, least: number, most: number): Read<number> {
  const text = field.text.trim()
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value)) return troubleAt(field, `${name}: not a whole number`)
  if (value < least || value > most) return troubleAt(field, `${name}: must be from ${least} to ${most}`)
  return ok(value === 0 ? 0 : value)
}

/** A part of one, `0.70` or `0,7`, in millionths. */
export function readShare(field: RawField): Read<number> {
  const match = /^([01])(?:[.,](\d{1,6}))?$/.exec(field.text.trim())
  const ppm =
    match === null ? Number.NaN : Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'))
  if (!(ppm <= 1_000_000)) return troubleAt(field, 'share: must be from 0 to 1, with six decimals at most')
  return ok(ppm)
}
