import { checkPart } from '../arrival.ts'
import type { Asked, ShopDatabase } from '../shop-database.ts'
import { changes } from './changes.ts'
import { type Ask, type ConnectionParts, Connections } from './connections.ts'
import { dayTotals, findTicket, headOf, ingest, tills } from './journals.ts'
import { sell } from './piece-books.ts'
import { claim, extend, release, whereIs } from './pieces.ts'
import { countStock, stockOf } from './stock.ts'

export interface PostgresShopParts extends ConnectionParts {
  readonly shop: string
}

/**
 * A shop on a server that speaks PostgreSQL's protocol. Nothing is asked of it before the first call; tables must have been
 * prepared. Two connections or more, so that a journal on its way never holds up a claim.
 */
export function postgresShop(parts: PostgresShopParts): ShopDatabase {
  const { shop } = parts
  const connections = new Connections(parts)
  const ask = <T>(work: (ask: Ask) => Promise<T>): Promise<Asked<T>> => connections.ask(work)
  const together = <T>(work: (ask: Ask) => Promise<T>): Promise<Asked<T>> => connections.transaction(work)
  return {
    shop,
    claim: (sku, by, holdMs) => ask((sql) => claim(sql, shop, sku, by, holdMs)),
    extend: (sku, by, holdMs) => ask((sql) => extend(sql, shop, sku, by, holdMs)),
    release: (sku, by) => ask((sql) => release(sql, shop, sku, by).then(() => null)),
    sell: (sku, by) => together((sql) => sell(sql, shop, sku, by)),
    whereIs: (sku) => ask((sql) => whereIs(sql, shop, sku)),
    countStock: (sku, count) => ask((sql) => countStock(sql, shop, sku, count)),
    stockOf: (sku) => ask((sql) => stockOf(sql, shop, sku)),
    changes: (since) => ask((sql) => changes(sql, shop, since)),
    headOf: (till) => ask((sql) => headOf(sql, shop, till)),
    tills: () => ask((sql) => tills(sql, shop)),
    async ingest(part) {
      const checked = checkPart(part)
      if ('end' in checked) return { end: 'done', value: checked }
      return together((sql) => ingest(sql, shop, part, checked))
    },
    findTicket: (ticket) => ask((sql) => findTicket(sql, shop, ticket)),
    dayTotals: (day) => ask((sql) => dayTotals(sql, shop, day)),
    close: () => connections.close(),
  }
}
