import { formatAmount } from '#shared/money/format.ts'
import type { Say } from './Words.tsx'

/** Money inside a sentence, kept left to right: `3 600,00 DH`. @param minor whole minor units. */
export const amountIn = (minor: number, say: Say): string =>
  `\u2066${formatAmount(minor)}\u2069\u00a0${say('app.currency')}`
