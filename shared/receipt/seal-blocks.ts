import type { ClosingSignature } from '../closing/closing.ts'
import type { Dirham } from '../money/amount.ts'
import { shortCode } from './code.ts'
import type { PaperBlock } from './document.ts'
import { ltr } from './isolate.ts'
import { isPublicKey, keyFingerprint } from './key-fingerprint.ts'
import type { Teller } from './teller.ts'

/** What ties a closing to all that was before it. */
export interface Sealed {
  readonly grandTotal: Dirham
  /** `null`: nobody wrote it down then. */
  readonly absoluteTotal: Dirham | null
  readonly restores: number
  /** Hex: the chain up to there. */
  readonly hash: string
}

/** The perpetual totals, and how often the till came back from a backup. */
export function perpetualBlocks(
  { grandTotal, absoluteTotal, restores }: Sealed,
  teller: Teller,
): readonly PaperBlock[] {
  const { words, money, line } = teller
  return [
    money(words.grandTotal, grandTotal, true),
    ...(absoluteTotal === null ? [] : [money(words.absoluteTotal, absoluteTotal)]),
    ...(restores === 0 ? [] : [line(words.restores, ltr(String(restores)))]),
  ]
}

/** The chain's head and the signature, as short as two people compare them. @param signed `null`: there is none */
export function sealBlocks(
  { hash }: Sealed,
  signed: ClosingSignature | null,
  teller: Teller,
): readonly PaperBlock[] {
  const { words, line, note } = teller
  return [
    line(words.code, ltr(shortCode(hash))),
    ...(signed === null ? [note(words.unsealed)] : signatureBlocks(signed, teller)),
  ]
}

function signatureBlocks({ publicKey, signature }: ClosingSignature, { words, line }: Teller) {
  const key = isPublicKey(publicKey) ? keyFingerprint(publicKey) : publicKey.slice(0, 16)
  const short = (signature.slice(0, 12).match(/.{1,4}/g) ?? []).join(' ')
  return [line(words.seal, ltr(short)), line(words.key, ltr(key))]
}
