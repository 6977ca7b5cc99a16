import type { ShareRule } from '#shared/owners/share-rule.ts'
import { shareOf } from '#test/harness/books-oracle.ts'

/** What an owner is due, worked out a second time: from prices and counts alone, and from the agreement as it was spoken. */

/** A line as it went over the counter. Centimes. */
export interface SoldLine {
  readonly owner: string
  /** As it stood when the piece was scanned. */
  readonly rule: ShareRule
  readonly unit: number
  readonly units: number
  /** Came back since. */
  back: number
}

/** @returns centimes due of so many units */
export function dueByHand({ rule, unit }: Pick<SoldLine, 'rule' | 'unit'>, units: number): number {
  if (rule.kind === 'percentage') return shareOf(unit * units, rule.ppm, 1_000_000)
  if (rule.kind === 'fixed') {
    let due = 0
    for (let each = 0; each < units; each++) due += unit < rule.perUnit ? unit : rule.perUnit
    return due
  }
  let ppm = 0
  for (const tier of [...rule.tiers].reverse()) if (tier.upTo === null || unit <= tier.upTo) ppm = tier.ppm
  return shareOf(unit * units, ppm, 1_000_000)
}

/** What everything sold and not given back is due, by owner. */
export function duesByHand(lines: readonly SoldLine[]): ReadonlyMap<string, number> {
  const dues = new Map<string, number>()
  for (const line of lines) {
    const kept = dueByHand(line, line.units) - dueByHand(line, line.back)
    dues.set(line.owner, (dues.get(line.owner) ?? 0) + kept)
  }
  return dues
}
