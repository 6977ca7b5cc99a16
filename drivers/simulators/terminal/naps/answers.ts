import type { Transaction } from './book.ts'
import type { NapsFault } from './faults.ts'
import { refusalSlip, saleSlip } from './slip.ts'
import { type Fields, write } from './tlv.ts'

/** The card everybody presents here: a test number. */
const clearCard = '5167940000003315'
const maskedCard = '516794******3315'
const expiry = '3010'

export interface Moment {
  readonly date: string
  readonly time: string
}

type Field = readonly [string, string]

/** 001 003 004 013 002 012 014 015, as terminals were seen to order them. */
function common(type: string, request: Fields, code: string, now: Moment, amountMinor?: number): Field[] {
  const amount = amountMinor === undefined ? request['002'] : String(amountMinor).padStart(12, '0')
  return [
    ['001', type],
    ['003', request['003'] ?? ''],
    ['004', request['004'] ?? ''],
    ['013', code],
    ...(amount === undefined ? [] : [['002', amount] as const]),
    ['012', request['012'] ?? '504'],
    ['014', now.date],
    ['015', now.time],
  ]
}

/** An answer without a card: 103, 109, 110, 112, 113 and every refusal. */
export const plainAnswer = (
  type: string,
  request: Fields,
  code: string,
  now: Moment,
  extra: readonly Field[] = [],
): string => write([...common(type, request, code, now), ...extra])

/** 101, 102, 104 and 108 of a sale that stands. */
export function saleAnswer(
  type: string,
  request: Fields,
  code: string,
  now: Moment,
  sale: Transaction,
  faults: ReadonlySet<NapsFault>,
): string {
  const card = faults.has('unmaskedPan') ? clearCard : maskedCard
  const title =
    sale.state === 'reversed' || sale.state === 'voided'
      ? 'ANNULATION'
      : type === '108'
        ? 'DUPLICATA'
        : 'DEBIT'
  return write([
    ...common(type, request, code, now, sale.amountMinor),
    ['007', card],
    ['017', expiry],
    ['040', 'CC'],
    ['008', sale.stan],
    ...(type === '108' ? when(sale) : []),
    ['010', saleSlip(sale, card, title, faults.has('saturatedReceipt'))],
  ])
}

/** 101 of a refused card; 108 of its record. */
export const refusedAnswer = (type: string, request: Fields, now: Moment, sale: Transaction): string =>
  write([
    ...common(type, request, sale.code, now, sale.amountMinor),
    ['008', sale.stan],
    ['025', 'REFUSE'],
    ...(type === '108' ? when(sale) : []),
    ['010', refusalSlip(sale)],
  ])

/** 018 and 019: when the sale was made. */
export const when = (sale: Transaction): readonly Field[] => [
  ['018', sale.date],
  ['019', sale.time],
]

/** The card number this answer's 007 would show; 002 must repeat it. */
export const shownCard = (faults: ReadonlySet<NapsFault>): string =>
  faults.has('unmaskedPan') ? clearCard : maskedCard
export const shownExpiry = expiry
