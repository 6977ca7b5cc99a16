import type { Answer } from '#shared/contract/contract.ts'
import { type RefusalCode, refuse } from '#shared/kernel/refusal.ts'

/** What a device says when it is asked how it is. */
export type Checked = Answer<{ readonly text: string }>

export const yes: Answer = { ok: true, value: null }

export const no = (
  code: RefusalCode,
  params?: Record<string, string>,
): { readonly ok: false; readonly refusal: ReturnType<typeof refuse> } => ({
  ok: false,
  refusal: refuse(code, params),
})
