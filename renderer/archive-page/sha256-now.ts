import { sha256 } from '@noble/hashes/sha2.js'

// Two hundred thousand times a month: the same hash is begun again and again instead of a new one made.
const begun = sha256.create()
const running = sha256.create()
const digest = new Uint8Array(32)

/** SHA-256 at once, which no browser has: 32 bytes, good until the next call. */
export function sha256Now(bytes: Uint8Array): Uint8Array {
  begun._cloneInto(running)
  running.update(bytes).digestInto(digest)
  return digest
}
