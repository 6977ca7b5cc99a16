import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { OutboxRow } from '#electron/ledger/outbox-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Sku, TicketNumber } from '#shared/kernel/ids.ts'
import { moveKey, type OnlineOrderId } from '#shared/marketplace/order.ts'
import { differing } from './differing.ts'
import { done, no } from './room-answers.ts'

export interface OrderTasksParts {
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
}

/** Idempotency key of the one message that asks a platform to cancel an order. */
const cancelKey = (connection: string | undefined, order: OnlineOrderId): string =>
  `order:${connection ?? ''}:${order}:cancel`

/** Ended orders whose messages are looked at, the newest. */
const mostPast = 500

/** What a person does about an online order besides selling it, and about a piece that two tills sold. */
export class OrderTasks {
  readonly #parts: OrderTasksParts

  constructor(parts: OrderTasksParts) {
    this.#parts = parts
  }

  /** The message that asks to cancel an order; `null`: nobody wanted that. */
  cancelling(order: OnlineOrderId): OutboxRow | null {
    const { ledger } = this.#parts
    return ledger.outbox.find(cancelKey(ledger.marketConnection()?.connection, order))
  }

  /** Every order that the platform would not cancel, or not hear of, is told to it again. */
  askAgain(): void {
    const { ledger } = this.#parts
    for (const { order } of ledger.openOnlineOrders()) {
      const asked = this.cancelling(order.id)
      if (asked?.state === 'setAside') ledger.outbox.release(asked.id)
    }
    for (const { order, sale } of ledger.pastOnlineOrders(null, mostPast)) {
      const told = sale && ledger.outbox.find(moveKey(order.id, sale.ticket))
      if (told?.state === 'setAside') ledger.outbox.release(told.id)
    }
  }

  /** Asked once; of one that was asked and set aside: asked again, in the words of the first time. */
  cancel(order: OnlineOrderId, reason: string, by: string): Answer {
    const { ledger } = this.#parts
    const row = ledger.findOnlineOrder(order)
    if (row === null) return no('unknownOrder')
    if (row.stage !== 'open') return no('orderEnded', { order: row.order.number })
    if (row.cancelAsked) {
      const asked = this.cancelling(order)
      if (asked?.state === 'setAside') ledger.outbox.release(asked.id)
      return done
    }
    const key = cancelKey(ledger.marketConnection()?.connection, order)
    const forward = { destination: 'marketplace', key, body: { type: 'cancelOrder', order, reason } } as const
    ledger.append([{ kind: 'onlineCancelAsked', order, reason }], by, this.#now(), [forward])
    return done
  }

  /** A message that asks the platform to cancel is asked no more. */
  close(order: OnlineOrderId, note: string, by: string): Answer {
    const { ledger, ids } = this.#parts
    const row = ledger.findOnlineOrder(order)
    if (row === null) return no('unknownOrder')
    if (row.task === null) return no('nothingToAnswer')
    const asked = this.cancelling(order)
    const delivered = asked === null || asked.state === 'delivered' ? [] : [asked.id]
    const forwards = row.stage === 'open' ? differing(row.order, () => ids.next()) : []
    const fact = { kind: 'onlineTaskClosed', order, task: row.task.kind, note } as const
    ledger.append([fact], by, this.#now(), forwards, { delivered })
    return done
  }

  closeSoldTwice(sku: Sku, ticket: TicketNumber, note: string, by: string): Answer {
    const { ledger } = this.#parts
    if (!ledger.soldTwice().some((row) => row.sku === sku && row.ours === ticket))
      return no('nothingToAnswer')
    ledger.append([{ kind: 'soldTwiceClosed', sku, ticket, note }], by, this.#now())
    return done
  }

  /** Again of one that is forgotten: nothing. */
  forgetBuyer(order: OnlineOrderId, by: string): Answer {
    const { ledger } = this.#parts
    const row = ledger.findOnlineOrder(order)
    if (row === null) return no('unknownOrder')
    // Somebody still has to write to them.
    if (row.stage === 'open' || row.task !== null) return no('orderOpen', { order: row.order.number })
    if (ledger.buyerOf(order) === null) return done
    ledger.append([{ kind: 'buyerForgotten', order }], by, this.#now(), [], { buyersForgotten: [order] })
    return done
  }

  #now() {
    const { ledger, clock } = this.#parts
    return notBefore(ledger, clock.now())
  }
}
