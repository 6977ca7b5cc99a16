import {
  type ID,
  idsAreEqual,
  isGraphQlErrorResult,
  Logger,
  Order,
  type OrderService,
  type RequestContext,
  type RequestContextService,
  type TransactionalConnection,
} from '@vendure/core'
import { LessThan } from 'typeorm'
import { fieldsOf, isTillHold } from './order-process.ts'

/** Either `orderId`, or `refusal`. */
export interface TillHold {
  readonly orderId: ID | null
  readonly heldUntil: Date | null
  readonly refusal: 'notEnough' | 'gone' | 'keyUsed' | null
}

export interface HoldInput {
  readonly externalId: string
  readonly productVariantId: ID
  readonly quantity: number
}

/** Thrown to undo the draft that could not be held. */
class NotHeld extends Error {
  readonly refusal: TillHold['refusal']
  constructor(refusal: TillHold['refusal']) {
    super(`not held: ${refusal}`)
    this.refusal = refusal
  }
}

/** A hold of a till: a draft order in ArrangingPayment, named by the till's own key, made in one transaction. */
export class TillHolds {
  private readonly connection: TransactionalConnection
  private readonly orders: OrderService
  private readonly contexts: RequestContextService

  constructor(connection: TransactionalConnection, orders: OrderService, contexts: RequestContextService) {
    this.connection = connection
    this.orders = orders
    this.contexts = contexts
  }

  /** The same key holds once: what it held is said again, and what it held and let go is `gone`. */
  async hold(ctx: RequestContext, input: HoldInput): Promise<TillHold> {
    const held = await this.find(ctx, input.externalId)
    if (held !== null) return said(held, input)
    try {
      return said(await this.connection.withTransaction(ctx, (inside) => this.draft(inside, input)), input)
    } catch (error) {
      if (error instanceof NotHeld) return { orderId: null, heldUntil: null, refusal: error.refusal }
      // Two with one key at once: the unique column let the first one in.
      const first = await this.find(ctx, input.externalId)
      if (first === null) throw error
      return said(first, input)
    }
  }

  /** Lets go what nobody paid in time: a till's hold ends, a buyer's basket opens again. */
  async releaseAbandoned(): Promise<void> {
    const ctx = await this.contexts.create({ apiType: 'admin' })
    const late = await this.connection.getRepository(ctx, Order).find({
      where: { state: 'ArrangingPayment', customFields: { heldUntil: LessThan(new Date()) } },
    })
    for (const order of late) {
      const to = isTillHold(order) ? 'Cancelled' : 'AddingItems'
      const result = await this.orders.transitionToState(ctx, order.id, to)
      if (isGraphQlErrorResult(result)) Logger.warn(`${order.code}: ${result.transitionError}`, 'TillHolds')
    }
  }

  private find(ctx: RequestContext, externalId: string): Promise<Order | null> {
    return this.connection
      .getRepository(ctx, Order)
      .findOne({ where: { customFields: { externalId } }, relations: { lines: true } })
  }

  private async draft(ctx: RequestContext, input: HoldInput): Promise<Order> {
    const draft = await this.orders.createDraft(ctx)
    await this.orders.updateCustomFields(ctx, draft.id, { externalId: input.externalId })
    const filled = await this.orders.addItemToOrder(ctx, draft.id, input.productVariantId, input.quantity)
    if (isGraphQlErrorResult(filled)) throw new NotHeld('notEnough')
    // Of what the default process asks, only the stock can be missing here.
    const arranged = await this.orders.transitionToState(ctx, draft.id, 'ArrangingPayment')
    if (isGraphQlErrorResult(arranged)) throw new NotHeld('notEnough')
    return arranged
  }
}

function said(order: Order, input: HoldInput): TillHold {
  const { heldUntil = null } = fieldsOf(order)
  const [line] = order.lines
  const same =
    idsAreEqual(line?.productVariantId, input.productVariantId) && line?.quantity === input.quantity
  const refusal = !same ? 'keyUsed' : order.state === 'ArrangingPayment' ? null : 'gone'
  return refusal === null
    ? { orderId: order.id, heldUntil, refusal }
    : { orderId: null, heldUntil: null, refusal }
}
