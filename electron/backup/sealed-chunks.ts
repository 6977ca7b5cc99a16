import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { exactly } from './backup-header.ts'
import { BackupRefused } from './backup-refused.ts'

/** Of what is sealed; each chunk is longer by its tag. */
export const chunkBytes = 1024 * 1024
const tagBytes = 16
const cipher = 'aes-256-gcm'

/** With what the chunks of one file are sealed. */
export interface Seal {
  /** Of this file alone: its nonces are a counter. */
  readonly key: Buffer
  /** Of the header, which says whose backup this is. */
  readonly digest: Buffer
}

/**
 * Chunks of 1 MiB, sealed as STREAM does it (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its
 * Nonce-Reuse Misuse-Resistance, CRYPTO 2015, §7): the nonce is the chunk's number and whether it is the last, so that
 * none can be left out, moved, repeated, or taken from another file, and the end cannot be cut off at a border.
 */
function boxOf({ key, digest }: Seal, index: number, last: boolean) {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 0, 6)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return { key, nonce, data: Buffer.concat([digest, nonce]) }
}

function sealChunk(seal: Seal, index: number, last: boolean, plain: Buffer): Buffer {
  const { key, nonce, data } = boxOf(seal, index, last)
  const to = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  to.setAAD(data)
  return Buffer.concat([to.update(plain), to.final(), to.getAuthTag()])
}

/** @returns `null`: it is not this chunk of this file as it was sealed */
function openChunk(seal: Seal, index: number, last: boolean, sealed: Buffer): Buffer | null {
  const { key, nonce, data } = boxOf(seal, index, last)
  const from = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  from.setAAD(data)
  from.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const plain = from.update(sealed.subarray(0, sealed.length - tagBytes))
  try {
    from.final()
    return plain
  } catch {
    return null
  }
}

/** Seals a stream of bytes, chunk by chunk; the last may be shorter, or empty. */
export async function* sealed(seal: Seal, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  let length = 0
  let index = 0
  for await (const piece of source) {
    pending.push(piece)
    length += piece.length
    // One byte more than a chunk: what is sealed as not the last must not turn out to be it.
    while (length > chunkBytes) {
      const all = Buffer.concat(pending)
      yield sealChunk(seal, index, false, all.subarray(0, chunkBytes))
      index += 1
      pending = [all.subarray(chunkBytes)]
      length -= chunkBytes
    }
  }
  yield sealChunk(seal, index, true, Buffer.concat(pending))
}

/**
 * What was sealed, chunk by chunk, each believed before it is given.
 * @param at where the chunks begin in the file
 * @throws BackupRefused `backupDamaged` at the first that is missing, moved or changed, or if anything comes after the last
 */
export async function* unsealed(
  seal: Seal,
  file: FileHandle,
  at: number,
  path: string,
): AsyncGenerator<Buffer> {
  const { size } = await file.stat()
  const step = chunkBytes + tagBytes
  const count = Math.max(1, Math.ceil((size - at) / step))
  for (let index = 0; index < count; index++) {
    const begin = at + index * step
    const length = Math.max(0, Math.min(step, size - begin))
    const sealedBytes = await exactly(file, path, begin, length)
    const whole = sealedBytes !== null && length >= tagBytes
    const plain = whole ? openChunk(seal, index, index === count - 1, sealedBytes) : null
    if (plain === null)
      throw new BackupRefused(
        'backupDamaged',
        `${path} is damaged or cut short in part ${index + 1} of ${count}`,
      )
    yield plain
  }
}
