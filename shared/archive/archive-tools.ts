import type { WrongHash } from './line-hashes.ts'

/** What a machine lends to whoever checks an archive: Node's own parts, or those of a browser. */
export interface ArchiveTools {
  /** Unpacks raw deflate. @throws on what is no deflate stream, ends early, or is not exactly so long */
  inflate(packed: Uint8Array, bytes: number): Promise<Uint8Array>
  /** SHA-256 of a large file. Lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>
  /** SHA-256 of something small, at once: 32 bytes, good until the next call. */
  sha256Now(bytes: Uint8Array): Uint8Array
  /**
   * As `firstWrongHash`, in a thread beside, where there is one; without it, or after `null`, the lines are hashed here,
   * and also where it rejects.
   */
  firstWrongHash?(journal: Uint8Array): Promise<WrongHash | null> | null
  /** Whether a signature (Ed25519, 64 bytes, base64url) is of these bytes by this key (32 bytes, base64url). */
  holds(publicKey: string, bytes: Uint8Array, signature: string): Promise<boolean>
  /** UTF-8. @throws on anything else */
  text(bytes: Uint8Array): string
  /** UTF-8 of a text. */
  bytes(text: string): Uint8Array
  /** Between two pieces of work, so that a page can draw. @param done 0…1 */
  pause(done: number): Promise<void>
}
