import { onTestFinished } from 'vitest'
import { realTimers } from '#drivers/transport/timers.ts'
import { memoryShop } from '#electron/shop/memory/memory-shop.ts'
import { memoryStore } from '#electron/shop/memory/memory-store.ts'
import type { Holder, Seller } from '#electron/shop/piece.ts'
import { usualTimings } from '#electron/shop/postgres/connections.ts'
import { postgresShop } from '#electron/shop/postgres/postgres-shop.ts'
import { prepareShopDatabase } from '#electron/shop/postgres/prepare.ts'
import type { Asked, ShopDatabase } from '#electron/shop/shop-database.ts'
import type { SaleId, Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import type { TestPostgres } from '#test/harness/postgres.node.ts'

/** One shop's database for one test, empty at first. */
export interface ShopRig {
  /** Another till's connection to it. */
  open(): ShopDatabase
  /** A connection to another shop of the same programme. */
  openOther(): ShopDatabase
  /** The database's clock goes on. */
  pass(ms: number): Promise<void>
}

export function memoryRig(): ShopRig {
  let nowMs = Date.UTC(2026, 5, 1)
  const store = memoryStore('rabat', () => nowMs)
  const other = memoryStore('fes', () => nowMs)
  return {
    open: () => memoryShop(store),
    openOther: () => memoryShop(other),
    async pass(ms) {
      nowMs += ms
    },
  }
}

/** @param connections of each till; the least is 2, one for a journal and one for a claim */
export function openPostgres(url: string, shop: string, connections = 2): ShopDatabase {
  return postgresShop({
    url,
    shop,
    connections,
    timings: usualTimings,
    timers: realTimers,
    chance: seededChance(7),
  })
}

/** A database that is prepared once: each test has shops of its own in it. */
export async function shopDatabaseOn(server: TestPostgres): Promise<string> {
  const url = await server.database()
  await prepareShopDatabase({ url })
  return url
}

let shops = 0

export function postgresRig(url: string): ShopRig {
  shops += 1
  const [rabat, fes] = [`rabat-${shops}`, `fes-${shops}`]
  const opened: ShopDatabase[] = []
  const open = (shop: string): ShopDatabase => {
    const database = openPostgres(url, shop)
    opened.push(database)
    return database
  }
  onTestFinished(async () => {
    await Promise.all(opened.map((database) => database.close()))
  })
  return {
    open: () => open(rabat),
    openOther: () => open(fes),
    pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}

/** @throws Error on an answer that is none */
export async function done<T>(asked: Promise<Asked<T>>): Promise<T> {
  const answer = await asked
  if (answer.end !== 'done') throw new Error(`${answer.trouble}: ${answer.text}`)
  return answer.value
}

export const till = (name: string): TillId => name as TillId
export const sku = (name: string): Sku => name as Sku

export const cart = (at: string, sale: string): Holder => ({
  place: 'cart',
  till: till(at),
  sale: sale as SaleId,
})

export const seller = (at: string, sale: string, number: number, order: string | null = null): Seller => ({
  ticket: { till: till(at), number: number as TicketNumber },
  sale: sale as SaleId,
  order,
})
