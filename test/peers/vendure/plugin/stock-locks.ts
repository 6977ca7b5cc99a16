import {
  type ID,
  type RequestContext,
  StockLevel,
  type StockLevelService,
  type TransactionalConnection,
} from '@vendure/core'

/**
 * Takes the rows of these variants' stock for the transaction of `ctx`, in one order everywhere. SQLite has one writer
 * and no row locks: there a transaction is alone already.
 */
export async function lockStock(
  connection: TransactionalConnection,
  ctx: RequestContext,
  variants: readonly ID[],
): Promise<void> {
  if (connection.rawConnection.options.type !== 'postgres' || variants.length === 0) return
  await connection
    .getRepository(ctx, StockLevel)
    .createQueryBuilder('level')
    .setLock('pessimistic_write')
    .where('level.productVariantId IN (:...variants)', { variants })
    .orderBy('level.id')
    .getMany()
}

/**
 * Vendure 3.7.3 reads a level, adds in memory and writes it back, so two at once lose one. Every such read takes the
 * row's lock first; all of them are made inside a transaction.
 */
export function lockBeforeChange(stock: StockLevelService, connection: TransactionalConnection): void {
  const { getStockLevel, updateStockOnHandForLocation, updateStockAllocatedForLocation } = stock
  const afterLock =
    <Rest extends [ID, number?], T>(
      change: (ctx: RequestContext, variant: ID, ...rest: Rest) => Promise<T>,
    ) =>
    async (ctx: RequestContext, variant: ID, ...rest: Rest): Promise<T> => {
      await lockStock(connection, ctx, [variant])
      return change.call(stock, ctx, variant, ...rest)
    }
  stock.getStockLevel = afterLock<[ID], StockLevel>(getStockLevel)
  stock.updateStockOnHandForLocation = afterLock<[ID, number], void>(updateStockOnHandForLocation)
  stock.updateStockAllocatedForLocation = afterLock<[ID, number], void>(updateStockAllocatedForLocation)
}
