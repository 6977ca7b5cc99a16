import type { Unsubscribe } from '#drivers/transport/transport.ts'

/**
 * The seam between the till and any card reader: shop, loyalty and artisan cards by their code, payment cards as
 * ciphertext for somebody else. A reader here moves no money and decrypts nothing: the till has no keys.
 *
 * Guarantees every driver gives:
 * - No more of a card number than first six and last four leaves the driver, in any field, text, trace or error; track
 *   data in clear, names and expiry dates never do.
 * - Nothing is believed before its checks are verified (CRC, LRC, sum, lengths that add up); what fails them is told as
 *   `unreadable`, never guessed at.
 * - Memory is bounded whatever comes; after noise the next whole read is found.
 * - A reader that is unplugged and plugged in again reads on: its line is opened again with growing pauses, and
 *   both are
 *   told through `onHealth`.
 * - Listeners are called once for each read, in order, never before `open` and never after `close`.
 */
export interface Reader {
  readonly protocol: string
  readonly capabilities: ReaderCapabilities
  /** Resolves after the first try to reach it, whether it worked or not; then it is kept open. Never rejects. */
  open(): Promise<void>
  onRead(listener: (read: CardRead) => void): Unsubscribe
  onHealth(listener: (health: ReaderHealth) => void): Unsubscribe
  /** Whether it is there and answers, where its protocol has a question. Never disturbs a read under way. */
  check(): Promise<ReaderHealth>
  /** Readers that wait to be told (`capabilities.asks`): take a card. What comes of it is a read. Never rejects. */
  ask?(request: CardRequest): Promise<AskOutcome>
  /** Stops what `ask` began; a card that was already read is still told. Never rejects. */
  cancel?(): Promise<AskOutcome>
  /** Idempotent, never rejects. */
  close(): Promise<void>
}

export interface ReaderCapabilities {
  readonly entries: readonly CardEntry[]
  /** It reads only when asked to. */
  readonly asks: boolean
}

export interface CardRequest {
  /** Centimes, [0, 999999999999]; shown to a contactless card. */
  readonly amountMinor: number
  readonly kind: 'purchase' | 'refund'
  /** How long the reader waits for a card, seconds, [1, 255]. */
  readonly timeoutS: number
}

/** `code`: the reader's own status in hex, as received. */
export type AskOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'unreachable' | 'noAnswer' | 'refused'; readonly code?: string }

export type CardEntry = 'swipe' | 'insert' | 'tap'

export type CardRead = PaymentCardRead | HouseCardRead | UnreadableRead

export interface PaymentCardRead {
  readonly kind: 'paymentCard'
  readonly entry: CardEntry
  /** The chip could not be read, so the stripe was. */
  readonly fallback: boolean
  /** `516794******3315`. Digits that the reader hid itself stay hidden or read 0; empty if it shows none at all. */
  readonly maskedPan: string
  readonly encrypted: EncryptedBlock
}

/** What only the holder of the base key can open (ANS X9.24 DUKPT). */
export interface EncryptedBlock {
  readonly algorithm: 'tdes' | 'aes'
  /** Key serial number, upper-case hex, 20 digits. */
  readonly ksn: string
  /** As the reader gives it; empty where its protocol does not say. */
  readonly readerSerial: string
  /** Upper-case hex; set by hosts that authenticate a session with the reader. */
  readonly sessionId?: string
  readonly parts: readonly EncryptedPart[]
}

export interface EncryptedPart {
  /** `tracks1And2`: one chain over both (ID TECH's original format). `tag57`: an EMV object of that tag. */
  readonly holds: 'track1' | 'track2' | 'track3' | 'tracks1And2' | `tag${string}`
  /** Upper-case hex. */
  readonly ciphertext: string
}

/** A card that is no payment card: what is on it is a code of the shop's own. */
export interface HouseCardRead {
  readonly kind: 'houseCard'
  readonly entry: CardEntry
  /** Without sentinels, [1, 76] characters; never a card number. */
  readonly code: string
}

export interface UnreadableRead {
  readonly kind: 'unreadable'
  readonly reason: UnreadableReason
  /** The reader's own code in hex, as received. */
  readonly code?: string
}

export type UnreadableReason =
  /** It came, but its checks do not agree: swipe again. */
  | 'badCheck'
  /** It broke off. */
  | 'truncated'
  /** Checks agree, but what it says does not add up. */
  | 'malformed'
  /** Nothing could be read from the card. */
  | 'blank'
  /** A payment card whose number would have been handed to the till: the reader must be loaded with keys first. */
  | 'notEncrypted'
  /** Neither a payment card nor one of ours, e.g. a driving licence. */
  | 'otherCard'
  /** The reader or the card refused, see `code`. */
  | 'cardError'
  /** Nobody presented a card in the time asked for. */
  | 'noCard'

export type ReaderHealth =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly reason: 'unreachable' | 'noAnswer' | 'otherProtocol' | 'closed'
      readonly text: string
    }
