import type { OwnerCard } from '#shared/contract/books/owners-door.ts'
import type { Owner } from '#shared/owners/owner.ts'
import type { ShareRule } from '#shared/owners/share-rule.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import type { Say, WordsAccess } from '../../../i18n/Words.tsx'
import { percentEntry } from './contract-draft.ts'

/** How somebody is called on the screen. */
export function ownerName(
  { owner, contract }: Pick<OwnerCard, 'owner' | 'contract'>,
  { language }: Pick<WordsAccess, 'language'>,
): string {
  if (contract === null) return owner
  return language === 'ar' && contract.nameAr !== '' ? contract.nameAr : contract.name
}

/** `jeweller · Tiznit`; `''`: nothing is known. */
export const ownerFrom = (contract: Owner | null): string =>
  contract === null ? '' : [contract.craft, contract.village].filter((part) => part !== '').join(' · ')

const percent = (ppm: number): string => `\u2066${percentEntry(ppm)} %\u2069`

/** A rule in plain words, a line a tier. */
export function ruleWords(share: ShareRule | null, say: Say): readonly string[] {
  switch (share?.kind) {
    case undefined:
      return [say('owners.share.items')]
    case 'percentage':
      return [say('owners.say.percentage', { percent: percent(share.ppm) })]
    case 'fixed':
      return [say('owners.say.fixed', { amount: amountIn(share.perUnit, say) })]
    case 'tiered':
      return share.tiers.map(({ upTo, ppm }) =>
        upTo === null
          ? say('owners.say.tier.above', { percent: percent(ppm) })
          : say('owners.say.tier.upTo', { amount: amountIn(upTo, say), percent: percent(ppm) }),
      )
  }
}
