import { add, dirham, zero } from '#shared/money/amount.ts'
import type { BatchTotals, Counted, ToldTotals } from '#shared/settlement/totals.ts'
import { maskText } from '../masking.ts'
import { isConsistent, told } from '../told.ts'
import { minorOf } from './decimal.ts'
import { type JsonObject, listAt, textAt } from './json.ts'

/** EpasSaleToPOIMessages, TransactionType: what each is from the shop's side. A debit undone stays among the debits. */
const groupOf: ReadonlyMap<string, keyof BatchTotals> = new Map([
  ['Debit', 'sales'],
  ['ReverseDebit', 'saleReversals'],
  ['Credit', 'refunds'],
  ['ReverseCredit', 'refundReversals'],
])
/** Counted by some terminals, and no money. */
const moneyless: ReadonlySet<string> = new Set(['Declined', 'Failed'])

const none: Counted = { count: 0, amount: zero }

/**
 * The totals in the answer to a reconciliation or to GetTotals, summed over acquirers and brands. A type that is not
 * there is zero: PaymentTotals are given only for what there was. `null`: there are no totals, or something in them is
 * not understood, such as another currency or a kind of transaction that the till never asks for.
 * @param saleId ours; what other tills did at this terminal is theirs to compare
 */
export function dayTotals(response: JsonObject, saleId: string): ToldTotals | null {
  const periods = wholeList(response, 'TransactionTotals')
  if (periods === null || !Object.hasOwn(response, 'TransactionTotals')) return null
  const sums: Record<keyof BatchTotals, Counted> = {
    sales: none,
    saleReversals: none,
    refunds: none,
    refundReversals: none,
  }
  for (const totals of periods) {
    if ((textAt(totals, 'SaleID') ?? saleId) !== saleId) continue
    const payments = wholeList(totals, 'PaymentTotals')
    if (payments === null) return null
    for (const each of payments) {
      const type = textAt(each, 'TransactionType') ?? ''
      if (moneyless.has(type)) continue
      const group = groupOf.get(type)
      const counted = readCounted(each)
      if ((textAt(totals, 'PaymentCurrency') ?? 'MAD') !== 'MAD') return null
      if (group === undefined || counted === null) return null
      sums[group] = plus(sums[group], counted)
    }
  }
  return told(sums, null)
}

/** `null`: it is there, and is no list of objects. */
function wholeList(from: JsonObject, name: string): readonly JsonObject[] | null {
  if (!Object.hasOwn(from, name)) return []
  const value = from[name]
  const objects = listAt(from, name)
  return objects.length === (Array.isArray(value) ? value.length : 1) ? objects : null
}

function readCounted(total: JsonObject): Counted | null {
  const count = textAt(total, 'TransactionCount') ?? ''
  const minor = minorOf(textAt(total, 'TransactionAmount') ?? '')
  if (!/^\d{1,9}$/.test(count) || minor === null) return null
  const counted = { count: Number(count), amount: dirham(minor) }
  return isConsistent(counted) ? counted : null
}

const plus = (a: Counted, b: Counted): Counted => ({
  count: a.count + b.count,
  amount: add(a.amount, b.amount),
})

/** The same for people, a line each. */
export function totalsInWords(response: JsonObject): readonly string[] {
  return listAt(response, 'TransactionTotals').flatMap((group) => {
    const brand = textAt(group, 'CardBrand') ?? textAt(group, 'PaymentInstrumentType') ?? ''
    const currency = textAt(group, 'PaymentCurrency') ?? ''
    return listAt(group, 'PaymentTotals').map((total) => {
      const field = (name: string): string => textAt(total, name) ?? ''
      const line = `${brand} ${field('TransactionType')} ${field('TransactionCount')}: ${field('TransactionAmount')} ${currency}`
      return maskText(line.trim()).slice(0, 100).toWellFormed()
    })
  })
}
