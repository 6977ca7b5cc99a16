import { netOf, type PeriodTotals } from '../period-totals.ts'
import type { Moment, Transaction } from './book.ts'
import type { ZvtFault } from './faults.ts'
import { amountBytes, container, counted, hex, text, tlv, writePacket } from './packet.ts'

/** The card everybody presents here: a test number. */
const clearCard = '5167940000003315'
export const terminalId = '29001006'
const expiry = '3010'

export const shownCard = (faults: ReadonlySet<ZvtFault>): string =>
  faults.has('unmaskedPan') ? clearCard : '516794******3315'

/** Code of a payment that the acquirer refused, of one ended at the terminal, of one it took back. */
export const code = { refused: '05', ended: '6c', takenBack: 'b4', notUndone: 'b5' } as const

/** 04 0F of an executed transaction, as first told and as repeated: the same bytes until its fate changes. */
export function statusOf(
  transaction: Transaction,
  faults: ReadonlySet<ZvtFault> = new Set(),
): readonly number[] {
  const { amountMinor, trace, time, date, receipt, authorisation, original } = transaction
  const result = { refused: code.refused, reversed: code.takenBack }[transaction.state as string] ?? '00'
  const card = shownCard(faults).replaceAll('*', 'E')
  const currency = faults.has('wrongCurrency') ? '0978' : '0504'
  return writePacket('040f', [
    ...hex(`27${result}`),
    ...hex('04'),
    ...amountBytes(amountMinor + (faults.has('wrongAmount') ? 100 : 0)),
    ...hex(`0b${trace}`),
    ...(original === null ? [] : hex(`37${original.trace}`)),
    ...hex(`0c${time} 0d${date} 0e${expiry} 170001 1970`),
    ...counted('22', 2, hex(card)),
    ...hex(`29${terminalId}`),
    ...hex('2a'),
    ...text('2260292'.padEnd(15)),
    ...(result === '00' ? [...hex('3b'), ...text(authorisation), 0, 0] : counted('3c', 3, text(refusedText))),
    ...hex(`49${currency} 87${receipt} 88${trace} 8a06`),
    ...counted('8b', 2, [...text('MASTERCARD'), 0]),
    ...container(
      tlv('2f', [...tlv('1f10', [3]), ...tlv('1f11', [1]), ...tlv('1f12', [1])]),
      tlv('60', [...tlv('43', hex('a0000000041010')), ...tlv('44', text('Mastercard'))]),
    ),
  ])
}

const refusedText = 'Karte abgelehnt'

/** 04 0F of a payment that never became a transaction. */
export const endedStatus = (result: string): readonly number[] =>
  writePacket('040f', hex(`27${result} 29${terminalId}`))

/** 04 FF. @param words shown in TLV 24; `''`: only the code */
export const progress = (step: string, words = ''): readonly number[] =>
  writePacket(
    '04ff',
    words === '' ? hex(step) : [...hex(`${step} 00`), ...container(tlv('24', tlv('07', text(words))))],
  )

/** Kinds of card in BMP 60 (PA00P015 §8): girocard, JCB, Eurocard, Amex, Visa, Diners, others. Ours is a Mastercard. */
const cardKinds = 7
const ourKind = 2
/** The count of a kind has one byte. */
const mostCounted = 255

/**
 * 04 0F of the end of day and of turnover totals: the sum of what stands and, in BMP 60, sums by kind of card. Neither
 * has a sign: a day on which more was given back than taken is told without them.
 */
export function totalsStatus(totals: PeriodTotals, now: Moment, malformed: boolean): readonly number[] {
  const minor = netOf(totals)
  const count = totals.sales.count - totals.voids.count + totals.refunds.count
  const sums = minor < 0 ? [] : [...hex('04'), ...amountBytes(minor)]
  const { first, last } = totals.traces ?? { first: '0000', last: '0000' }
  const kinds = Array.from({ length: cardKinds }, (_, kind) =>
    kind === ourKind
      ? [Math.min(mostCounted, count), ...amountBytes(Math.max(0, minor))]
      : [0, ...amountBytes(0)],
  )
  const byKind = malformed
    ? hex('60 78 f2 76 00 01')
    : minor < 0
      ? []
      : counted('60', 3, [...hex(first + last), ...kinds.flat()])
  return writePacket('040f', [
    ...hex('2700'),
    ...sums,
    ...hex(`0c${now.time} 0d${now.date} 29${terminalId} 490504`),
    ...byKind,
  ])
}
