import type { Timers } from '#drivers/transport/timers.ts'
import type { Forwarder } from '#electron/forwarders/forwarder.ts'
import type { JournalEntry, WriteLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { Destination } from '#shared/checkout/effect.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { FollowChanges } from './follow-changes.ts'
import { JournalForwarder } from './journal-forwarder.ts'
import { usualTimings } from './postgres/connections.ts'
import { postgresShop } from './postgres/postgres-shop.ts'
import type { ShopDatabase } from './shop-database.ts'
import { readShop } from './shop-file.ts'

export interface ShopParts {
  readonly ledger: WriteLedger & { entriesAfter(seq: number): Iterable<JournalEntry> }
  readonly clock: Clock
  readonly timers: Timers
  /** [0, 1); only spreads waits */
  readonly chance: () => number
  readonly log: Log
  /** What the till signs with; `null`: it cannot be used now. Made and told to the journal if it was not. */
  readonly key: () => ShopKey | null
}

/** What wakes a till's side of its shop. */
export interface ShopSurroundings {
  /** The pump that has the journal's lane. */
  readonly pump: { wake(): void; watch(listener: () => void): () => void }
  /** Called when the counter did something. */
  readonly watchCounter: (listener: () => void) => () => void
  /** Something was taken from the shop: the marketplace's room looks whether an order lost its piece by it. */
  readonly taken?: () => void
}

/** This till's side of the database that the tills of its shop share. */
export interface OpenedShop {
  readonly database: ShopDatabase
  /** Brings the journal there; of no other destination. */
  readonly route: (destination: Destination) => Forwarder | null
  /** Nothing is asked before. */
  start(surroundings: ShopSurroundings): void
  /** What other tills did is asked for now, and not in some seconds. */
  look(): void
  settled(): Promise<void>
  /** After the pump. */
  close(): Promise<void>
}

/** Claims, the journal's way up and changes, each on a connection of its own. */
const connections = 3

/**
 * The shop that this till is of, if there is a `shop.json` in its folder.
 * @returns `null`: there is none, the till is its whole shop
 * @throws Error with a sentence that names the place of the mistake in `shop.json`; a server that is not there is none
 */
export async function openShop(parts: ShopParts & { readonly folder: string }): Promise<OpenedShop | null> {
  const { folder, timers, chance } = parts
  const place = await readShop(folder)
  if (place === null) return null
  return joinShop(parts, postgresShop({ ...place, connections, timings: usualTimings, timers, chance }))
}

/** @param database closed with the till’s side of it */
export function joinShop(parts: ShopParts, database: ShopDatabase): OpenedShop {
  const { ledger, clock, timers, log } = parts
  const journal = new JournalForwarder({
    till: ledger.tillId,
    entriesAfter: ledger.entriesAfter,
    shop: database,
    keyAt: (seq) => keyAt(parts, seq),
  })
  const stops: (() => void)[] = []
  let surroundings: ShopSurroundings | null = null
  const follower = new FollowChanges({
    ledger,
    database,
    journal,
    clock,
    timers,
    log,
    wake: () => surroundings?.pump.wake(),
    taken: () => surroundings?.taken?.(),
  })
  return {
    database,
    route: (destination) => (destination === 'shop' ? journal : null),
    start(around) {
      surroundings = around
      // Each view may be a new entry. What is written beside the counter goes up with the next look.
      stops.push(around.watchCounter(() => around.pump.wake()))
      stops.push(around.pump.watch(() => follower.arrived()))
      around.pump.wake()
      follower.look()
    },
    look: () => follower.look(),
    settled: () => follower.settled(),
    async close() {
      for (const stop of stops) stop()
      await follower.close()
      await database.close()
    },
  }
}

/** The key that the journal told of at or before an entry, if it is the one there is. */
function keyAt({ ledger, key }: Pick<ShopParts, 'ledger' | 'key'>, seq: Seq): ShopKey | null {
  const told = ledger.shopKeyAt(seq)
  if (told === null) return null
  const own = key()
  return own?.publicKey === told ? own : null
}
