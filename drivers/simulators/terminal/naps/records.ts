import type { Moment } from './answers.ts'
import { plainAnswer, refusedAnswer, saleAnswer, when } from './answers.ts'
import type { ChargeBook } from './book.ts'
import { totalsSlip } from './slip.ts'
import type { Fields } from './tlv.ts'

/** A 003 that found its sale, waiting for the 004 with the same NS. */
export interface VoidLookup {
  readonly sequence: string
  readonly stan: string
}

/** 003: only the last confirmed sale can be voided, and only for its own amount. */
export function answerVoidLookup(
  book: ChargeBook,
  request: Fields,
  now: Moment,
  direct: boolean,
): { readonly text: string; readonly lookup: VoidLookup | null } {
  const sale = book.lastConfirmed()
  const no = (code: string): { text: string; lookup: null } => ({
    text: plainAnswer('103', request, code, now),
    lookup: null,
  })
  if (sale === undefined || sale.stan !== request['008']) return no('302')
  if (sale.amountMinor !== Number(request['002'])) return no('302')
  if (sale.state === 'voided') return no('482')
  if (direct) {
    book.become(sale, 'voided')
    return { text: saleAnswer('104', request, '000', now, sale, new Set()), lookup: null }
  }
  const extra = [['008', sale.stan] as const, ...when(sale)]
  return {
    text: plainAnswer('103', request, '000', now, extra),
    lookup: { sequence: request['004'] ?? '', stan: sale.stan },
  }
}

/** 004: executes what 103 found; a 004 out of the blue finds nothing. */
export function answerVoid(
  book: ChargeBook,
  request: Fields,
  now: Moment,
  lookup: VoidLookup | null,
): string {
  const sale = book.byStan(request['008'] ?? '')
  const fits = lookup !== null && lookup.sequence === request['004'] && lookup.stan === request['008']
  if (sale === undefined || !fits || sale.amountMinor !== Number(request['002'])) {
    return plainAnswer('104', request, '302', now)
  }
  if (sale.state === 'voided') return saleAnswer('104', request, '480', now, sale, new Set())
  book.become(sale, 'voided')
  return saleAnswer('104', request, '000', now, sale, new Set())
}

/** 008: the record of one transaction or the last. Cancelled ones answer 480, refused ones their own code. */
export function answerRecord(book: ChargeBook, request: Fields, now: Moment): string {
  const asked = request['008'] ?? ''
  const sale = asked === '000000' ? book.last() : book.byStan(asked)
  if (sale === undefined) return plainAnswer('108', request, '302', now)
  if (sale.state === 'refused') return refusedAnswer('108', request, now, sale)
  const code = sale.state === 'reversed' || sale.state === 'voided' ? '480' : '000'
  return saleAnswer('108', request, code, now, sale, new Set())
}

/** 010: totals, and the end of the day. */
export function answerTotals(book: ChargeBook, request: Fields, now: Moment): string {
  const sales = book.count('confirmed')
  const voids = book.count('voided')
  const slip = totalsSlip(sales.count, sales.minor, voids.count, voids.minor)
  book.settle(`${now.date} ${now.time}`)
  return plainAnswer('110', request, '000', now, [['010', slip]])
}
