import { formatAmount } from '#shared/money/format.ts'

/** A whole number as amounts are written, `2 907`, in a sentence. A plural needs the bare number beside it. */
export const countIn = (count: number): string => `\u2066${formatAmount(count * 100).split(',')[0]}\u2069`
