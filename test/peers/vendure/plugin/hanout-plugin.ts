import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common'
import {
  configureDefaultOrderProcess,
  OrderService,
  PluginCommonModule,
  RequestContextService,
  StockLevelService,
  TransactionalConnection,
  type Type,
  VendurePlugin,
} from '@vendure/core'
import { inject } from './decorate.ts'
import { holdResolver, holdSchema } from './hold-resolver.ts'
import { allocateBeforePayment, holdingProcess } from './order-process.ts'
import { lockBeforeChange } from './stock-locks.ts'
import { TillHolds } from './till-holds.ts'

export interface HanoutPluginOptions {
  /** How long going to pay keeps a piece from others. [60_000, 3_600_000] */
  readonly holdMs: number
  /** How often abandoned holds are looked for. */
  readonly sweepMs: number
}

/** Makes a Vendure shop safe for pieces there is one of: a piece is locked, allocated before payment, and given back. */
export function hanoutPlugin({ holdMs, sweepMs }: HanoutPluginOptions): Type<object> {
  class HanoutPlugin implements OnApplicationBootstrap, OnApplicationShutdown {
    private readonly stock: StockLevelService
    private readonly connection: TransactionalConnection
    private readonly holds: TillHolds
    private sweeping: NodeJS.Timeout | null = null

    constructor(stock: StockLevelService, connection: TransactionalConnection, holds: TillHolds) {
      this.stock = stock
      this.connection = connection
      this.holds = holds
    }

    onApplicationBootstrap(): void {
      lockBeforeChange(this.stock, this.connection)
      this.sweeping = setInterval(() => void this.holds.releaseAbandoned(), sweepMs)
    }

    onApplicationShutdown(): void {
      if (this.sweeping !== null) clearInterval(this.sweeping)
    }
  }
  inject(TillHolds, TransactionalConnection, OrderService, RequestContextService)
  inject(HanoutPlugin, StockLevelService, TransactionalConnection, TillHolds)
  VendurePlugin({
    imports: [PluginCommonModule],
    providers: [TillHolds],
    adminApiExtensions: { schema: holdSchema, resolvers: [holdResolver(holdMs)] },
    compatibility: '^3.7.0',
    configuration: (config) => {
      config.orderOptions.stockAllocationStrategy = allocateBeforePayment
      // Both are asked by the holding process, of everybody but a till.
      const core = configureDefaultOrderProcess({
        arrangingPaymentRequiresCustomer: false,
        arrangingPaymentRequiresShipping: false,
      })
      config.orderOptions.process = [holdingProcess(holdMs), core]
      config.customFields.Order = [
        ...(config.customFields.Order ?? []),
        { name: 'externalId', type: 'string', nullable: true, unique: true, public: false, internal: false },
        { name: 'buyerLanguage', type: 'string', nullable: true, public: false, readonly: true },
        { name: 'heldUntil', type: 'datetime', nullable: true, public: false, readonly: true },
      ]
      config.customFields.ProductVariant = [
        ...(config.customFields.ProductVariant ?? []),
        ...['weightGrams', 'lengthMm', 'widthMm', 'heightMm'].map((name) => ({
          name,
          type: 'int' as const,
          nullable: true,
        })),
        { name: 'oneOfAKind', type: 'boolean', nullable: true },
      ]
      return config
    },
  })(HanoutPlugin)
  return HanoutPlugin
}
