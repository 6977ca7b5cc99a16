import type { Timers } from '#drivers/transport/timers.ts'
import type { SettlingTerminals } from '#electron/forwarders/acquirer/ask-terminal.ts'
import { SettlementForwarder } from '#electron/forwarders/acquirer/settlement-forwarder.ts'
import type { Forwarder } from '#electron/forwarders/forwarder.ts'
import type { Forwards } from '#electron/forwarders/open-forwards.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { Destination } from '#shared/checkout/effect.ts'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import type { HostWorld } from './acquirer-host.ts'
import { Acquirers } from './acquirers.ts'
import { SettlementFiles } from './settlement-files.ts'
import { SettlementsRoom } from './settlements-room.ts'

export interface SettlementsOptions {
  readonly folder: string
  /** As read from the folder. */
  readonly config: AcquirersConfig
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly timers: Timers
  readonly forwards: Forwards
  readonly terminals: SettlingTerminals & { nameOf(id: string): string | null }
  readonly key: () => ShopKey | null
  /** Called when the counter did something: a shift may have closed, a card been charged. */
  readonly watchCounter: (listener: () => void) => () => void
  /** Default: over the network. */
  readonly transportTo?: HostWorld['transportTo']
}

/** Nothing is made or asked before `start`. */
export function openSettlements(options: SettlementsOptions): SettlementsRoom {
  const { folder, ledger, clock, timers, forwards, terminals, transportTo } = options
  const acquirers = new Acquirers(options.config, {
    folder,
    clock,
    timers,
    ...(transportTo === undefined ? {} : { transportTo }),
  })
  const files = new SettlementFiles({
    folder,
    ledger,
    key: options.key,
    acquirer: (id) => acquirers.find(id),
  })
  const settlements = new SettlementsRoom({ ...options, acquirers, files, pump: forwards.pump })
  forwards.carry((destination: Destination): Forwarder | null => {
    const id = destination.startsWith('host/') ? destination.slice('host/'.length) : null
    if (id === null) return null
    return new SettlementForwarder({
      ledger,
      clock,
      changed: () => settlements.changed(),
      acquirer: () => acquirers.hosted(id),
      terminals,
      handIn: (batch) => files.write(batch),
    })
  })
  return settlements
}
