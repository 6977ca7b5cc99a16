import type { Approval, DeclineReason } from '#shared/kernel/attempt.ts'
import { maskCard, maskText } from '../masking.ts'
import { applicationNames } from './applications.data.ts'
import type { CaisseApMessage } from './message-reader.ts'
import type { Asked } from './request.ts'
import { actionOf, dirhamNumber, isReference } from './request.ts'
import { tag } from './tags.ts'

/** What a message means for the request that is open. */
export type Verdict =
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
  /** It will do it; nothing is decided. */
  | { readonly kind: 'takenIntoAccount' }
  /** Somebody else's, or no answer. */
  | { readonly kind: 'notOurs' }
  /** Ours, and not to be believed. */
  | { readonly kind: 'contradictory'; readonly detail: string }

/** What an answer that says "done" must repeat; the others may leave much of it out. */
const repeated = [tag.till, tag.currency, tag.action, tag.amount]

/** Whether everything is there that a judgement needs. What misses something may still be on its way. */
export function isDecisive({ fields }: CaisseApMessage): boolean {
  const result = fields.get(tag.result)
  if (result === '10') return repeated.every((name) => fields.has(name))
  return result === '01' ? fields.has(tag.reason) : result !== undefined
}

/** What a message means for the request that is open; most fields may be left out, those that decide may not. */
export function judgeAnswer(message: CaisseApMessage, asked: Asked): Verdict {
  const { fields } = message
  const result = fields.get(tag.result)
  const reference = fields.get(tag.identifier)
  const named = reference === asked.reference
  // A terminal may put an identifier of its own there; one that we gave to another attempt is another's answer.
  if (result === undefined || (!named && reference !== undefined && isReference(reference))) {
    return { kind: 'notOurs' }
  }
  if (message.contradictsItself) return contradictory('the answer says one thing twice, differently')
  switch (result) {
    case '10': {
      const wrong = repeated.find((name) => !repeats(fields, asked, name))
      if (wrong === undefined) return { kind: 'approved', approval: approvalOf(fields) }
      if (!named) return { kind: 'notOurs' }
      return contradictory(`done, but ${wrong} is ${brief(fields.get(wrong) ?? 'missing')}`)
    }
    case '01':
      return notDone(fields, asked, named)
    case '11':
      return { kind: 'takenIntoAccount' }
    default:
      return contradictory(`AE ${brief(result)}, which has no known meaning`)
  }
}

/** A red key leaves the amount out, so it is not looked for (OCA/l10n-france 669); the rest says whose answer it is. */
function notDone(fields: CaisseApMessage['fields'], asked: Asked, named: boolean): Verdict {
  const others = [tag.till, tag.currency, tag.action]
  const ours = named || others.every((name) => repeats(fields, asked, name))
  if (!ours) return { kind: 'notOurs' }
  const reason = fields.get(tag.reason)
  // 01 "authorised" and 03 "forced" beside "not done": a person has to look.
  if (reason === '01' || reason === '03') return contradictory(`not done, and yet AF ${reason}`)
  return { kind: 'declined', reason: { code: reason === undefined ? 'AE01' : brief(reason), text: '' } }
}

function repeats(fields: CaisseApMessage['fields'], asked: Asked, name: string): boolean {
  const value = fields.get(name)
  switch (name) {
    case tag.till:
      return value === asked.till
    case tag.currency:
      return value === dirhamNumber
    case tag.action:
      return value === actionOf[asked.kind]
    default:
      // Terminals pad it to their own taste.
      return value !== undefined && /^\d+$/.test(value) && BigInt(value) === BigInt(asked.amountMinor)
  }
}

/** Masked the way this protocol does it (`869343######4766`), in the way we do. */
const starred = (card: string): string => card.replace(/[#.]/g, '*')

/** As received; what is long enough to hold a card number is shown by its beginning only. */
const brief = (value: string): string => (value.length < 12 ? value : `${value.slice(0, 6)}…`)

const contradictory = (detail: string): Verdict => ({ kind: 'contradictory', detail })

function approvalOf(fields: CaisseApMessage['fields']): Approval {
  const card = fields.get(tag.card)
  const authorisation = fields.get(tag.authorisation)?.trim() ?? ''
  const application = fields.get(tag.application)
  return {
    maskedPan: card === undefined || card === '' ? null : maskCard(starred(card)),
    scheme: application === undefined ? null : (applicationNames[application] ?? brief(application)),
    authorisation: /^[0-9A-Za-z]{1,11}$/.test(authorisation) ? authorisation : null,
    // The protocol has no number of the terminal's own for it; `CG` is the merchant's contract.
    trace: null,
    terminalId: null,
    terminalTime: null,
    slip: [],
  }
}

/** A message for the wire trace: fields by tag, card numbers masked. */
export function describe(fields: Iterable<readonly [string, string]>): string {
  const all = [...fields]
  const cards = all.filter(([name]) => name === tag.card).map(([, value]) => starred(value))
  return all.map(([name, value]) => `${name}=${shown(name, value, cards)}`).join(' ')
}

function shown(name: string, value: string, cards: readonly string[]): string {
  if (name === tag.card) return maskCard(starred(value))
  if (name === tag.expiry) return '****'
  // No field of the protocol is as long; a trace must not be a way to fill memory.
  return value.length > 64 ? `(${value.length} characters)` : maskText(value, cards)
}
