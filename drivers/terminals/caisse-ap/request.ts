import type { ChargeRequest } from '../terminal.ts'
import { tag } from './tags.ts'

/** What is asked, and what an answer must repeat to be ours. */
export interface Asked {
  readonly till: string
  readonly kind: 'debit' | 'credit'
  /** Centimes. */
  readonly amountMinor: number
  /** Twelve digits in `CJ`: our number of the attempt. */
  readonly reference: string
}

/** Twelve digits on the wire. */
export const largestAmount = 999_999_999_999
/** ISO 4217 of the Moroccan dirham. */
export const dirhamNumber = '504'
export const actionOf = { debit: '0', credit: '1' } as const

/**
 * `CJ` must be there and its value is free, as two public implementations show: with the number of the attempt in
 * it, an answer that a terminal kept for an earlier sale of the same amount is not taken for this one's.
 */
export const askedOf = (
  till: string,
  kind: Asked['kind'],
  { amount, sequence }: Pick<ChargeRequest, 'amount' | 'sequence'>,
): Asked => ({ till, kind, amountMinor: amount, reference: String(sequence).padStart(12, '0') })

/** Whether an identifier is a number that we gave to an attempt, this one or another. */
export const isReference = (text: string): boolean => /^000000\d{6}$/.test(text) && Number(text) > 0

export type RequestFields = readonly (readonly [tag: string, value: string])[]

/** The fields, in the order in which implementations send them. */
export const requestFields = ({ till, kind, amountMinor, reference }: Asked): RequestFields => [
  [tag.version, '0300'],
  [tag.identifier, reference],
  [tag.till, till],
  [tag.currency, dirhamNumber],
  [tag.delay, '0'],
  [tag.action, actionOf[kind]],
  [tag.amount, String(amountMinor).padStart(2, '0')],
  [tag.partial, '0'],
]

/** LENGTH counts bytes; every value is ASCII. */
export const encodeFields = (fields: RequestFields): Uint8Array =>
  new TextEncoder().encode(
    fields.map(([name, value]) => `${name}${String(value.length).padStart(3, '0')}${value}`).join(''),
  )
