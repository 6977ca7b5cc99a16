import type { SlipProof } from '#shared/checkout/command.ts'
import { type KeypadKey, westernDigits } from '../../input/amount-entry.ts'

/** What a person has read off a card slip so far. */
export interface SlipDraft {
  readonly authorisation: string
  readonly lastFour: string
}
export type SlipField = keyof SlipDraft

export const emptySlip: SlipDraft = { authorisation: '', lastFour: '' }
export const longest: Readonly<Record<SlipField, number>> = { authorisation: 12, lastFour: 4 }

const shapes: Readonly<Record<SlipField, RegExp>> = {
  authorisation: /^[A-Z0-9]{1,12}$/,
  lastFour: /^\d{4}$/,
}

/** The draft with one field as it was typed or pasted: blanks fall out, letters become large, digits ours. */
export function typedInto(draft: SlipDraft, field: SlipField, text: string): SlipDraft {
  const plain = westernDigits(text).replace(/\s/g, '').toUpperCase()
  const kept = field === 'lastFour' ? plain.replace(/\D/g, '') : plain
  return { ...draft, [field]: kept.slice(0, longest[field]) }
}

/** The draft after a key of the keypad; slips have no comma. */
export function keyedInto(draft: SlipDraft, field: SlipField, key: KeypadKey): SlipDraft {
  if (key === ',') return draft
  const before = draft[field]
  return typedInto(draft, field, key === 'delete' ? before.slice(0, -1) : before + key)
}

/** The fields that cannot stay as they are. Where no slip is needed, an empty one is fine and half a one is not. */
export function slipFaults(draft: SlipDraft, needed: boolean): readonly SlipField[] {
  if (!needed && draft.authorisation === '' && draft.lastFour === '') return []
  return (['authorisation', 'lastFour'] as const).filter((field) => !shapes[field].test(draft[field]))
}

/** @param draft without faults. `null`: no slip. */
export const slipOf = (draft: SlipDraft): SlipProof | null => (draft.authorisation === '' ? null : draft)
