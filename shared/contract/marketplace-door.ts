import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { Sku, TicketNumber } from '../kernel/ids.ts'
import { marketConfigSchema, type ShownMarketConfig } from '../marketplace/config.ts'
import type { OnlineOrderId } from '../marketplace/order.ts'
import type { Answer } from './contract.ts'
import { door } from './door.ts'
import {
  type ListingView,
  listingStates,
  type MarketCheck,
  type MarketImport,
  type MarketView,
  type OnlineOrderView,
} from './marketplace.ts'

const sku = z
  .string()
  .min(1)
  .max(64)
  .transform((text) => text as Sku)
const ticketNumber = z
  .number()
  .int()
  .min(1)
  .transform((number) => number as TicketNumber)
const orderSchema = z.object({
  order: z
    .string()
    .min(1)
    .max(200)
    .transform((text) => text as OnlineOrderId),
})
/** For the buyer, or about them. */
const words = z.string().trim().min(1).max(2000)

/**
 * The marketplace as screens ask for it. Whatever changes something, and whatever leaves the till, is for managers and owners
 * only (`managerNeeded`); a sale of an order is a command of the counter.
 */
export const marketplaceDoor = {
  get: door.output(type<MarketView>()),
  /** Starts with the current view; then one view a change. */
  watch: door.output(eventIterator(type<MarketView>())),
  listings: door
    .input(
      z.object({
        state: z.enum(listingStates).nullable(),
        text: z.string().max(100),
        limit: z.number().int().min(1).max(200),
        offset: z.number().int().min(0).max(1_000_000),
      }),
    )
    .output(type<readonly ListingView[]>()),
  pastOrders: door
    .input(
      z.object({
        before: z.number().int().min(1).nullable(),
        limit: z.number().int().min(1).max(100),
      }),
    )
    .output(type<readonly OnlineOrderView[]>()),
  choose: door
    .input(z.object({ skus: z.array(sku).min(1).max(1000), online: z.boolean() }))
    .output(type<Answer>()),
  chooseAll: door.output(type<Answer>()),
  tryAgain: door.output(type<Answer>()),
  askNow: door.output(type<Answer>()),
  cancelOrder: door.input(orderSchema.extend({ reason: words })).output(type<Answer>()),
  closeTask: door.input(orderSchema.extend({ note: words.max(500) })).output(type<Answer>()),
  /** A piece that two tills sold was settled in another way than by a refund of one. */
  closeSoldTwice: door
    .input(z.object({ sku, ticket: ticketNumber, note: words.max(500) }))
    .output(type<Answer>()),
  forgetBuyer: door.input(orderSchema).output(type<Answer>()),
  config: door.output(type<ShownMarketConfig | null>()),
  configure: door.input(z.object({ config: marketConfigSchema.nullable() })).output(type<Answer>()),
  /** Reaches a shop without keeping it. */
  check: door.input(z.object({ config: marketConfigSchema })).output(type<Answer<MarketCheck>>()),
  importPieces: door.input(z.object({ dry: z.boolean() })).output(type<Answer<MarketImport>>()),
}
