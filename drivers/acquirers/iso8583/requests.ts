import type { Dialect } from '#drivers/iso8583/dialect.ts'
import { fieldRow } from '#drivers/iso8583/field-row.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import { localDay, type Stamp } from '#shared/kernel/stamp.ts'
import type { Dirham } from '#shared/money/amount.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { TellQuestion, TotalsQuestion, UploadQuestion } from '../acquirer-host.ts'
import { dayDigits, localTime, retrievalReference, transmitted } from './moments.ts'
import { totalsFields } from './totals-fields.ts'

/** Who asks, and of whom. */
export interface HostIdentity {
  /** DE 41, 8 characters at most; DE 42, 15 at most. */
  readonly terminalId: string
  readonly merchantId: string
  /** DE 32 and DE 99, digits; `''`: not said. */
  readonly acquirerId: string
  readonly settlementId: string
}

/**
 * The messages of settlement in one dialect, each made of its question and nothing else: a repetition is the same but
 * for its type. No message has DE 2, 14, 35, 36, 45, 52 or 55: there is nothing here to fill them with.
 * All may throw Iso8583Error, there or when packed, for what the dialect has no room for.
 */
export interface Requests {
  /** 0500, 0501. */
  settle(question: TotalsQuestion): Message
  /** 0320, 0321. */
  upload(question: UploadQuestion): Message
  /** 0420, 0421. */
  reverse(question: TellQuestion): Message
  /** 0220, 0221. */
  advise(question: TellQuestion): Message
  /** 0800. @param code of DE 70 */
  network(code: string, stan: number, at: Stamp): Message
}

type Fields = Readonly<Record<number, string>>

/** DE 49: the dirham, ISO 4217. */
const dirhams = '504'

export function requests(
  dialect: Pick<Dialect, 'version' | 'wire' | 'talk'>,
  identity: HostIdentity,
): Requests {
  const { version, wire, talk } = dialect
  const { acquirerId } = identity

  const lengthOf = (field: number): number => fieldRow(wire, field)?.length ?? 0
  /** What a dialect may go without: left out where it has no such field, or there is nothing to say. */
  const said = (field: number, value: string | null): Fields =>
    value === null || value === '' || fieldRow(wire, field) === null ? {} : { [field]: value }

  const message = (type: string, stan: number, ...parts: readonly Fields[]): Message => {
    const stanDigits = String(stan).padStart(lengthOf(11), '0')
    const own: Fields = { 11: stanDigits, 41: identity.terminalId, 42: identity.merchantId }
    const fields = [own, ...parts].flatMap((part) => Object.entries(part))
    return { mti: version + type, fields: new Map(fields.map(([field, value]) => [Number(field), value])) }
  }
  const clock = (at: Stamp): Fields => ({
    ...said(12, localTime(at, lengthOf(12))),
    ...said(13, dayDigits(localDay(at), lengthOf(13))),
  })
  const batch = (number: number): Fields =>
    talk.batchNumber === null
      ? {}
      : { [talk.batchNumber.field]: batchDigits(number, talk.batchNumber.digits) }
  const functionCode = (of: 'settle' | 'closing' | 'other'): Fields =>
    said(24, talk.functionCode?.[of] ?? null)

  /** What is the same of a movement in every message about it. */
  const movement = (
    amount: Dirham,
    { kind, approval, at }: Pick<CardMovement, 'kind' | 'approval' | 'at'>,
  ): Fields => ({
    3: talk.processing[kind],
    4: String(amount).padStart(lengthOf(4), '0'),
    ...clock(at),
    ...functionCode('other'),
    ...said(32, acquirerId),
    ...approvalFields(approval),
    ...said(49, dirhams),
  })
  const approvalFields = (approval: Approval | null): Fields => ({
    ...said(37, whereItFits(approval?.trace, lengthOf(37))),
    ...said(38, whereItFits(approval?.authorisation, lengthOf(38))),
  })
  const told = (type: string, { stan, at, batchNumber, amount, ...of }: TellQuestion): Message =>
    message(type, stan, movement(amount, of.movement), said(7, transmitted(at)), batch(batchNumber), {
      ...said(90, originalData(version, of.terminalSequence, of.movement.at, acquirerId)),
    })

  return {
    settle({ stan, at, repeat, businessDay, batchNumber, totals, closing }) {
      const stage = closing ? 'closing' : 'settle'
      return message(repeat ? '501' : '500', stan, clock(at), functionCode(stage), batch(batchNumber), {
        ...said(3, talk.processing[stage]),
        ...said(15, dayDigits(businessDay, lengthOf(15))),
        ...said(32, acquirerId),
        ...said(37, retrievalReference(at, stan)),
        ...said(49, dirhams),
        ...Object.fromEntries(totalsFields(totals, talk.totals)),
        ...said(99, identity.settlementId),
      })
    },
    upload: ({ stan, at, repeat, batchNumber, movement: each }) =>
      message(
        repeat ? '321' : '320',
        stan,
        movement(each.amount, each),
        said(7, transmitted(at)),
        batch(batchNumber),
      ),
    reverse: (question) => told(question.repeat ? '421' : '420', question),
    advise: (question) => told(question.repeat ? '221' : '220', question),
    network: (code, stan, at) =>
      message('800', stan, said(7, transmitted(at)), functionCode('other'), { 70: code }),
  }
}

/** A host of fewer digits than we count has its numbers go round, past 0, as ours do after 999999. */
function batchDigits(number: number, digits: number): string {
  return String(((number - 1) % (10 ** digits - 1)) + 1).padStart(digits, '0')
}

/**
 * What a terminal said, where it can be a reference or an approval code: letters and digits, and not too many. It is
 * never a number, and anything longer (a card number that strayed there) is not sent, nor is any part of it.
 */
function whereItFits(text: string | null | undefined, length: number): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed.length <= length && /^[A-Za-z0-9]+$/.test(trimmed) ? trimmed : null
}

/**
 * DE 90 of the original, a 0200: type 4, STAN 6, date and time of DE 7 10, acquirer 11, forwarder 11, filled with zeros
 * (ISO 8583:1987 DE 90).
 */
function originalData(version: string, sequence: number, at: Stamp, acquirerId: string): string {
  const forwarder = ''
  return [
    `${version}200`,
    String(sequence).padStart(6, '0'),
    transmitted(at),
    acquirerId.padStart(11, '0'),
    forwarder.padStart(11, '0'),
  ].join('')
}
