import type { EncryptedBlock, PaymentCardRead } from './reader.ts'

/** What an acquirer's P2PE service is given of a card: nothing in it can be read without the base key. */
export interface P2pePayload extends EncryptedBlock {
  readonly maskedPan: string
  readonly entry: PaymentCardRead['entry']
  readonly fallback: boolean
}

/** Field by field, so that nothing a read may carry one day goes out by accident. */
export function p2pePayload(read: PaymentCardRead): P2pePayload {
  const { algorithm, ksn, readerSerial, sessionId, parts } = read.encrypted
  return {
    algorithm,
    ksn,
    readerSerial,
    ...(sessionId === undefined ? {} : { sessionId }),
    parts: parts.map(({ holds, ciphertext }) => ({ holds, ciphertext })),
    maskedPan: read.maskedPan,
    entry: read.entry,
    fallback: read.fallback,
  }
}
