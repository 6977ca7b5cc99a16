import type { Done } from '#drivers/marketplaces/marketplace.ts'
import type { ForwardTrouble } from '#shared/contract/forwards.ts'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import type { Delivery } from '../forwarder.ts'

/** An end that is none yet, or not the one that was hoped for. */
export type NotDone = Exclude<Done<unknown>, { readonly end: 'done' }>
export type Refused = Extract<NotDone, { readonly end: 'refused' }>

export type NotDelivered = Exclude<Delivery, { readonly end: 'delivered' }>

/** Tries that a page instead of an answer is put down to the network, and not to what was asked. */
const patientTries = 6

/**
 * A message that was not done: again where the network, the key or the hour may be to blame; for good where the platform
 * has understood what it was asked. The code and the platform's own words are its detail.
 */
export function deliveryOf(end: NotDone): NotDelivered {
  if (end.end === 'unknown')
    return { end: 'again', trouble: unknownTroubles[end.cause], detail: end.text, unsent: !end.sent }
  const trouble = mayPass.get(end.code) ?? 'refused'
  const detail = `${end.code} ${end.text}`.trim()
  if (end.again !== null) return { end: 'again', trouble, detail, afterMs: end.again.afterMs }
  return { end: mayPass.has(end.code) ? 'again' : 'setAside', trouble, detail }
}

/**
 * Whether a platform's no is about this very piece and stays one. What a key may not do is told piece by piece: it may do the
 * rest.
 * @param tries so far
 */
export function isForGood(end: NotDone, tries: number): end is Refused {
  if (end.end === 'unknown' || end.again !== null) return false
  if (end.code === 'notAllowed') return true
  return end.code === 'malformed' ? tries >= patientTries : !mayPass.has(end.code)
}

const unknownTroubles = {
  noNetwork: 'noNetwork',
  silent: 'silent',
  lineLost: 'lineLost',
  aborted: 'closing',
} as const satisfies Record<Extract<NotDone, { readonly end: 'unknown' }>['cause'], ForwardTrouble>

/** What says nothing about the message itself: a new key, another hour, or a page in between that is gone tomorrow. */
const mayPass: ReadonlyMap<MarketplaceTrouble, ForwardTrouble> = new Map([
  ['keyRefused', 'notSignedOn'],
  ['notAllowed', 'notSignedOn'],
  ['tooMany', 'refused'],
  ['unavailable', 'refused'],
  ['malformed', 'garbage'],
])
