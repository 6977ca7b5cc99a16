import { type FaultPlan, faultyTransport } from '#drivers/transport/faulty.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { CloseReason, Link, Transport, Unsubscribe } from '#drivers/transport/transport.ts'

/** A bad line, on which strangers may talk as well. */
export interface LinePlan extends FaultPlan {
  /** Heard by the driver as soon as it has said anything, once on each connection, before any answer. */
  readonly babble?: readonly Uint8Array[]
}

/** What a rig puts between its driver and its simulator's line for `terminalLineContract`. */
export function badLine(inner: Transport, plan: LinePlan, timers: Timers): Transport {
  const faulty = faultyTransport(inner, plan, timers)
  const { babble } = plan
  if (babble === undefined) return faulty
  return {
    name: faulty.name,
    open: async (signal) => new BabblingLink(await faulty.open(signal), babble),
  }
}

class BabblingLink implements Link {
  readonly #inner: Link
  readonly #listeners = new Set<(bytes: Uint8Array) => void>()
  #left: readonly Uint8Array[]

  constructor(inner: Link, babble: readonly Uint8Array[]) {
    this.#inner = inner
    this.#left = babble
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#inner.write(bytes)
    const babble = this.#left
    this.#left = []
    for (const piece of babble) for (const listener of [...this.#listeners]) listener(piece)
  }

  onData(listener: (bytes: Uint8Array) => void): Unsubscribe {
    this.#listeners.add(listener)
    const forget = this.#inner.onData(listener)
    return () => {
      this.#listeners.delete(listener)
      forget()
    }
  }

  onClose(listener: (reason: CloseReason) => void): Unsubscribe {
    return this.#inner.onClose(listener)
  }

  close(): Promise<void> {
    return this.#inner.close()
  }
}
