import type { Apdu } from './apdu.ts'

/** One way to carry APDUs over a link. */
export interface Channel {
  /**
   * Resolves when the far side has the APDU (serial), or when it has left (TCP); rejects if it may not have all
   * left.
   */
  send(apdu: Uint8Array): Promise<void>
  /**
   * Whether something came that may have been part of an APDU and could not be read: what follows it may be a
   * mistake.
   */
  readonly doubtful: boolean
  /** Whether an APDU was sent more than once because its receipt was not acknowledged. */
  readonly repeated: boolean
  /** Resolves when nothing of ours is still on its way that a closing port could swallow. */
  lastWordLeft(): Promise<void>
}

export interface ChannelEvents {
  readonly apdu: (apdu: Apdu) => void
  /** Bytes that were nothing. */
  readonly noise: (bytes: number) => void
  readonly lost: (detail: string) => void
}
