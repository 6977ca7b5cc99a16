import {
  type Injector,
  Order,
  type OrderProcess,
  type RequestContext,
  type StockAllocationStrategy,
  StockMovementService,
  TransactionalConnection,
} from '@vendure/core'
import { lockStock } from './stock-locks.ts'

/**
 * Stock is checked and allocated when a buyer goes to pay, under the lock of its rows, and given back when they turn
 * round. Stands before the default process, whose check then reads what nobody else can change.
 *
 * @param holdMs how long going to pay keeps a piece from others
 */
export function holdingProcess(holdMs: number): OrderProcess<string> {
  let connection: TransactionalConnection
  let movements: StockMovementService
  return {
    init(injector: Injector) {
      connection = injector.get(TransactionalConnection)
      movements = injector.get(StockMovementService)
    },
    async onTransitionStart(from, to, { ctx, order }) {
      // A payment and the end of a hold at once: only one of them leaves this state.
      if (from === 'ArrangingPayment' && !(await isStill(connection, ctx, order, from))) return false
      if (to !== 'ArrangingPayment') return
      // A hold of the till is nobody's order yet: only buyers need a name and a way to be sent it.
      if (!isTillHold(order) && !order.customer)
        return 'message.cannot-transition-to-payment-without-customer'
      if (!isTillHold(order) && order.shippingLines.length === 0) {
        return 'message.cannot-transition-to-payment-without-shipping-method'
      }
      // Whoever says sorry to the buyer has to know in which language.
      if (!isTillHold(order)) fieldsOf(order).buyerLanguage = ctx.languageCode
      await lockStock(
        connection,
        ctx,
        order.lines.map((line) => line.productVariantId),
      )
    },
    async onTransitionEnd(from, to, { ctx, order }) {
      fieldsOf(order).heldUntil = to === 'ArrangingPayment' ? new Date(Date.now() + holdMs) : null
      // `cancelOrder` returns early for an active order and `AddingItems` gives nothing back: core releases neither.
      if (from === 'ArrangingPayment' && (to === 'AddingItems' || to === 'Cancelled')) {
        await movements.createReleasesForOrderLines(
          ctx,
          order.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity })),
        )
      }
    },
  }
}

/** Core allocates when the money is there, too late for one of a kind. */
export const allocateBeforePayment: StockAllocationStrategy = {
  shouldAllocateStock: (_ctx, _from, to) => to === 'ArrangingPayment',
}

export const isTillHold = (order: Order): boolean => (fieldsOf(order).externalId ?? null) !== null

export interface OrderFields {
  externalId?: string | null
  heldUntil?: Date | null
  /** As the shop's page was asked for when they went to pay. */
  buyerLanguage?: string | null
}

/** Custom fields are typed by code that Vendure generates for a shop; this plugin knows its own. */
export const fieldsOf = (order: Order): OrderFields => order.customFields as OrderFields

/** Takes the order's row, and says whether it stands where the transition thinks it does. */
async function isStill(
  connection: TransactionalConnection,
  ctx: RequestContext,
  { id }: Order,
  state: string,
): Promise<boolean> {
  const query = connection.getRepository(ctx, Order).createQueryBuilder('order').where({ id })
  if (connection.rawConnection.options.type === 'postgres') query.setLock('pessimistic_write')
  return (await query.getOneOrFail()).state === state
}
