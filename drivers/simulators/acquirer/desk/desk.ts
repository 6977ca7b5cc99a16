import { createHash } from 'node:crypto'
import type { Books } from '../books/books.ts'
import type { Answered, Deed, Says } from '../books/deeds.ts'
import type { FaultShelf, Faults } from '../faults.ts'
import type { HostLine } from '../host-line.ts'
import type { HostDialect } from '../wire/host-dialect.ts'
import type { Seal } from '../wire/mac.ts'
import type { Reading } from '../wire/message.ts'
import { MessageReader } from '../wire/message-reader.ts'
import type { AnswerSender } from './answer-sender.ts'
import { type Asked, codes, type Decision, firstOf, type HostRules, refusal, violation } from './decision.ts'
import { advise, authorise, reverse, upload } from './movements.ts'
import { networkAct, networkDecision } from './network.ts'
import { formatTrouble } from './presence.ts'
import { type Request, requestOf } from './request.ts'
import { settle } from './settlement.ts'

export interface DeskParts {
  readonly dialect: HostDialect
  readonly seal: Seal | null
  readonly rules: HostRules
  readonly books: Books
  /** Learns what happened at a terminal without a message, before it is judged. */
  readonly refresh: (terminal: string) => void
  readonly faults: FaultShelf
  readonly sender: AnswerSender
  /** ISO 8601. */
  readonly now: () => string
  readonly report: (line: string) => void
  /** The books can no longer be kept: nothing may be answered any more. */
  readonly fail: (cause: unknown) => void
}

/** Takes messages, decides, books, and only then answers. */
export class Desk {
  readonly #parts: DeskParts
  readonly #reader: MessageReader

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.#reader = new MessageReader(parts.dialect, parts.seal)
  }

  /** One message, out of its frame. */
  hear(line: HostLine, body: Buffer): void {
    const { dialect, faults } = this.#parts
    const reading = this.#reader.read(body)
    const request = requestOf(reading, dialect)
    if (request === null) {
      this.#drop(reading)
      return
    }
    const shown = faults.take(request)
    if (shown.has('unheard')) return
    if (shown.has('dropBeforeCommit')) line.drop()
    else this.#answer(line, request, this.#decide(line, request, reading, shown), shown)
  }

  /** Nobody can be answered. */
  #drop({ mti, trouble, fields }: Reading): void {
    const detail =
      trouble?.text ?? (fields.has(11) && fields.has(41) ? 'it asks for nothing here' : 'nobody sent it')
    this.#parts.report(`${mti || '????'} dropped: ${detail}`)
    this.#book('', [violation(trouble?.kind ?? 'format', `${mti} dropped: ${detail}`)])
  }

  #decide(line: HostLine, request: Request, { trouble }: Reading, faults: Faults): Decision {
    const { rules, books } = this.#parts
    const wrong = trouble ?? formatTrouble(request, rules.talk, this.#reader)
    if (wrong !== null)
      return misformed(request, typeof wrong === 'string' ? { kind: 'format', text: wrong } : wrong)
    if (request.kind === 'network') return this.#network(line, request, faults)
    if (rules.talk.network !== null && !line.signedOn.has(request.terminal)) {
      return refusal(codes.notPermitted, violation('notSignedOn', `${request.type} without a sign-on`))
    }
    this.#parts.refresh(request.terminal)
    const book = books.of(request.terminal)
    const before = book.answered(request.type, request.stan)
    if (before !== undefined) return repeated(request, before, rules)
    if (faults.has('refuse')) return refusal(faults.get('refuse') || '05')
    if (faults.has('duplicateBatch')) return refusal(firstOf(rules.talk.codes.duplicate))
    return decided(request, { book, rules }, faults)
  }

  #network(line: HostLine, request: Request, faults: Faults): Decision {
    const act = networkAct(request, this.#parts.rules.talk)
    if (act === 'signOn' && faults.has('refuseSignOn'))
      return refusal(faults.get('refuseSignOn') || codes.notPermitted)
    if (act === 'signOn') line.signedOn.add(request.terminal)
    if (act === 'signOff') line.signedOn.delete(request.terminal)
    return networkDecision(act, this.#parts.rules.talk)
  }

  #answer(line: HostLine, request: Request, { says, deeds, isKept }: Decision, faults: Faults): void {
    if (faults.has('deafSignOn')) return
    const { sender, report, books, fail } = this.#parts
    report(inOneLine(request, says, faults))
    const answered = { type: request.type, stan: request.stan, digest: digestOf(request), says }
    if (isKept) this.#book(request.terminal, deeds, answered)
    else if (deeds.length > 0) this.#book(request.terminal, deeds)
    const kept = books.kept()
    if (kept === null) sender.send(line, request, says, faults)
    else kept.then(() => sender.send(line, request, says, faults), fail)
  }

  #book(terminal: string, deeds: readonly Deed[], answered?: Answered): void {
    const { books, now, report } = this.#parts
    for (const deed of deeds) if (deed.do === 'violate') report(`${terminal} ${deed.kind}: ${deed.detail}`)
    books.record({ at: now(), terminal, deeds, ...(answered === undefined ? {} : { answered }) })
  }
}

function decided(request: Request, asked: Asked, faults: Faults): Decision {
  switch (request.kind) {
    case 'settlement':
      return settle(request, asked, faults.has('disagree') || faults.has('disagreeTwice'))
    case 'upload':
      return upload(request, asked)
    case 'reversal':
      return reverse(request, asked)
    case 'advice':
      return advise(request, asked)
    default:
      return authorise(request, asked)
  }
}

const misformed = (request: Request, { kind, text }: NonNullable<Reading['trouble']>): Decision => {
  const { says, ...rest } = refusal(codes.format, violation(kind, `${request.message.mti}: ${text}`))
  // DE 44 has room for 25 characters.
  return { ...rest, says: { ...says, 44: text.slice(0, 25) } }
}

/** An answered message come again: the same answer to the same, whatever has happened since. */
function repeated(request: Request, before: Answered, { talk }: HostRules): Decision {
  if (before.digest !== digestOf(request)) {
    const detail = `${request.message.mti} with STAN ${request.stan} says something else than before`
    return refusal(firstOf(talk.codes.duplicate), violation('repeatDiffers', detail))
  }
  const unmarked = violation(
    'repeatUnmarked',
    `${request.type} with STAN ${request.stan} comes again as if new`,
  )
  return { says: before.says, deeds: request.isRepeat ? [] : [unmarked], isKept: false }
}

/** DE 7 is when it was sent, and MACs follow from the rest: these alone may differ in a repeat. */
function digestOf({ message }: Request): string {
  const hash = createHash('sha256')
  for (const [field, value] of message.fields) {
    if (field !== 7 && field !== 64 && field !== 128) hash.update(`${field}=${value}\n`)
  }
  return hash.digest('base64').slice(0, 22)
}

/** `ARTISAN00000001/TILL0001 0500 000123 → 00`. */
function inOneLine({ terminal, message, stan }: Request, says: Says, faults: Faults): string {
  const shown = [...faults.keys()].join(', ')
  return `${terminal} ${message.mti} ${stan} → ${says[39] ?? ''}${shown === '' ? '' : ` (${shown})`}`
}
