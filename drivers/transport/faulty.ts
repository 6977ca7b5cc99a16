import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { LinkCore } from './link-core.ts'
import type { Timers } from './timers.ts'
import { pause, realTimers } from './timers.ts'
import type { Link, Transport } from './transport.ts'
import { TransportError } from './transport.ts'

/** What a bad line does to one direction. Everything absent: nothing. */
export interface LineFaults {
  /** Bytes arrive in pieces of at most this many. ≥ 1 */
  readonly splitMax?: number
  /** Pieces closer together than this arrive as one, ms. */
  readonly mergeMs?: number
  /** Each piece is late by up to this, ms; order is kept. */
  readonly delayMs?: number
  /** Chance that a byte is lost. [0, 1] */
  readonly dropRate?: number
  /** Chance that a byte arrives as another. [0, 1] */
  readonly corruptRate?: number
  /** The line is cut once this many bytes have passed; the rest is lost. */
  readonly cutAfterBytes?: number
}

export interface FaultPlan {
  /** Same seed, same faults. Any 32-bit integer. */
  readonly seed: number
  readonly incoming?: LineFaults
  readonly outgoing?: LineFaults
}

/**
 * A transport behind a bad line. Faults are drawn from the seed; each `open` goes on drawing where the last
 * stopped.
 */
export function faultyTransport(inner: Transport, plan: FaultPlan, timers: Timers = realTimers): Transport {
  const random = seededChance(plan.seed)
  return {
    name: `${inner.name} (faulty)`,
    async open(signal) {
      return faultyLink(await inner.open(signal), plan, random, timers)
    },
  }
}

function faultyLink(inner: Link, plan: FaultPlan, random: () => number, timers: Timers): Link {
  const cut = (): void => {
    core.lost('the line was cut')
    void inner.close()
  }
  const outgoing = new FaultyPath(plan.outgoing ?? {}, random, timers, (bytes) => inner.write(bytes), cut)
  const core = new LinkCore({
    async send(bytes) {
      if (!(await outgoing.pass(bytes))) throw new TransportError('closed', 'the line was cut')
    },
    shut: () => inner.close(),
  })
  const incoming = new FaultyPath(
    plan.incoming ?? {},
    random,
    timers,
    async (bytes) => core.receive(bytes),
    cut,
  )
  inner.onData((bytes) => void incoming.pass(bytes))
  inner.onClose((reason) => {
    // What was still on its way arrives before the end does.
    void incoming.drained().then(() => core.lost(reason.kind === 'disconnected' ? reason.detail : 'closed'))
  })
  return core
}

class FaultyPath {
  readonly #faults: LineFaults
  readonly #random: () => number
  readonly #timers: Timers
  readonly #deliver: (bytes: Uint8Array) => Promise<void>
  readonly #cut: () => void
  #passed = 0
  #queue: Promise<boolean> = Promise.resolve(true)
  #merging: Uint8Array[] = []

  constructor(
    faults: LineFaults,
    random: () => number,
    timers: Timers,
    deliver: (bytes: Uint8Array) => Promise<void>,
    cut: () => void,
  ) {
    this.#faults = faults
    this.#random = random
    this.#timers = timers
    this.#deliver = deliver
    this.#cut = cut
  }

  /** Resolves when the bytes are through: `false` if the line was cut before the last of them. */
  pass(bytes: Uint8Array): Promise<boolean> {
    const { mergeMs } = this.#faults
    if (mergeMs !== undefined) {
      this.#merging.push(bytes.slice())
      if (this.#merging.length > 1) return this.#queue
    }
    const own = bytes.slice()
    const result = this.#queue.then(async (open) => {
      if (!open) return false
      if (mergeMs === undefined) return this.#carry(own)
      await pause(this.#timers, mergeMs)
      const merged = Uint8Array.from(this.#merging.flatMap((piece) => [...piece]))
      this.#merging = []
      return this.#carry(merged)
    })
    this.#queue = result.catch(() => false)
    return result
  }

  async drained(): Promise<void> {
    await this.#queue
  }

  async #carry(bytes: Uint8Array): Promise<boolean> {
    const { cutAfterBytes = Number.POSITIVE_INFINITY, splitMax, delayMs = 0 } = this.#faults
    const left = cutAfterBytes - this.#passed
    const passing = this.#spoil(bytes.subarray(0, Math.min(bytes.length, left)))
    this.#passed += Math.min(bytes.length, left)
    for (let at = 0; at < passing.length; ) {
      const size = splitMax === undefined ? passing.length : 1 + Math.floor(this.#random() * splitMax)
      if (delayMs > 0) await pause(this.#timers, this.#random() * delayMs)
      await this.#deliver(passing.slice(at, at + size))
      at += size
    }
    if (bytes.length < left) return true
    this.#cut()
    return bytes.length === left
  }

  #spoil(bytes: Uint8Array): Uint8Array {
    const { dropRate = 0, corruptRate = 0 } = this.#faults
    if (dropRate === 0 && corruptRate === 0) return bytes
    const kept: number[] = []
    for (const byte of bytes) {
      if (this.#random() < dropRate) continue
      kept.push(this.#random() < corruptRate ? Math.floor(this.#random() * 256) : byte)
    }
    return Uint8Array.from(kept)
  }
}
