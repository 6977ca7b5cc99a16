import type { Ticket } from '../cart/ticket.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import { type ActivityCode, activityFields, activityOf } from './activity-code.ts'
import { tillCode } from './code.ts'
import { bounded, decoded, encoded } from './code-field.ts'
import { keyId } from './key-fingerprint.ts'

/**
 * What the QR of a signed paper says, for anyone who holds the shop's public key, without a network: printable ASCII,
 * fields joined by `:`, the last one the Ed25519 signature (RFC 8032) of all before it, without the colon.
 *
 * receipt      `HANOUT2:<till>:<ticket>:<gross centimes, minus for a refund>:<hash prefix>:<day>:<key id>:<signature>`
 * certificate  `HANOUTC1:<number>:<ticket>:<day>:<shop hash>:<name>:<maker>:<village>:<dimensions>:<stamps>:<key id>:<signature>`
 * activity     `HANOUTA1:<till>:<shop hash>:<whom>:<month>:<day>:<sales>:<takings>:<dues>:<key id>:<signature>`
 *
 * The key id says whose key to try; only the signature proves anything. Texts of a certificate are percent-encoded
 * UTF-8 and shortened, so that the whole stays within `longestCode`.
 */

/** A receipt, as far as its QR tells. */
export interface ReceiptCode {
  readonly kind: 'receipt'
  /** Short name of the till. [0-9A-Za-z_-]{0,8} */
  readonly till: string
  readonly ticket: number
  /** Centimes; negative: a refund. */
  readonly gross: number
  /** First 16 hex digits of the hash of the journal entry. */
  readonly hash: string
  readonly day: BusinessDay
}

/** A certificate, as far as its QR tells. */
export interface CertificateCode {
  readonly kind: 'certificate'
  readonly number: number
  readonly ticket: number
  readonly day: BusinessDay
  /** First 16 hex digits of SHA-256 over the shop's name (UTF-8, NFC). */
  readonly shop: string
  readonly name: string
  readonly maker: string
  readonly village: string
  readonly dimensions: string
  readonly stamps: string
}

export type PaperCode = ReceiptCode | CertificateCode | ActivityCode

/** Characters of the longest text; the symbol still fits 58 mm paper. */
export const longestCode = 600

/** Characters of each text of a certificate, once encoded: an Arabic letter takes six, an emoji twelve. */
export const fieldLengths = { name: 120, maker: 90, village: 60, dimensions: 48, stamps: 60 } as const
type Field = keyof typeof fieldLengths
const fieldNames = Object.keys(fieldLengths) as readonly Field[]

/** A text and its signature, taken apart but not judged. */
export interface SignedCode {
  readonly code: PaperCode
  /** What the signature is of. */
  readonly text: string
  readonly keyId: string
  /** 64 bytes, base64url. */
  readonly signature: string
}

/** What the QR of a ticket's receipt tells. @param hash of its journal entry, hex @param till id of the till */
export function receiptCode(ticket: Ticket, hash: string, till: string): ReceiptCode {
  return {
    kind: 'receipt',
    till: tillCode(till),
    ticket: ticket.number,
    gross: ticket.kind === 'refund' && ticket.gross !== 0 ? -ticket.gross : ticket.gross,
    hash: hash.slice(0, 16),
    day: ticket.businessDay,
  }
}

/** What a certificate's texts become on paper: shortened where they are too long, `…` in place of the rest. */
export function shortened(code: CertificateCode): CertificateCode {
  return { ...code, ...fields((field) => bounded(code[field], fieldLengths[field])) }
}

const fields = (of: (field: Field) => string): Record<Field, string> => ({
  name: of('name'),
  maker: of('maker'),
  village: of('village'),
  dimensions: of('dimensions'),
  stamps: of('stamps'),
})

/** What is to be signed. @param publicKey of the key that will sign, base64url */
function unsignedText(code: PaperCode, publicKey: string): string {
  const id = keyId(publicKey)
  if (code.kind === 'activity') return [...activityFields(code), id].join(':')
  const day = code.day.replaceAll('-', '')
  if (code.kind === 'receipt')
    return ['HANOUT2', code.till, code.ticket, code.gross, code.hash, day, id].join(':')
  const short = shortened(code)
  const texts = fieldNames.map((field) => encoded(short[field]))
  return ['HANOUTC1', code.number, code.ticket, day, code.shop, ...texts, id].join(':')
}

/**
 * The text for the QR.
 * @param key the public half, base64url, and what signs a text with the private half: 64 bytes as base64url
 */
export function signedText(
  code: PaperCode,
  key: { readonly publicKey: string; sign(text: string): string },
): string {
  const text = unsignedText(code, key.publicKey)
  return `${text}:${key.sign(text)}`
}

const count = '([1-9]\\d{0,15})'
const day = '(\\d{4})(\\d{2})(\\d{2})'
const hash = '([0-9a-f]{16})'
const text = "((?:[0-9A-Za-z_.!~*'()-]|%[0-9A-F]{2})*)"
/** 64 bytes are 86 characters, of which the last holds two bits: any other last character means the same bytes. */
const ending = '([0-9A-Z]{8}):([A-Za-z0-9_-]{85}[AQgw])'
const receiptForm = new RegExp(
  `^HANOUT2:([0-9A-Za-z_-]{0,8}):${count}:(0|-?[1-9]\\d{0,15}):${hash}:${day}:${ending}$`,
)
const certificateForm = new RegExp(
  `^HANOUTC1:${count}:${count}:${day}:${hash}:${fieldNames.map(() => text).join(':')}:${ending}$`,
)

/** Takes a scanned text apart. @returns `null` for anything that no till of ours wrote so */
export function parseSignedText(scanned: string): SignedCode | null {
  if (scanned.length > longestCode) return null
  const code = receiptOf(scanned) ?? certificateOf(scanned) ?? activityOf(scanned)
  if (code === null) return null
  const parts = scanned.split(':')
  const signature = parts.at(-1) ?? ''
  return { code, signature, keyId: parts.at(-2) ?? '', text: scanned.slice(0, -signature.length - 1) }
}

function receiptOf(scanned: string): ReceiptCode | null {
  const found = receiptForm.exec(scanned)
  if (found === null) return null
  const [, till = '', ticket, gross, head = '', year, month, date] = found
  return {
    kind: 'receipt',
    till,
    ticket: Number(ticket),
    gross: Number(gross),
    hash: head,
    day: `${year}-${month}-${date}`,
  }
}

function certificateOf(scanned: string): CertificateCode | null {
  const found = certificateForm.exec(scanned)
  if (found === null) return null
  const [, number, ticket, year, month, date, shop = '', ...rest] = found
  const texts = fieldNames.map((_, index) => decoded(rest[index] ?? ''))
  if (texts.includes(null)) return null
  return {
    kind: 'certificate',
    number: Number(number),
    ticket: Number(ticket),
    day: `${year}-${month}-${date}`,
    shop,
    ...fields((field) => texts[fieldNames.indexOf(field)] ?? ''),
  }
}
