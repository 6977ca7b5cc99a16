/**
 * The seam between bytes and wires. Serial, TCP, HID, memory and the faulty wrapper are equals; one contract
 * suite (`test/contracts/transport.contract.ts`) runs on all of them.
 *
 * Guarantees every implementation gives:
 * - `open` resolves only when bytes can flow, or rejects with a `TransportError`; it never half-opens.
 * - Data arrives in order, at least one byte a call, cut anywhere: a frame may come in any number of pieces.
 * - Nothing read is lost between `open` and the first `onData` in the same tick.
 * - `write` resolves when the bytes have left for the wire (drained), in the order of the calls; it rejects once
 *   the link is closed. Bytes of a rejected write may or may not have left: the caller must not assume either.
 * - `onClose` fires exactly once, with `canceled` when we closed it and `disconnected` when it left us; no data
 *   comes after it.
 * - `close` is idempotent and never rejects.
 */
export interface Transport {
  /** For people and logs, e.g. `tcp 192.168.1.20:4444`, `serial /dev/ttyACM0 9600 8N1`. */
  readonly name: string
  /** Nothing ever comes back on it (a file, a spooler): asking is no use. Absent: it carries both ways. */
  readonly oneWay?: true
  /** Each write becomes a job in somebody's queue, so a job has to be one write. Absent: any pieces will do. */
  readonly wholeJobs?: true
  /**
   * How fast bytes leave, on a line where nobody is told that the far side lost its power: it only falls silent, or holds
   * the line (serial). Absent: such a loss closes the link.
   */
  readonly bytesPerSecond?: number
  /** Opening may take so long, ms, where that is more than a wire needs. */
  readonly openMs?: number
  /** @param signal gives up opening. A transport may be opened again after its link closed: each open is a new link. */
  open(signal?: AbortSignal): Promise<Link>
}

export interface Link {
  write(bytes: Uint8Array): Promise<void>
  onData(listener: (bytes: Uint8Array) => void): Unsubscribe
  onClose(listener: (reason: CloseReason) => void): Unsubscribe
  close(): Promise<void>
}

export type Unsubscribe = () => void

export type CloseReason =
  | { readonly kind: 'canceled' }
  | { readonly kind: 'disconnected'; readonly detail: string }

export type TransportErrorCode =
  | 'notFound'
  | 'refused'
  | 'busy'
  | 'timeout'
  | 'aborted'
  | 'closed'
  | 'denied'
  | 'unsupported'
  | 'io'

/** Why a line could not be opened or written to; act on `code`, the message is for logs. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly code: TransportErrorCode
  constructor(code: TransportErrorCode, detail: string, options?: ErrorOptions) {
    super(`${detail} (${code})`, options)
    this.code = code
  }
}
