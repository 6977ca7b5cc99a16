import { holds, shopNameHash } from '#electron/platform/shop-key.ts'
import { dirham } from '#shared/money/amount.ts'
import { formatMoney } from '#shared/money/format.ts'
import type { ActivityCode } from '#shared/receipt/activity-code.ts'
import { keyFingerprint, keyId } from '#shared/receipt/key-fingerprint.ts'
import { type CertificateCode, type PaperCode, parseSignedText } from '#shared/receipt/signed-code.ts'
import { publicKeyOf } from './public-key.ts'

export interface VerifyPaperArguments {
  /** As scanned; white space around it is not part of it. */
  readonly text: string
  /** The public key (43 characters of base64url), or the path of a file that holds nothing else. */
  readonly key: string
  /** Compared with the name that a certificate was made out under. */
  readonly shop?: string
}

/**
 * Says whether the shop signed what was scanned, and what that was.
 * @returns 0: valid; 1: altered, or no signed code; 2: another shop's; 3: nothing could be checked, there is no key
 */
export function runVerifyPaper(
  { text, key, shop }: VerifyPaperArguments,
  say: (line: string) => void,
): number {
  const publicKey = publicKeyOf(key, say)
  if (publicKey === null) return 3
  const signed = parseSignedText(text.trim())
  if (signed === null) {
    say('Not valid: this is no signed code of a till, or it was altered.')
    return 1
  }
  if (signed.keyId !== keyId(publicKey)) {
    say(`Another shop’s: signed by key ${signed.keyId}…, not by ${keyFingerprint(publicKey)}.`)
    return 2
  }
  if (!holds(publicKey, signed.text, signed.signature)) {
    say('Altered: the shop did not sign this.')
    return 1
  }
  if (shop !== undefined && signed.code.kind !== 'receipt' && signed.code.shop !== shopNameHash(shop)) {
    say(`Another shop’s: signed by this key, but not under the name ${shop}.`)
    return 2
  }
  say(`Valid: ${describe(signed.code)}; signed by key ${keyFingerprint(publicKey)}.`)
  return 0
}

function describe(code: PaperCode): string {
  if (code.kind === 'certificate')
    return `certificate ${code.number}, ticket ${code.ticket} of ${code.day}${piece(code)}`
  if (code.kind === 'activity') return describeActivity(code)
  const money = formatMoney(dirham(code.gross), 'MAD')
  return `receipt, ticket ${code.ticket} of ${code.day}, ${money}, journal ${code.hash}`
}

function describeActivity({ whom, month, day, sales, takings, dues }: ActivityCode): string {
  const sum = (amounts: readonly number[]): string =>
    formatMoney(dirham(amounts.reduce((total, each) => total + each, 0)), 'MAD')
  const months = takings.map((amount) => formatMoney(dirham(amount), 'MAD')).join('; ')
  return (
    `activity statement of ${whom === '' ? 'the shop' : whom}, twelve months up to ${month}, made out on ${day}, ` +
    `${sales} sales, takings ${sum(takings)} (${months}), due to artisans ${sum(dues)}`
  )
}

const piece = ({ name, maker, village, dimensions, stamps }: CertificateCode): string =>
  [name, maker, village, dimensions, stamps]
    .filter((each) => each !== '')
    .map((each) => `, ${each}`)
    .join('')
