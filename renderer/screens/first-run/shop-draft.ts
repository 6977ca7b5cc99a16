import { unsetSettings } from '#shared/cart/settings.ts'
import type { WordKey } from '#shared/i18n/screens/words.ts'

/** What the form holds while it is filled in. */
export interface ShopDraft {
  readonly name: string
  readonly nameAr: string
  readonly city: string
  readonly ice: string
  readonly owner: string
  readonly pin: string
  readonly again: string
}

export const emptyDraft: ShopDraft = {
  name: '',
  nameAr: '',
  city: '',
  ice: '',
  owner: '',
  pin: '',
  again: '',
}

export type DraftFaults = Partial<Record<keyof ShopDraft, WordKey>>

/** What stands in the way of opening, by field; empty when nothing does. */
export function faultsOf(draft: ShopDraft): DraftFaults {
  const faults: DraftFaults = {}
  if (draft.name.trim() === '' && draft.nameAr.trim() === '') faults.name = 'firstRun.missing'
  if (draft.city.trim() === '') faults.city = 'firstRun.missing'
  if (!/^(\d{15})?$/.test(draft.ice)) faults.ice = 'firstRun.ice.wrong'
  if (draft.owner.trim() === '') faults.owner = 'firstRun.missing'
  if (!/^\d{4,8}$/.test(draft.pin)) faults.pin = 'firstRun.pin.wrong'
  else if (draft.again !== draft.pin) faults.again = 'firstRun.pin.differs'
  return faults
}

/** Known ICEs leave no rest over 97; one that does is worth a second look, never a refusal. */
export const iceLooksWrong = (ice: string): boolean => /^\d{15}$/.test(ice) && BigInt(ice) % 97n !== 0n

/** The shop of a draft without faults: what is not asked stays empty and is not printed. */
export const shopOf = (draft: ShopDraft) => ({
  ...unsetSettings.shop,
  name: draft.name.trim() || draft.nameAr.trim(),
  nameAr: draft.nameAr.trim(),
  city: draft.city.trim(),
  ice: draft.ice,
})
