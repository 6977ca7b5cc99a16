import { maskText } from '../masking.ts'
import { type JsonObject, objectAt, readJson, textAt } from './json.ts'
import type { NexoRequest } from './messages.ts'
import type { MessageSeal } from './security.ts'

/** What a message that came is to one request. */
export type Reply =
  /** No nexo message at all. */
  | { readonly kind: 'nonsense' }
  /** A message of another exchange. */
  | { readonly kind: 'other'; readonly message: JsonObject }
  /** Says it answers us and cannot be believed: seal, signature or inner header are wrong. */
  | { readonly kind: 'forged'; readonly detail: string }
  /** The terminal could not read what we sent (EventNotification, Reject). */
  | { readonly kind: 'rejected'; readonly message: JsonObject; readonly detail: string }
  | {
      readonly kind: 'answer'
      readonly message: JsonObject
      /** What is inside, e.g. the PaymentResponse. */
      readonly response: JsonObject
      readonly poiId: string
    }

/** @param seal `null`: nothing is sealed on this channel, and what is sealed is not understood */
export function readReply(text: string, request: NexoRequest, seal: MessageSeal | null): Reply {
  const outer = readJson(text)
  const envelope = objectAt(outer, 'SaleToPOIResponse')
  if (outer === undefined || envelope === undefined) return readEvent(outer)
  if (!repeats(envelope, request)) return { kind: 'other', message: outer }
  if (seal === null) return readAnswer(outer, request)
  const opened = seal.open(envelope)
  if (!opened.ok) return { kind: 'forged', detail: opened.detail }
  const inner = readJson(opened.text)
  // The clear header is not signed: a former answer could have been given ours.
  if (inner === undefined || !repeats(objectAt(inner, 'SaleToPOIResponse'), request)) {
    return { kind: 'forged', detail: 'the sealed answer is to something else' }
  }
  return readAnswer(inner, request)
}

function readAnswer(message: JsonObject, request: NexoRequest): Reply {
  const response = objectAt(message, 'SaleToPOIResponse', `${request.category}Response`)
  if (response === undefined) return { kind: 'forged', detail: 'the answer is empty' }
  return { kind: 'answer', message, response, poiId: request.poiId }
}

function readEvent(message: JsonObject | undefined): Reply {
  const envelope = objectAt(message, 'SaleToPOIRequest')
  if (message === undefined || envelope === undefined) return { kind: 'nonsense' }
  const event = objectAt(envelope, 'EventNotification')
  if (textAt(event, 'EventToNotify') !== 'Reject') return { kind: 'other', message }
  const details = textAt(event, 'EventDetails') ?? ''
  const said = new URLSearchParams(details).get('message') ?? details
  return { kind: 'rejected', message, detail: maskText(said).slice(0, 100).toWellFormed() }
}

/** Everything that names an exchange must be ours: type, category, number, till and terminal. */
function repeats(envelope: JsonObject | undefined, request: NexoRequest): boolean {
  const header = objectAt(envelope, 'MessageHeader')
  return (
    textAt(header, 'MessageType') === 'Response' &&
    textAt(header, 'MessageCategory') === request.category &&
    textAt(header, 'ServiceID') === request.serviceId &&
    textAt(header, 'SaleID') === request.saleId &&
    textAt(header, 'POIID') === request.poiId
  )
}
