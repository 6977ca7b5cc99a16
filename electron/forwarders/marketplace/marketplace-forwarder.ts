import type { Timers } from '#drivers/transport/timers.ts'
import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Delivery, Forwarder } from '../forwarder.ts'
import type { ConnectedMarket, CurrentMarket } from './connected-market.ts'
import { MarketBook, type MarketBookParts } from './market-book.ts'
import { hidePiece, type PieceTeller, putPiece } from './put-piece.ts'
import { waitingMessages } from './stock-waiting.ts'
import { tellOrder } from './tell-order.ts'
import { type StockTeller, tellStock } from './tell-stock.ts'

export interface MarketplaceForwarderParts
  extends MarketBookParts,
    Pick<StockTeller, 'writer' | 'askForOrders'>,
    Pick<PieceTeller, 'photographs'> {
  readonly market: CurrentMarket
  readonly timers: Pick<Timers, 'nowMs'>
}

/** How long counts wait at most behind pieces that are put online, milliseconds. */
const stockWaitsMs = 2_000

/**
 * Brings to the marketplace what there is to say: pieces, counts, and what became of orders. Everything is read from the
 * ledger when it is said, and safe to say again: a kill at any moment repeats it as it is then.
 */
export class MarketplaceForwarder implements Forwarder {
  readonly #market: CurrentMarket
  readonly #timers: Pick<Timers, 'nowMs'>
  readonly #teller: StockTeller & PieceTeller
  #stockToldMs = Number.NEGATIVE_INFINITY

  constructor(parts: MarketplaceForwarderParts) {
    this.#market = parts.market
    this.#timers = parts.timers
    this.#teller = { ...parts, book: new MarketBook(parts) }
  }

  async forward(row: WaitingForward, signal: AbortSignal): Promise<Delivery> {
    const connected = this.#market()
    if (connected === null) return this.#nobody(row)
    const { body } = row
    switch (body.type) {
      case 'stockChanged':
      case 'stockDiffers':
        return (await this.#tellStock(connected, row, signal)) ?? { end: 'delivered' }
      case 'putPiece':
      case 'hidePiece': {
        const late = await this.#stockFirst(connected, row, signal)
        if (late !== null) return late
        const tell = body.type === 'putPiece' ? putPiece : hidePiece
        return tell(this.#teller, connected, row, body.sku as Sku, signal)
      }
      case 'moveOrder':
      case 'cancelOrder': {
        const told = await tellOrder(this.#teller.book, connected, row, body, signal)
        // One order that cannot be told of must not leave online for days what was sold here.
        if (told.end === 'again') await this.#tellStock(connected, row, signal)
        return told
      }
      default:
        throw new Error(`a message of type ${body.type} is nothing for a marketplace`)
    }
  }

  /** Nobody is to be told; what is chosen later is told whole. */
  #nobody(row: WaitingForward): Delivery {
    const also = waitingMessages(this.#teller.book.ledger).map(({ id }) => id)
    return { end: 'delivered', also: also.filter((id) => id !== row.id) }
  }

  #tellStock(connected: ConnectedMarket, row: WaitingForward, signal: AbortSignal): Promise<Delivery | null> {
    this.#stockToldMs = this.#timers.nowMs()
    return tellStock(this.#teller, connected, row, signal)
  }

  /** A shop that goes online with thousands of pieces must not sell meanwhile what has left it. */
  async #stockFirst(
    connected: ConnectedMarket,
    row: WaitingForward,
    signal: AbortSignal,
  ): Promise<Delivery | null> {
    if (this.#timers.nowMs() - this.#stockToldMs < stockWaitsMs) return null
    return this.#tellStock(connected, row, signal)
  }
}
