import type { ListingTrouble } from '#shared/marketplace/facts.ts'
import type { Say } from '../../i18n/Words.tsx'

/** Ways in which a marketplace does not do something that have words of their own. */
export const marketTroubles = [
  'keyRefused',
  'notAllowed',
  'gone',
  'skuTwice',
  'negativeStock',
  'otherCurrency',
  'stale',
  'notEnough',
  'tooMany',
  'unavailable',
  'malformed',
  'refused',
  'noNetwork',
  'silent',
  'lineLost',
] as const
export type MarketTrouble = (typeof marketTroubles)[number]

/** What happened and what to do; a code without words of its own gets those of a plain no. */
export function troubleWords({ code }: ListingTrouble, say: Say): { title: string; next: string } {
  const known = marketTroubles.find((each) => each === code) ?? 'refused'
  return { title: say(`market.trouble.${known}`), next: say(`market.trouble.${known}.next`) }
}
