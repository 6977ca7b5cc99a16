import type { Done } from '#drivers/marketplaces/marketplace.ts'
import { type Refusal, type RefusalCode, refuse } from '#shared/kernel/refusal.ts'

type No = { readonly ok: false; readonly refusal: Refusal }

export const done = { ok: true, value: null } as const

export const no = (code: RefusalCode, params?: Refusal['params']): No => ({
  ok: false,
  refusal: refuse(code, params),
})

/** What a platform said, or did not, to somebody who waits for it. The text is the platform's own. */
export function refusalOf(end: Exclude<Done<unknown>, { readonly end: 'done' }>): No {
  if (end.end === 'unknown') return no('marketplaceUnreachable', { code: end.cause, text: end.text })
  if (end.code === 'otherCurrency') return no('otherCurrency', { text: end.text })
  return no('marketplaceSaidNo', { code: end.code, text: end.text })
}
