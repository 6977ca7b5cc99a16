import type { Say } from '../../i18n/Words.tsx'

const kinds = ['cash', 'card', 'mobile', 'transfer', 'cheque', 'online'] as const

/** A way of paying, in words; one we do not know stays as it is written. */
export function tenderName(kind: string, say: Say): string {
  const known = kinds.find((each) => each === kind)
  return known === undefined ? kind : say(`sell.tender.${known}`)
}
