import { type Dirham, dirham } from '#shared/money/amount.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'
import { told } from '../told.ts'
import { dirhamCode } from './requests.ts'
import type { StatusInformation } from './status.ts'

/**
 * What the status informations of an end of day, or of turnover totals, say: the sum of the day and nothing of what it
 * is made of (PA00P015 §2.16). Several sums, one that BMP 60 contradicts, or one in another currency are none. A sum
 * has no sign in BMP 04, so a day on which more was given back than taken must be looked at by a person.
 */
export function dayTotals(statuses: readonly StatusInformation[]): ToldTotals | null {
  const sum = sumOf(statuses)
  return sum === null ? null : told({}, sum)
}

function sumOf(statuses: readonly StatusInformation[]): Dirham | null {
  // A terminal that did not hear its acknowledgement says the same again.
  const said = new Map(statuses.filter(saysSum).map((status) => [status.bytes, status]))
  const [only] = said.values()
  if (only === undefined || said.size > 1 || only.amountMinor === null) return null
  if (only.currency !== null && only.currency !== dirhamCode) return null
  const parts = only.schemeTotals
  const contradicted = parts !== null && parts.reduce((sum, { minor }) => sum + minor, 0) !== only.amountMinor
  return contradicted ? null : dirham(only.amountMinor)
}

const saysSum = ({ amountMinor, result }: StatusInformation): boolean =>
  amountMinor !== null && (result === null || result === '00')

/** The same for people, under the slip. */
export function totalsInWords(statuses: readonly StatusInformation[]): readonly string[] {
  const { amountMinor = null, schemeTotals = null } = statuses.findLast(saysSum) ?? {}
  if (amountMinor === null) return []
  const used = (schemeTotals ?? []).filter(({ count, minor }) => count > 0 || minor > 0)
  return [
    `Total: ${shown(amountMinor)} MAD`,
    ...used.map(({ scheme, count, minor }) => `${scheme}: ${count}, ${shown(minor)} MAD`),
  ]
}

const shown = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
