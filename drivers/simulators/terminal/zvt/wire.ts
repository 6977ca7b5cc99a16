import type { Packet } from './packet.ts'

/** How what is said now goes out. */
export interface Manner {
  /** Bytes that are no message, before it. */
  readonly noise: boolean
  readonly fragment: boolean
  /** Kept back until something else is said. */
  readonly merge: boolean
}

export const plainly: Manner = { noise: false, fragment: false, merge: false }

/** One client's line as the terminal sees it: packets in, packets out. */
export interface TerminalWire {
  /** `false`: the client did not get it, as far as the line can tell. */
  say(packet: readonly number[], manner: Manner): Promise<boolean>
  drop(): void
  readonly isOpen: boolean
  /** Serial: the first copy of each block is damaged from now on. */
  damaging: boolean
}

export interface WireEvents {
  readonly heard: (packet: Packet) => void
  readonly gone: () => void
}

/** What is no message, before one: letters, zeros, halves of headers. */
export const noiseBytes: readonly number[] = [0x00, 0xff, 0x30, 0x41, 0x2a, 0x0f]

/** 7 is no divisor of anything in the protocol: pieces end inside headers, lengths and values. */
export function* pieces(bytes: readonly number[], fragment: boolean): Generator<Uint8Array> {
  const size = fragment ? 7 : Math.max(1, bytes.length)
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.slice(at, at + size))
}
