import { latin1 } from '#drivers/framing/hex.ts'
import { maskedNumberOf, serialText } from '../card-number.ts'
import { houseRead } from '../house-card.ts'
import { paymentRead } from '../payment-card.ts'
import type { CardEntry, CardRead } from '../reader.ts'
import { type MsrBlock, readMsrBlock } from './msr-block.ts'

export interface MsrContext {
  readonly entry: CardEntry
  readonly fallback?: boolean
}

/** What a swiped block says of the card. Tracks in clear go no further than this file. */
export function readMsr(data: Uint8Array, context: MsrContext): CardRead {
  const cut = readMsrBlock(data)
  if (!cut.ok) return { kind: 'unreadable', reason: cut.error }
  const block = cut.value
  const shown = block.shown.map((track) => latin1(track))
  if (block.encrypted.length > 0) return encryptedRead(block, shown, context)
  if (block.encoding === 'other') return houseRead(shown, context.entry)
  if (block.encoding === 'licence') return { kind: 'unreadable', reason: 'otherCard' }
  return { kind: 'unreadable', reason: shown.every((track) => track === '') ? 'blank' : 'notEncrypted' }
}

function encryptedRead(block: MsrBlock, shown: readonly string[], context: MsrContext): CardRead {
  if (block.encoding === 'licence' || block.encoding === 'other')
    return { kind: 'unreadable', reason: 'otherCard' }
  if (block.ksn === null) return { kind: 'unreadable', reason: 'malformed' }
  return paymentRead({
    ...context,
    // Track 2 first: its number has no blanks in it.
    maskedPan: maskedNumberOf(shown[1] ?? '') || maskedNumberOf(shown[0] ?? ''),
    algorithm: block.algorithm,
    ksn: block.ksn,
    readerSerial: serialText(block.serial ?? new Uint8Array()),
    sessionId: block.sessionId,
    parts: block.encrypted.filter(({ bytes }) => bytes.length > 0),
  })
}
