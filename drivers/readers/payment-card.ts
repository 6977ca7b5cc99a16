import { upperHex } from '#drivers/framing/hex.ts'
import { looksClear } from './card-number.ts'
import type { CardEntry, CardRead, EncryptedBlock, EncryptedPart } from './reader.ts'

/** A payment card as its reader gave it, bytes not yet copied. */
export interface EncryptedCard {
  readonly entry: CardEntry
  readonly fallback?: boolean
  /** Already cut down to first six and last four. */
  readonly maskedPan: string
  readonly algorithm: EncryptedBlock['algorithm']
  readonly ksn: Uint8Array
  readonly readerSerial: string
  readonly sessionId?: Uint8Array | null
  readonly parts: readonly { readonly holds: EncryptedPart['holds']; readonly bytes: Uint8Array }[]
}

/** Only what is truly ciphertext is let through: a reader without keys fills the same fields in clear. */
export function paymentRead(card: EncryptedCard): CardRead {
  const block = card.algorithm === 'tdes' ? 8 : 16
  if (card.parts.length === 0 || card.ksn.every((byte) => byte === 0)) {
    return { kind: 'unreadable', reason: 'notEncrypted' }
  }
  if (card.parts.some(({ bytes }) => looksClear(bytes))) return { kind: 'unreadable', reason: 'notEncrypted' }
  if (card.parts.some(({ bytes }) => bytes.length === 0 || bytes.length % block !== 0)) {
    return { kind: 'unreadable', reason: 'malformed' }
  }
  return {
    kind: 'paymentCard',
    entry: card.entry,
    fallback: card.fallback ?? false,
    maskedPan: card.maskedPan,
    encrypted: {
      algorithm: card.algorithm,
      ksn: upperHex(card.ksn),
      readerSerial: card.readerSerial,
      ...(card.sessionId ? { sessionId: upperHex(card.sessionId) } : {}),
      parts: card.parts.map(({ holds, bytes }) => ({ holds, ciphertext: upperHex(bytes) })),
    },
  }
}
