import type { WordKey } from '#shared/i18n/screens/words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { Dirham } from '#shared/money/amount.ts'
import { whole } from '#shared/owners/due.ts'
import type { Owner } from '#shared/owners/owner.ts'
import type { OwnerRole, ShareRule } from '#shared/owners/share-rule.ts'
import { type AmountEntry, amountOf, entryOf, westernDigits } from '../../../input/amount-entry.ts'

export const shareKinds = ['items', 'percentage', 'fixed', 'tiered'] as const
export type ShareKind = (typeof shareKinds)[number]

interface TierDraft {
  readonly upTo: AmountEntry
  readonly percent: string
}

/** A contract as it is being typed. */
export interface ContractDraft {
  readonly owner: string
  readonly name: string
  readonly nameAr: string
  readonly phone: string
  readonly language: ScreenLanguage
  readonly role: OwnerRole
  readonly kind: ShareKind
  readonly percent: string
  readonly perUnit: AmountEntry
  /** All but the last. */
  readonly tiers: readonly TierDraft[]
  /** Of the open end. */
  readonly above: string
  readonly account: string
  readonly registration: string
  readonly village: string
  readonly craft: string
}

/** What is wrong, by where it stands: `owner`, `percent`, `tier-0-upTo`, … */
export type ContractFaults = Readonly<Record<string, WordKey>>

/** `66,6667`: as many decimals as there are. */
export function percentEntry(ppm: number): string {
  const decimals = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  const ones = String(Math.floor(ppm / 10_000))
  return decimals === '' ? ones : `${ones},${decimals}`
}

/** Millionths of a typed percentage, at most four decimals; `null`: none, or beyond 0 to 100. */
export function ppmOf(text: string): number | null {
  const found = /^(\d{1,3})(?:,(\d{1,4}))?$/.exec(
    westernDigits(text)
      .trim()
      .replace(/\s?[%٪]$/, '')
      .replace(/[.٫]/, ','),
  )
  if (found === null) return null
  const ppm = Number(found[1]) * 10_000 + Number((found[2] ?? '').padEnd(4, '0'))
  return ppm <= whole ? ppm : null
}

/** @param contract what holds; `null`: nothing yet @param owner as items name them, if known */
export function draftOf(contract: Owner | null, owner: string, language: ScreenLanguage): ContractDraft {
  const share = contract?.share ?? null
  const tiers = share?.kind === 'tiered' ? share.tiers : []
  const open = tiers.at(-1)
  return {
    owner,
    name: contract?.name ?? owner,
    nameAr: contract?.nameAr ?? '',
    phone: contract?.phone ?? '',
    language: contract?.language ?? language,
    role: contract?.role ?? 'principal',
    kind: share?.kind ?? 'items',
    percent: share?.kind === 'percentage' ? percentEntry(share.ppm) : '',
    perUnit: share?.kind === 'fixed' ? entryOf(share.perUnit) : '',
    tiers:
      tiers.length === 0
        ? [{ upTo: '', percent: '' }]
        : tiers.flatMap(({ upTo, ppm }) =>
            upTo === null ? [] : [{ upTo: entryOf(upTo), percent: percentEntry(ppm) }],
          ),
    above: open === undefined ? '' : percentEntry(open.ppm),
    account: contract?.account ?? '',
    registration: contract?.registration ?? '',
    village: contract?.village ?? '',
    craft: contract?.craft ?? '',
  }
}

/** The contract that is meant, or what stands in its way. */
export function readDraft(
  draft: ContractDraft,
): { readonly owner: Owner } | { readonly faults: ContractFaults } {
  const { kind, percent: _p, perUnit: _u, tiers: _t, above: _a, ...rest } = draft
  const faults: Record<string, WordKey> = {}
  if (rest.owner.trim() === '') faults.owner = 'owners.field.owner.wrong'
  if (rest.name.trim() === '') faults.name = 'owners.field.name.wrong'
  if (!/^[0-9A-Za-z]{0,20}$/.test(rest.account.trim())) faults.account = 'owners.field.account.wrong'
  const share = kind === 'items' ? null : readShare(draft, kind, faults)
  return Object.keys(faults).length > 0 ? { faults } : { owner: { ...rest, share } }
}

/** @param faults grows */
function readShare(
  draft: ContractDraft,
  kind: Exclude<ShareKind, 'items'>,
  faults: Record<string, WordKey>,
): ShareRule {
  const part = (at: string, text: string): number => {
    const ppm = ppmOf(text)
    if (ppm === null) faults[at] = 'owners.share.percent.wrong'
    return ppm ?? 0
  }
  if (kind === 'percentage') return { kind, ppm: part('percent', draft.percent) }
  if (kind === 'fixed') {
    const perUnit = amountOf(draft.perUnit)
    if (perUnit === null || perUnit === 0) faults.perUnit = 'owners.share.perUnit.wrong'
    return { kind, perUnit: perUnit ?? (0 as Dirham) }
  }
  let below = 0
  const closed = draft.tiers.map(({ upTo, percent }, place) => {
    const end = amountOf(upTo)
    if (end === null || end <= below) faults[`tier-${place}-upTo`] = 'owners.share.upTo.wrong'
    below = end ?? below
    return { upTo: end ?? (0 as Dirham), ppm: part(`tier-${place}-percent`, percent) }
  })
  return { kind, tiers: [...closed, { upTo: null, ppm: part('above', draft.above) }] }
}
