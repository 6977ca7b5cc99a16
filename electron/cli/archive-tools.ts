import { createHash, hash } from 'node:crypto'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { holds } from '#electron/platform/shop-key.ts'
import type { ArchiveTools } from '#shared/archive/archive-tools.ts'

const inflate = promisify(inflateRaw)
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What Node lends to the check of an archive. */
export const nodeTools: ArchiveTools = {
  async inflate(packed, bytes) {
    // zlib wants room for one byte at least, and stops at more than it was promised.
    const unpacked = await inflate(packed, { maxOutputLength: Math.max(bytes, 1) })
    if (unpacked.length !== bytes) throw new RangeError(`${unpacked.length} bytes where ${bytes} are due`)
    return unpacked
  },
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  sha256Now: (bytes) => hash('sha256', bytes, 'buffer'),
  holds: async (publicKey, bytes, signature) => holds(publicKey, utf8.decode(bytes), signature),
  text: (bytes) => utf8.decode(bytes),
  bytes: (text) => Buffer.from(text),
  pause: async () => undefined,
}
