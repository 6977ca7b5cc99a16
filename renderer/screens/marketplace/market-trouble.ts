import type { ListingTrouble } from '#shared/marketplace/facts.ts'
import { marketplaceTroubles } from '#shared/marketplace/trouble.ts'
import type { Say } from '../../i18n/Words.tsx'

/** What has words of its own: a platform's no, and a line that was down. */
export const marketTroubles = [...marketplaceTroubles, 'noNetwork', 'silent', 'lineLost'] as const
export type MarketTrouble = (typeof marketTroubles)[number]

/** What happened and what to do; a code without words of its own gets those of a plain no. */
export function troubleWords({ code }: ListingTrouble, say: Say): { title: string; next: string } {
  const known = marketTroubles.find((each) => each === code) ?? 'refused'
  return { title: say(`market.trouble.${known}`), next: say(`market.trouble.${known}.next`) }
}
