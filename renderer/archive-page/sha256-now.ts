import { SHA256 } from '@stablelib/sha256'

// Two hundred thousand times a month: one hash is begun again and again instead of a new one made. This library keeps its state
// where browsers count in whole numbers: noble's takes them three quarters longer.
const running = new SHA256()
const digest = new Uint8Array(32)

/** SHA-256 at once, which no browser has: 32 bytes, good until the next call. */
export function sha256Now(bytes: Uint8Array): Uint8Array {
  running.reset().update(bytes).finish(digest)
  return digest
}
