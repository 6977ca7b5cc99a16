import type { Stamp } from '#shared/kernel/stamp.ts'
import type { OnlineOrder, OnlinePiece, OnlineRef, OrderMove } from '#shared/marketplace/online.ts'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import type { Amount, Currency } from '#shared/money/amount.ts'

/**
 * The seam between the till and any marketplace. An adapter knows one platform's API and one connection; it knows no
 * ledger, no claim but the one it is asked for, and keeps nothing between calls.
 *
 * Guarantees every adapter gives:
 * - Every call resolves, within `timings`; none rejects. `unknown` says that the platform may or may not have done it:
 *   every call here is safe to make again with the same arguments and key, and is made again.
 * - The weakest platform is always safe: stock is written as an absolute count, and nothing here depends on an event
 *   arriving once, in order, or at all. A capability only makes a call cheaper or a race narrower.
 * - What a platform said is checked before it is believed: HTML for JSON, a missing field, another currency, a count
 *   below zero, ids of another shop end as `refused` with a code, never as a guess.
 * - No secret is in a name, an error or a trace.
 */
export interface Marketplace {
  /** For people and logs: platform and shop. */
  readonly name: string
  readonly capabilities: Capabilities
  /** Reaches the shop with the key there is, and says what the key may not do. */
  check(
    signal?: AbortSignal,
  ): Promise<Done<{ readonly shop: string; readonly currency: Currency; readonly lacks: readonly string[] }>>
  /** Creates the piece, or brings it up to what is said: found by its ref, else by its sku. */
  putPiece(piece: OnlinePiece, ref: OnlineRef | null, call: Call): Promise<Done<OnlineRef>>
  /** Takes a piece off the shelf online without forgetting it. */
  hidePiece(ref: OnlineRef, call: Call): Promise<Done>
  /**
   * Writes a count as it is now. `expected`: what the platform must still have, where it can compare; others ignore it.
   * `stale` only from platforms that compare.
   */
  setStock(ref: OnlineRef, count: number, expected: number | null, call: Call): Promise<Done<StockWritten>>
  /**
   * The same of many, in one exchange where the platform can; no more than `capabilities.batch`. Each has its own end, in
   * the order asked.
   */
  setStocks(
    writes: readonly { readonly ref: OnlineRef; readonly count: number; readonly expected: number | null }[],
    call: Call,
  ): Promise<readonly Done<StockWritten>[]>
  readStock(ref: OnlineRef, call: Call): Promise<Done<{ readonly count: number; readonly held: number }>>
  /** Holds units for the counter. Absent where `capabilities.reservation` is false. The same `key` holds once. */
  hold?(ref: OnlineRef, units: number, call: Call): Promise<Done<Hold>>
  /** Idempotent; a hold that is gone is let go. */
  release?(hold: Hold['id'], call: Call): Promise<Done>
  /**
   * Orders that came or moved since `cursor` (`null`: from now on, and tells none yet); may say again what was said, or
   * came shortly before the first call, in any order.
   */
  ordersSince(cursor: string | null, call: Call): Promise<Done<OrderPage>>
  readOrder(id: string, call: Call): Promise<Done<OnlineOrder | null>>
  /** Tells the buyer’s side what happened to an order. Done already is done. */
  moveOrder(id: string, move: OrderMove, call: Call): Promise<Done>
  /**
   * Cancels and gives the money back through the platform. Done already is done. The platform may put back what the order
   * held (WooCommerce does, of one that was not paid): its counts are to be written again after it.
   */
  cancelAndRefund(id: string, reason: string, call: Call): Promise<Done>
  /** What is online, page by page, for a shop that starts there. */
  listPieces(page: string | null, call: Call): Promise<Done<PiecePage>>
  /** Judges an event by its signature. Absent where `capabilities.webhook` is false. */
  readEvent?(headers: Readonly<Record<string, string>>, body: Uint8Array): EventRead
}

export interface Capabilities {
  readonly compareAndSet: boolean
  readonly idempotencyKey: boolean
  readonly reservation: boolean
  readonly delta: boolean
  readonly webhook: boolean
  readonly cursor: 'placedAt' | 'updatedAt' | 'sequence'
  /** Whether one figure of a piece can be written without the rest. */
  readonly partialUpdate: boolean
  /**
   * What a count means there. `onHand`: what is on the shelf, units of its open orders included, which it takes off by itself
   * when they leave. `available`: what may still be bought, its orders taken off when they came.
   */
  readonly counts: 'onHand' | 'available'
  /** Most pieces in one `setStocks`. */
  readonly batch: number
}

export interface Call {
  /** Made by the till before the first try; the same in every repetition. */
  readonly key: string
  readonly at: Stamp
  readonly signal?: AbortSignal
}

/** `null` where there is nothing to say but that it is done. */
export type Done<T = null> =
  | { readonly end: 'done'; readonly value: T }
  /** The platform said no, or said something it cannot mean. `again`: it cannot now (429, 503), and when it can. */
  | {
      readonly end: 'refused'
      readonly code: MarketplaceTrouble
      readonly text: string
      readonly again: { readonly afterMs: number } | null
    }
  /** No answer, or one of nothing known: it may have been done. `sent` false only if no byte left. */
  | {
      readonly end: 'unknown'
      readonly cause: 'noNetwork' | 'silent' | 'lineLost' | 'aborted'
      readonly sent: boolean
      readonly text: string
    }

export interface StockWritten {
  /** As the platform says it stands now; `null`: it does not say. */
  readonly count: number | null
}

export interface Hold {
  readonly id: string
  /** When the platform lets it go by itself; `null`: never. */
  readonly until: Stamp | null
}

export interface OrderPage {
  readonly orders: readonly OnlineOrder[]
  /** Orders that are there and cannot be understood; the others are told all the same. */
  readonly odd: readonly {
    readonly id: string
    readonly number: string
    readonly code: MarketplaceTrouble
    readonly text: string
  }[]
  readonly cursor: string
  /** More is there already. */
  readonly more: boolean
}

export interface PiecePage {
  readonly pieces: readonly {
    readonly ref: OnlineRef
    readonly piece: OnlinePiece
    readonly price: Amount<Currency>
  }[]
  /** Pieces that are there and cannot be taken as they are; the others are told all the same. Absent: none. */
  readonly odd?: readonly {
    readonly sku: string
    readonly name: string
    readonly code: MarketplaceTrouble
    readonly text: string
  }[]
  readonly next: string | null
}

export type EventRead =
  /** `orders`: to be read again; an event is never believed beyond that. */
  | { readonly ok: true; readonly event: string; readonly orders: readonly string[] }
  | { readonly ok: false; readonly code: 'badSignature' | 'malformed' }
