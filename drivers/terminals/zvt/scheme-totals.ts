import { unpackDigits } from '#drivers/framing/bcd.ts'

/** How many payments with cards of one kind, and what they come to; centimes. */
export interface SchemeTotal {
  readonly scheme: string
  readonly count: number
  readonly minor: number
}

/** In the order of BMP 60 (PA00P015 §8): a count of one byte and six bytes of packed decimals each. */
const schemes = ['girocard', 'JCB', 'Eurocard', 'American Express', 'Visa', 'Diners', 'other cards'] as const
/** First and last receipt number, two bytes each. */
const receiptNumbers = 4
const schemeBytes = 7

/** BMP 60, sums by kind of card; `null`: it has another length or digits that are none, as real ones do. */
export function readSchemeTotals(value: Uint8Array): readonly SchemeTotal[] | null {
  if (value.length !== receiptNumbers + schemes.length * schemeBytes) return null
  const totals = schemes.flatMap((scheme, index) => {
    const at = receiptNumbers + index * schemeBytes
    const digits = unpackDigits(value.subarray(at + 1, at + schemeBytes))
    return digits === null ? [] : [{ scheme, count: value[at] ?? 0, minor: Number(digits) }]
  })
  return totals.length === schemes.length ? totals : null
}
