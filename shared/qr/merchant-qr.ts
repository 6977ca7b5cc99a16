import type { Result } from '../kernel/result.ts'
import { err, ok } from '../kernel/result.ts'
import { checksumOf, checksumTag, signed } from './checksum.ts'
import { type DataObject, readObjects, writeObjects } from './data-objects.ts'

/**
 * The code a shop shows to be paid by telephone: EMVCo QR Code Specification for Payment Systems,
 * Merchant-Presented Mode 1.1 ("MPM" below). The acquirer gives it out as a text; the till checks it, and adds an
 * amount and its own reference.
 */
export interface MerchantQr {
  /** In the order of the text, tag 63 left out; nothing of it is ever rewritten but what `withAmount` says. */
  readonly objects: readonly DataObject[]
  readonly merchantName: string
  readonly city: string
  /** Made to be shown again and again (01 absent or 11), or once (12). */
  readonly use: 'static' | 'dynamic'
}

export type MerchantQrFault =
  /** No text, or longer than a code may hold. */
  | { readonly fault: 'length' }
  /** Not a row of tags, lengths and values. */
  | { readonly fault: 'malformed' }
  /** It does not begin with format 01, or does not end with its check. */
  | { readonly fault: 'notMerchantQr' }
  /** The check does not agree: a character was lost or changed. */
  | { readonly fault: 'checksum' }
  | { readonly fault: 'missing'; readonly tag: string }
  | { readonly fault: 'badValue'; readonly tag: string }
  /** Not in dirhams; ISO 4217 number as it stands there. */
  | { readonly fault: 'currency'; readonly currency: string }
  /** A reference that a code cannot carry, or no room for it. */
  | { readonly fault: 'reference' }
  | { readonly fault: 'amount' }

const dirham = '504'
/** Longest payload, in characters (MPM §4.1). */
export const longestPayload = 512
/** MPM table 3.1: what must be there, besides 00, 63 and an account. */
const required = ['52', '53', '58', '59', '60'] as const
/** Values with a fixed shape (MPM table 3.2). */
const shapes: Readonly<Record<string, RegExp>> = {
  '01': /^1[12]$/,
  '52': /^\d{4}$/,
  '53': /^\d{3}$/,
  '54': /^(?=.{1,13}$)\d+(?:\.\d*)?$/,
  '58': /^[A-Z]{2}$/,
  '59': /^.{1,25}$/u,
  '60': /^.{1,15}$/u,
}

/** Reads an acquirer's text. Blanks and line ends around it, as a mail programme adds them, are no part of it. */
export function parseMerchantQr(text: string): Result<MerchantQr, MerchantQrFault> {
  const payload = text.trim()
  if (payload === '' || [...payload].length > longestPayload) return err({ fault: 'length' })
  const read = readObjects(payload)
  if (!read.ok) return err({ fault: 'malformed' })
  const all = read.value
  const last = all.at(-1)
  if (all[0]?.tag !== '00' || all[0].value !== '01') return err({ fault: 'notMerchantQr' })
  if (last?.tag !== checksumTag || last.value.length !== 4) return err({ fault: 'notMerchantQr' })
  if (checksumOf(payload.slice(0, -4)) !== last.value.toUpperCase()) return err({ fault: 'checksum' })
  const objects = all.slice(0, -1)
  const twice = objects.find(({ tag }, i) => objects.findIndex((other) => other.tag === tag) !== i)
  if (twice !== undefined) return err({ fault: 'badValue', tag: twice.tag })
  return checkObjects(objects)
}

function checkObjects(objects: readonly DataObject[]): Result<MerchantQr, MerchantQrFault> {
  const value = (tag: string): string | undefined => objects.find((object) => object.tag === tag)?.value
  const missing = required.find((tag) => value(tag) === undefined)
  if (missing !== undefined) return err({ fault: 'missing', tag: missing })
  // Accounts of the card networks and of templates (MPM §4.5).
  if (!objects.some(({ tag }) => tag >= '02' && tag <= '51')) return err({ fault: 'missing', tag: '02' })
  const odd = objects.find((object) => shapes[object.tag]?.test(object.value) === false)
  if (odd !== undefined) return err({ fault: 'badValue', tag: odd.tag })
  const currency = value('53') ?? ''
  if (currency !== dirham) return err({ fault: 'currency', currency })
  return ok({
    objects,
    merchantName: value('59') ?? '',
    city: value('60') ?? '',
    use: value('01') === '12' ? 'dynamic' : 'static',
  })
}

/** The text again, its check made anew. */
export function merchantQrText(qr: MerchantQr): string {
  return signed(writeObjects(qr.objects))
}
