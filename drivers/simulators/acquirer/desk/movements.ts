import type { Authorisation, Says, Uploaded } from '../books/deeds.ts'
import { isNumber } from '../books/matching.ts'
import type { Kind } from '../books/tally.ts'
import type { Transaction } from '../books/terminal-book.ts'
import type { HostTalk } from '../wire/host-dialect.ts'
import { type Asked, codes, type Decision, firstOf, refusal, violation } from './decision.ts'
import { type Request, textAt } from './request.ts'
import { batchNumber, openBatch } from './settlement.ts'

/** 0320: one record of a batch whose totals differ. */
export function upload(request: Request, { book, rules: { talk } }: Asked): Decision {
  const number = batchNumber(request, talk)
  const batch = number === null ? openBatch(book.batches()) : book.batch(String(number))
  if (!talk.upload || batch?.state !== 'uploading') {
    return refusal(codes.invalid, violation('outOfTurn', `batch ${number ?? ''} does not wait for records`))
  }
  const record: Uploaded = {
    stan: request.stan,
    kind: kindOf(request, talk),
    minor: Number(textAt(request, 4)),
    rrn: textAt(request, 37),
    approval: textAt(request, 38),
    at: textAt(request, 13).slice(-4) + textAt(request, 12).slice(-6),
  }
  if (book.hasUploaded(batch.key, record)) {
    const deed = violation('uploadedTwice', `batch ${batch.key} has the record of ${record.stan} already`)
    return { says: { 39: firstOf(talk.codes.duplicate) }, deeds: [deed], isKept: true }
  }
  return { says: taken(talk), deeds: [{ do: 'upload', batch: batch.key, record }], isKept: true }
}

/** 0400, 0420: a charge that does not stand, whether this host heard of it or not. */
export function reverse(request: Request, { book, rules: { talk } }: Asked): Decision {
  const reference = textAt(request, 90).slice(4, 10)
  const minor = Number(textAt(request, 4))
  const rrn = textAt(request, 37)
  const found = latest(book.transactions(), (each) =>
    rrn !== '' && each.rrn !== '' ? each.rrn === rrn : isNumber(each.reference, reference),
  )
  if (found === undefined) {
    return {
      says: { 39: codes.notFound },
      deeds: [{ do: 'reverse', id: null, reference, minor }],
      isKept: true,
    }
  }
  if (found.minor !== minor) {
    return refusal(
      codes.notFound,
      violation('reversalWrong', `the reversal of ${reference} is of another amount`),
    )
  }
  if (found.state === 'settled') {
    return refusal(
      codes.noAction,
      violation('reversalWrong', `${reference} is settled in ${found.settledIn}`),
    )
  }
  const deed = { do: 'reverse', id: found.id, reference, minor } as const
  return { says: taken(talk), deeds: found.state === 'open' ? [deed] : [], isKept: true }
}

/** 0220: a charge that stands, though this host may not have heard of it. */
export function advise(request: Request, asked: Asked): Decision {
  const what = authorisation(request, asked.rules.talk, textAt(request, 90).slice(4, 10) || request.stan)
  const known = latest(asked.book.transactions(), (each) => isKnown(each, what))
  if (known !== undefined)
    return { says: { 39: firstOf(asked.rules.talk.codes.duplicate) }, deeds: [], isKept: true }
  return {
    says: taken(asked.rules.talk),
    deeds: [{ do: 'authorise', id: asked.book.nextId, what }],
    isKept: true,
  }
}

/** 0200: a charge, a refund or a void, which this host always grants. */
export function authorise(request: Request, { book, rules: { talk } }: Asked): Decision {
  const asked = authorisation(request, talk, request.stan)
  const undone =
    asked.kind === 'saleReversal'
      ? latest(book.open(), ({ kind, rrn }) => kind === 'sale' && rrn === asked.rrn)
      : null
  if (undone === undefined || (undone !== null && undone.minor !== asked.minor))
    return refusal(codes.notFound)
  const id = book.nextId
  const rrn = asked.rrn || String(id).padStart(12, '0')
  const approval = String(100_000 + ((id * 7_919) % 900_000))
  const what = { ...asked, rrn, approval, undoes: undone?.rrn ?? '' }
  return {
    says: { ...taken(talk), 37: rrn, 38: approval },
    deeds: [{ do: 'authorise', id, what }],
    isKept: true,
  }
}

const taken = ({ codes: { agreed } }: HostTalk): Says => ({ 39: firstOf(agreed) })

function authorisation(request: Request, talk: HostTalk, reference: string): Authorisation {
  const place = talk.batchNumber?.field
  const batch = place === undefined ? '' : textAt(request, place)
  return {
    kind: kindOf(request, talk),
    minor: Number(textAt(request, 4)),
    rrn: textAt(request, 37),
    reference,
    approval: textAt(request, 38),
    batch: batch === '' ? null : Number(batch),
    undoes: '',
  }
}

/** By DE 3, which was looked at before. */
function kindOf(request: Request, { processing }: HostTalk): Kind {
  const code = textAt(request, 3)
  if (code === processing.refund) return 'refund'
  return code === processing.saleReversal ? 'saleReversal' : 'sale'
}

const isKnown = (each: Transaction, what: Authorisation): boolean =>
  each.kind === what.kind &&
  each.minor === what.minor &&
  (each.rrn !== '' && what.rrn !== '' ? each.rrn === what.rrn : isNumber(each.reference, what.reference))

function latest(among: Iterable<Transaction>, is: (each: Transaction) => boolean): Transaction | undefined {
  return [...among].findLast(is)
}
