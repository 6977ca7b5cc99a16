/**
 * How one nexo message travels and one comes back, whatever the wire: length-prefixed on a plain stream
 * (`stream-channel.ts`) or as an HTTPS request (`https-channel.ts`). Each exchange has a line of its own, so that
 * what a former one left on its way is not heard.
 *
 * Guarantees both give:
 * - `notSent` only if no byte of the message can have left.
 * - The message is sent at most once.
 * - `exchange` always resolves, at the latest when `overdue` or `closing` aborts; it never rejects.
 * - At most `largestMessage` bytes of what comes are held.
 */
export interface NexoChannel {
  exchange<T>(exchange: Exchange<T>): Promise<Exchanged<T>>
}

export interface Exchange<T> {
  readonly text: string
  /** What a message that came is to this exchange. */
  readonly judge: (text: string) => Judged<T>
  /** Bytes came that are no message. */
  readonly onNoise: (count: number) => void
  /** The line is there, and the message leaves now. */
  readonly onSending: () => void
  /** Gives up as long as nothing was sent; later it does nothing. */
  readonly calledOff: AbortSignal
  /** The time for an answer is over. */
  readonly overdue: AbortSignal
}

export type Judged<T> =
  | { readonly is: 'ours'; readonly answer: T }
  | { readonly is: 'other' }
  | { readonly is: 'nonsense' }

export type Exchanged<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | {
      readonly kind: 'notSent'
      /** `untrusted`: TLS, but not a terminal we may talk to. `otherProtocol`: no TLS where TLS was expected. */
      readonly why: 'unreachable' | 'untrusted' | 'otherProtocol'
      readonly detail: string
    }
  | {
      readonly kind: 'noAnswer'
      readonly heard: 'nothing' | 'otherMessages'
      readonly detail: string
    }
  /** What came is no nexo. */
  | { readonly kind: 'otherProtocol'; readonly detail: string }
  | { readonly kind: 'lineLost'; readonly detail: string }

/** Longest message believed, bytes. A payment with its receipts takes some 20 kB. */
export const largestMessage = 1_048_576

/** The one result that makes a decline certain: not a byte of the message left. */
export const notSent = (
  why: Extract<Exchanged<never>, { kind: 'notSent' }>['why'],
  detail: string,
): Exchanged<never> => ({ kind: 'notSent', why, detail })

/** Calls `listener` once, now if it already happened; the returned function forgets it. */
export function onceAborted(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener, { once: true })
  return () => signal.removeEventListener('abort', listener)
}
