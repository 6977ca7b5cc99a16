import type { PeriodTotals } from '../period-totals.ts'
import type { Moment } from './answers.ts'
import { plainAnswer, refusedAnswer, saleAnswer } from './answers.ts'
import type { ChargeBook } from './book.ts'
import { totalsSlip } from './slip.ts'
import type { Fields } from './tlv.ts'

/**
 * 008: the record of one transaction, or of the last, which is also meant where none is named. Cancelled ones
 * answer 480, refused ones their own code.
 */
export function answerRecord(book: ChargeBook, request: Fields, now: Moment): string {
  const asked = request['008'] ?? '000000'
  const sale = asked === '000000' ? book.last() : book.byStan(asked)
  if (sale === undefined) return plainAnswer('108', request, '302', now)
  if (sale.state === 'refused') return refusedAnswer('108', request, now, sale)
  const code = sale.state === 'reversed' || sale.state === 'voided' ? '480' : '000'
  return saleAnswer('108', request, code, now, sale, new Set())
}

/** 110: the day is closed, and this is what it came to. */
export const totalsAnswer = (request: Fields, now: Moment, totals: PeriodTotals): string =>
  plainAnswer('110', request, '000', now, [['010', totalsSlip(totals)]])

/** 110 of a day that goes on. */
export const noTotalsAnswer = (request: Fields, now: Moment, code: string): string =>
  plainAnswer('110', request, code, now, [['025', 'TELECOLLECTE REFUSEE']])
