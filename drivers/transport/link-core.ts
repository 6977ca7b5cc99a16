import type { CloseReason, Link, Unsubscribe } from './transport.ts'
import { TransportError } from './transport.ts'

/** What a wire must be able to do; `LinkCore` adds the guarantees of `Link`. */
export interface Wire {
  /** Resolves when the bytes have left. Never called while an earlier call is pending, nor after `shut`. */
  send(bytes: Uint8Array): Promise<void>
  /** Lets go of the wire, after what was sent has left. May reject; nobody minds. */
  shut(): Promise<void>
}

/** Bytes kept for a listener that has not come yet; beyond it the oldest go, so that nobody's chatter fills memory. */
const heldLimit = 64 * 1024

/**
 * The half of a `Link` that all wires share: order of writes, bytes held until somebody listens, one close, and no
 * data after it. A wire feeds it with `receive` and `lost`.
 */
export class LinkCore implements Link {
  readonly #wire: Wire
  readonly #listeners = new Set<(bytes: Uint8Array) => void>()
  readonly #closeListeners = new Set<(reason: CloseReason) => void>()
  #held: Uint8Array[] = []
  #writes: Promise<void> = Promise.resolve()
  #closed: CloseReason | null = null
  #closing: Promise<void> | null = null

  constructor(wire: Wire) {
    this.#wire = wire
  }

  /** Bytes came in. */
  receive(bytes: Uint8Array): void {
    if (this.#closed !== null || bytes.length === 0) return
    if (this.#listeners.size === 0 || this.#held.length > 0) this.#hold(bytes)
    else for (const listener of [...this.#listeners]) listener(bytes)
  }

  /** The far side or the wire went away. */
  lost(detail: string): void {
    this.#flushHeld()
    this.#end({ kind: 'disconnected', detail })
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.#closed !== null) return Promise.reject(closedError())
    // A copy: the caller may reuse its buffer while the bytes wait their turn.
    const own = bytes.slice()
    const sent = this.#writes.then(async () => {
      // What was accepted before our own close still leaves; a wire that left us takes nothing more.
      if (this.#closed?.kind === 'disconnected') throw closedError()
      await this.#wire.send(own)
    })
    this.#writes = sent.catch(() => undefined)
    return sent
  }

  onData(listener: (bytes: Uint8Array) => void): Unsubscribe {
    this.#listeners.add(listener)
    if (this.#held.length > 0) queueMicrotask(() => this.#flushHeld())
    return () => this.#listeners.delete(listener)
  }

  onClose(listener: (reason: CloseReason) => void): Unsubscribe {
    const closed = this.#closed
    if (closed !== null) queueMicrotask(() => listener(closed))
    else this.#closeListeners.add(listener)
    return () => this.#closeListeners.delete(listener)
  }

  close(): Promise<void> {
    this.#closing ??= this.#shut()
    return this.#closing
  }

  async #shut(): Promise<void> {
    const pending = this.#writes
    this.#end({ kind: 'canceled' })
    await pending
    await this.#wire.shut().catch(() => undefined)
  }

  #hold(bytes: Uint8Array): void {
    this.#held.push(bytes)
    let size = this.#held.reduce((total, piece) => total + piece.length, 0)
    while (size > heldLimit && this.#held.length > 1) size -= this.#held.shift()?.length ?? 0
  }

  #flushHeld(): void {
    while (this.#held.length > 0 && this.#listeners.size > 0 && this.#closed === null) {
      const held = this.#held
      this.#held = []
      for (const bytes of held) for (const listener of [...this.#listeners]) listener(bytes)
    }
  }

  #end(reason: CloseReason): void {
    if (this.#closed !== null) return
    this.#closed = reason
    this.#held = []
    for (const listener of [...this.#closeListeners]) listener(reason)
    this.#closeListeners.clear()
    this.#listeners.clear()
    // What was lost from outside still has to be let go of inside.
    if (reason.kind === 'disconnected') this.#closing ??= this.#wire.shut().catch(() => undefined)
  }
}

const closedError = (): TransportError => new TransportError('closed', 'the link is closed')
