import { Args, Mutation, Query } from '@nestjs/graphql'
import { Allow, Ctx, Permission, type RequestContext } from '@vendure/core'
import { parse } from 'graphql'
import { inject, method } from './decorate.ts'
import { type HoldInput, type TillHold, TillHolds } from './till-holds.ts'

/** What a till can ask that core has no word for. `tillHolds` also says that the plugin is there. */
export const holdSchema = parse(`
  type TillHold {
    orderId: ID
    heldUntil: DateTime
    "notEnough, gone, keyUsed"
    refusal: String
  }
  extend type Query {
    "How long a hold lasts, in milliseconds"
    tillHoldMs: Int!
  }
  extend type Mutation {
    holdForTill(externalId: String!, productVariantId: ID!, quantity: Int!): TillHold!
  }
`)

/** @param holdMs as the plugin was given it */
export function holdResolver(holdMs: number): new (holds: TillHolds) => object {
  class HoldResolver {
    private readonly holds: TillHolds
    constructor(holds: TillHolds) {
      this.holds = holds
    }
    tillHoldMs(): number {
      return holdMs
    }
    holdForTill(ctx: RequestContext, input: HoldInput): Promise<TillHold> {
      return this.holds.hold(ctx, input)
    }
  }
  inject(HoldResolver, TillHolds)
  method(HoldResolver, 'tillHoldMs', [Query(), Allow(Permission.CreateOrder)], [])
  method(HoldResolver, 'holdForTill', [Mutation(), Allow(Permission.CreateOrder)], [Ctx(), Args()])
  return HoldResolver
}
