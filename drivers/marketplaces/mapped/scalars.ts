import { z } from 'zod'
import { type Amount, amount, type Currency, largestMinor } from '#shared/money/amount.ts'
import { minorOf } from '../decimal.ts'
import type { Mapping } from './mapping-schema.ts'

/** What single values in an answer must be to be believed. */

/** A text or a whole number. Never cut: half an id is another one. */
export const id = z
  .union([z.string(), z.int().transform(String)])
  .refine((text) => text !== '' && text.length <= 200 && !/\p{Cc}/u.test(text), 'no id')

/** Whole, as a number or in digits. Below zero it is told as what it is. */
export const count = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^-?\d{1,9}$/)
      .transform(Number),
  ])
  .refine((units) => Math.abs(units) <= 1_000_000, 'no count')

/** What people wrote. Cut, for it is only shown; not there, or no text, is empty. */
export const words = (longest: number, said: unknown): string =>
  typeof said === 'string' || typeof said === 'number' ? String(said).trim().slice(0, longest) : ''

/** Minor units, as the mapping says that money is written. */
export const money = (kind: Mapping['money']) =>
  z.unknown().transform((said, context): Amount<Currency> => {
    const minor = kind === 'minor' ? wholeMinor(said) : decimalMinor(kind, said)
    if (minor !== null && Math.abs(minor) <= largestMinor) return amount<Currency>(minor)
    context.addIssue({ code: 'custom', message: 'no amount of money' })
    return z.NEVER
  })

const wholeMinor = (said: unknown): number | null => {
  const number = typeof said === 'string' && /^-?\d{1,12}$/.test(said) ? Number(said) : said
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

/** The shortest text of a JSON number is the one that was written, zeros at its end apart: no digit is made or lost. */
const decimalMinor = (kind: 'decimal' | 'number', said: unknown): number | null => {
  if (kind === 'number' && typeof said === 'number') return minorOf(String(said))
  return kind === 'decimal' && typeof said === 'string' ? minorOf(said) : null
}
