import type { Destination } from '#shared/checkout/effect.ts'
import type { Forwarder } from './forwarder.ts'
import { OutboxPump, type PumpParts } from './outbox-pump.ts'

/** Who brings messages to a destination; `null`: not this one. */
export type Route = (destination: Destination) => Forwarder | null

/** The till's one pump, and the way into it for each room that has messages of its own. */
export interface Forwards {
  readonly pump: OutboxPump
  /** Before the pump is first woken. */
  carry(route: Route): void
}

export function openForwards(parts: Omit<PumpParts, 'forwarderTo'>): Forwards {
  const routes: Route[] = []
  const forwarderTo: Route = (destination) => {
    for (const route of routes) {
      const forwarder = route(destination)
      if (forwarder !== null) return forwarder
    }
    return null
  }
  return { pump: new OutboxPump({ ...parts, forwarderTo }), carry: (route) => void routes.push(route) }
}
