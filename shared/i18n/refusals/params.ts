import type { Refusal } from '../../kernel/refusal.ts'
import { dirham } from '../../money/amount.ts'
import { formatMoney } from '../../money/format.ts'

/** Every hole a refusal's sentence may have. A refusal that leaves one empty gets the sentence without it. */
export const amountParams = ['amount', 'due', 'ceiling', 'floor', 'posted'] as const
export const countParams = ['left', 'line', 'column', 'number', 'waitSeconds'] as const
export const wordParams = ['code', 'reason', 'order', 'till', 'text', 'place'] as const

const isolateLtr = (text: string): string => `\u2066${text}\u2069`
const isolate = (text: string): string => `\u2068${text}\u2069`

/**
 * The values of the holes, safe inside a sentence of either direction. Absent ones are the word `none`, which the
 * sentences select on. Amounts come in minor units and leave as `3 600,00 DH`.
 */
export function sentenceValues(params: Refusal['params']): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const name of amountParams) {
    const minor = params?.[name]
    values[name] = Number.isSafeInteger(minor)
      ? isolateLtr(formatMoney(dirham(minor as number), 'MAD'))
      : 'none'
  }
  for (const name of countParams) {
    const count = params?.[name]
    values[name] = typeof count === 'number' && count > 0 ? count : 'none'
  }
  for (const name of wordParams) {
    const word = params?.[name]
    values[name] = word === undefined || word === '' ? 'none' : isolate(String(word))
  }
  return values
}
