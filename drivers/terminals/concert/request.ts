import type { ChargeRequest } from '../terminal.ts'

/**
 * The request of protocol E+: 34 characters, `pos(2) amount(8) answer(1) mode(1) type(1) currency(3) private(10)
 * delay(4) authorisation(4)`. Protocol E ends before `delay`.
 */

/** What is asked, and what an answer must repeat to be ours. */
export interface Asked {
  /** Number of the till, two digits. */
  readonly till: string
  /** Eight digits, centimes. */
  readonly amount: string
  readonly kind: 'debit' | 'credit'
  /** Ten characters that the terminal gives back unread: our number of the attempt. */
  readonly reference: string
}

/** Eight digits on the wire. */
export const largestAmount = 99_999_999
/** ISO 4217 of the Moroccan dirham. */
export const dirhamNumber = '504'

/** `1`: the answer says which card it was. */
const withCard = '1'
/** Payment mode `1`: a card; the others are cheques and store cards. */
const card = '1'
/**
 * Types `2` ("cancel") and `4` ("auto") are left alone: no source says what they do, and a `2` carries no number of
 * the sale that it would cancel.
 */
const typeOf = { debit: '0', credit: '1' } as const
/** `A010`: answer when it is over, not at once. `B010`: the terminal decides whether to ask the acquirer. */
const answerAtTheEnd = 'A010'
const usualAuthorisation = 'B010'

/** Whether a private field holds a number that we gave to an attempt, this one or another. */
export const isReference = (text: string): boolean => /^0000\d{6}$/.test(text) && Number(text) > 0

/** @param till two digits. The request must fit: `impossible` said nothing against it. */
export const askedOf = (
  till: string,
  kind: Asked['kind'],
  request: Pick<ChargeRequest, 'amount' | 'sequence'>,
): Asked => ({
  till,
  amount: String(request.amount).padStart(8, '0'),
  kind,
  reference: String(request.sequence).padStart(10, '0'),
})

/** 34 characters, ASCII, without frame and LRC. */
export function encodeRequest({ till, amount, kind, reference }: Asked): Uint8Array {
  const text =
    till +
    amount +
    withCard +
    card +
    typeOf[kind] +
    dirhamNumber +
    reference +
    answerAtTheEnd +
    usualAuthorisation
  return new TextEncoder().encode(text)
}
