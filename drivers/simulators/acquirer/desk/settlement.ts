import type { Deed, Says } from '../books/deeds.ts'
import { netted, recognised } from '../books/matching.ts'
import { countOf, inWords, isSame, netOf, type Totals, totalsOf } from '../books/tally.ts'
import type { Batch, Transaction } from '../books/terminal-book.ts'
import type { HostTalk } from '../wire/host-dialect.ts'
import { toldTotals, totalsSaid } from './batch-totals.ts'
import { type Asked, codes, type Decision, firstOf, refusal, violation } from './decision.ts'
import { type Request, textAt } from './request.ts'

/** 0500, 0520: a batch's totals. @param disagrees the host is told to count something else */
export function settle(request: Request, { book, rules }: Asked, disagrees: boolean): Decision {
  const told = toldTotals(request.message.fields, rules.talk)
  if (typeof told === 'string') return refusal(codes.format, violation('format', `${request.type}: ${told}`))
  const number = batchNumber(request, rules.talk)
  const key = number === null ? (openBatch(book.batches())?.key ?? `STAN ${request.stan}`) : String(number)
  const known = book.batch(key)
  const asked: Judging = { request, told, number, key, book, rules, disagrees }
  // Numbers go round: one of so long ago is another batch.
  if (known === undefined || book.placed - known.place > halfOf(rules.talk)) return judgeFirst(asked)
  return known.state === 'agreed' ? judgeAgreed(asked, known) : judgeClosing(asked, known)
}

interface Judging extends Asked {
  readonly request: Request
  readonly told: Totals
  readonly number: number | null
  readonly key: string
  readonly disagrees: boolean
}

function judgeFirst(asked: Judging): Decision {
  const { request, told, book, rules } = asked
  const { talk } = rules
  if (isClosing(request, talk)) {
    return refusal(codes.invalid, violation('outOfTurn', `batch ${asked.key} is closed and was never opened`))
  }
  if (rules.refusesAlike && book.lastAgreed !== null && isAlike(told, book.lastAgreed.told)) {
    return { says: { 39: firstOf(talk.codes.duplicate), ...totalsSaid(told, talk) }, deeds: [], isKept: true }
  }
  const members =
    rules.capture === 'host' ? [...book.open()].filter((each) => isOfBatch(each, asked.number)) : []
  const counted = rules.capture === 'host' ? totalsBy(talk, members) : told
  const what = { batch: asked.key, number: asked.number, stan: request.stan, told }
  if (asked.disagrees || !isSame(told, counted)) {
    return { says: disagreement(talk, counted), deeds: [{ do: 'disagree', ...what, counted }], isKept: true }
  }
  const deed: Deed = { do: 'agree', ...what, settles: idsOf(members) }
  return { says: agreement(talk, counted), deeds: [deed], isKept: true }
}

/** Under another STAN, for under its own it would be a repeat. */
function judgeAgreed({ key, told, rules: { talk } }: Judging, known: Batch): Decision {
  const same = isSame(told, known.told)
  const deed = same
    ? violation('settledAgain', `batch ${key} is asked about again under another STAN`)
    : violation('numberReused', `batch ${key} comes again with ${inWords(told)}`)
  return {
    says: { 39: firstOf(talk.codes.duplicate), ...totalsSaid(known.told, talk) },
    deeds: [deed],
    isKept: true,
  }
}

/** What was uploaded is what counts (P2 of an EDC host; the same where totals have fields of their own). */
function judgeClosing(asked: Judging, known: Batch): Decision {
  const { request, told, book, rules } = asked
  const { talk } = rules
  if (talk.processing.closing !== null && !isClosing(request, talk)) {
    return refusal(
      codes.invalid,
      violation('outOfTurn', `batch ${asked.key} is opened again, and was never closed`),
    )
  }
  if (!isSame(told, known.told)) {
    return {
      says: { 39: firstOf(talk.codes.duplicate), ...totalsSaid(known.told, talk) },
      deeds: [violation('numberReused', `batch ${asked.key} has other totals than before: ${inWords(told)}`)],
      isKept: true,
    }
  }
  const counted = totalsBy(talk, known.uploaded)
  if (asked.disagrees || !isSame(told, counted)) {
    return { says: disagreement(talk, counted), deeds: [], isKept: true }
  }
  const settles = idsOf(recognised(known.uploaded, book.open()))
  const deed: Deed = { do: 'close', batch: known.key, stan: request.stan, settles }
  return { says: agreement(talk, counted), deeds: [deed], isKept: true }
}

const idsOf = (transactions: readonly Transaction[]): readonly number[] => transactions.map(({ id }) => id)

const agreement = (talk: HostTalk, counted: Totals): Says => ({
  39: firstOf(talk.codes.agreed),
  ...inBalance(talk, '1'),
  ...totalsSaid(counted, talk),
})

const disagreement = (talk: HostTalk, counted: Totals): Says => ({
  39: firstOf(talk.codes.disagreed),
  ...inBalance(talk, '2'),
  ...totalsSaid(counted, talk),
})

/** DE 66: 1 in balance, 2 out of balance; only beside totals in fields of their own. */
const inBalance = ({ totals }: HostTalk, settlementCode: '1' | '2'): Says =>
  totals.kind === 'fields' ? { 66: settlementCode } : {}

const totalsBy = (
  talk: HostTalk,
  transactions: readonly (Transaction | Batch['uploaded'][number])[],
): Totals => totalsOf(talk.reversals === 'netted' ? netted(transactions) : transactions)

/**
 * Another number, but as many and as much as the last batch, and more than two (Chase Paymentech, DUPLICATE BATCH). A
 * shop may well have two such days: a person has to say so.
 */
const isAlike = (told: Totals, last: Totals): boolean =>
  countOf(told) > 2 && countOf(told) === countOf(last) && netOf(told) === netOf(last)

const isOfBatch = (transaction: Transaction, number: number | null): boolean =>
  transaction.batch === null || number === null || transaction.batch === number

export function batchNumber(
  request: Request,
  { batchNumber: place }: Pick<HostTalk, 'batchNumber'>,
): number | null {
  return place === null ? null : Number(textAt(request, place.field))
}

/** The one that is being uploaded, where batches have no number. */
export const openBatch = (batches: readonly Batch[]): Batch | undefined =>
  batches.findLast(({ state }) => state === 'uploading')

/** Only where a dialect says so by itself. */
const isClosing = (request: Request, { processing }: HostTalk): boolean =>
  processing.closing !== null &&
  processing.closing !== processing.settle &&
  textAt(request, 3) === processing.closing

const halfOf = ({ batchNumber: place }: HostTalk): number =>
  place === null ? Number.POSITIVE_INFINITY : 10 ** place.digits / 2
