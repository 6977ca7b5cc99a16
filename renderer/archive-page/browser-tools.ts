import { hashes, verify as verifySlowly } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { inflateSync } from 'fflate'
import type { ArchiveTools } from '#shared/archive/archive-tools.ts'
import { hashedBeside } from './hashing-thread.ts'
import { sha256Now } from './sha256-now.ts'

hashes.sha512 = sha512

/** What a browser lends to the check of an archive: its own parts where it has them, else libraries in the page. */
export const browserTools: ArchiveTools = {
  async inflate(packed, bytes) {
    const into = new Uint8Array(bytes)
    const length =
      'DecompressionStream' in globalThis
        ? await inflateInto(into, packed)
        : inflateSync(packed, { out: into }).length
    if (length !== bytes) throw new RangeError(`${length} bytes where ${bytes} are due`)
    return into
  },
  async sha256(bytes) {
    try {
      return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)))
    } catch {
      return hex(sha256(bytes))
    }
  },
  sha256Now,
  firstWrongHash: hashedBeside,
  async holds(publicKey, bytes, signature) {
    const key = bytesOf(publicKey)
    const signed = bytesOf(signature)
    if (key?.length !== 32 || signed?.length !== 64) return false
    try {
      const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify'])
      return await crypto.subtle.verify({ name: 'Ed25519' }, imported, signed, bytes as BufferSource)
    } catch {
      // A browser of before 2025. The library takes a tenth of a second, and is as strict.
      return verifySlowly(signed, bytes, key, { zip215: false })
    }
  },
  text: (bytes) => utf8.decode(bytes),
  bytes: (text) => encoder.encode(text),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

async function inflateInto(into: Uint8Array, packed: Uint8Array): Promise<number> {
  const stream = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  let at = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return at
    if (at + value.length > into.length) throw new RangeError('longer than it says')
    into.set(value, at)
    at += value.length
  }
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += digits[byte]
  return text
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> | null {
  try {
    const raw = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(raw, (each) => each.charCodeAt(0))
  } catch {
    return null
  }
}
