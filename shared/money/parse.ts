import type { Result } from '../kernel/result.ts'
import { err, ok } from '../kernel/result.ts'
import type { Dirham } from './amount.ts'
import { dirham, largestMinor } from './amount.ts'

/** Why a text is not an amount of money. */
export type AmountTrouble = 'notANumber' | 'negative' | 'tooManyDecimals' | 'tooLarge'

/** Digits, optionally a point or a comma and digits. No grouping, no exponent, no sign but a leading minus. */
const shape = /^(-?)(\d+)(?:[.,](\d+))?$/

/**
 * Reads `1200`, `1200.5`, `1200,50`: a decimal text in dirhams, exactly, as minor units. Zeros beyond the second
 * decimal are still decimals too many: whoever wrote them meant another precision.
 *
 * @param allowNegative whether `-3.00` is an amount here; default: refused as `negative`
 */
export function parseDirham(text: string, allowNegative = false): Result<Dirham, AmountTrouble> {
  const match = shape.exec(text.trim())
  if (match === null) return err('notANumber')
  const [, sign = '', whole = '', decimals = ''] = match
  if (decimals.length > 2) return err('tooManyDecimals')
  if (whole.length > 15) return err('tooLarge')
  const minor = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (minor > largestMinor) return err('tooLarge')
  if (sign === '-' && minor !== 0 && !allowNegative) return err('negative')
  return ok(dirham(sign === '-' ? -minor : minor))
}
