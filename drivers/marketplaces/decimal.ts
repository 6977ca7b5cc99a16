import { z } from 'zod'
import { type Amount, amount, type Currency, largestMinor } from '#shared/money/amount.ts'

const shape = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/

/**
 * A platform's decimal text (`4500.00`, `4500.0`, `-12`) as minor units, exactly. Zeros beyond the second decimal say
 * nothing; any other digit there is a part of a centime, which no money has.
 * @returns `null`: no amount
 */
export function minorOf(text: string): number | null {
  const [, sign, whole = '', decimals = ''] = shape.exec(text) ?? []
  if (whole === '' || !/^\d{0,2}0*$/.test(decimals)) return null
  const minor = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  if (minor > largestMinor) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** A decimal text in an answer, in the currency that the answer names elsewhere. */
export const decimal = z.string().transform((text, context): Amount<Currency> => {
  const minor = minorOf(text)
  if (minor !== null) return amount<Currency>(minor)
  context.addIssue({ code: 'custom', message: 'no amount of money' })
  return z.NEVER
})

/** Halves go to the even centime; whole numbers all the way. @param units ≥ 1 */
export function perUnit(total: Amount<Currency>, units: number): Amount<Currency> {
  const whole = Math.floor(total / units)
  const twice = 2 * (total - whole * units)
  const up = twice > units || (twice === units && whole % 2 !== 0)
  return amount<Currency>(up ? whole + 1 : whole)
}

/** The currency of ours that a platform names; `null`: one that the till does not count in. */
export const currencyOf = (code: string): Currency | null =>
  (['MAD', 'EUR', 'USD', 'GBP'] as const).find((each) => each === code) ?? null
