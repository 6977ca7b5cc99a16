import { createHash } from 'node:crypto'
import type { ArchivedFile, FileSeal } from '#shared/archive/manifest.ts'
import { Deflated } from '../zip/deflated.ts'
import type { ZipWriter } from '../zip/zip-writer.ts'

/** A file packed and sealed before it lies in its archive; plain values, to be told from thread to thread. */
export interface SealedFile {
  /** What the manifest says of it. */
  readonly seal: FileSeal
  readonly packed: readonly Uint8Array<ArrayBuffer>[]
}

/** Packs a file whole. */
export function sealedFile(name: ArchivedFile, chunks: Iterable<Uint8Array>): SealedFile {
  const packed: Uint8Array<ArrayBuffer>[] = []
  const seal = sealedInto(name, chunks, (piece) => void packed.push(piece))
  return { seal, packed }
}

/** Lays a packed file into an archive. @returns its seal */
export function addSealed(zip: ZipWriter, { seal, packed }: SealedFile): FileSeal {
  const entry = zip.packed(seal.name)
  for (const piece of packed) entry.write(piece)
  entry.end(seal)
  return seal
}

/** Packs a file into an archive while it is made; nothing of it is held. @returns its seal */
export function addSealing(zip: ZipWriter, name: ArchivedFile, chunks: Iterable<Uint8Array>): FileSeal {
  const entry = zip.packed(name)
  const seal = sealedInto(name, chunks, entry.write)
  entry.end(seal)
  return seal
}

function sealedInto(
  name: ArchivedFile,
  chunks: Iterable<Uint8Array>,
  onPacked: (piece: Uint8Array<ArrayBuffer>) => void,
): FileSeal {
  const stream = new Deflated()
  const packed = createHash('sha256')
  const unpacked = createHash('sha256')
  const put = (piece: Uint8Array<ArrayBuffer>): void => {
    packed.update(piece)
    onPacked(piece)
  }
  for (const chunk of chunks) {
    unpacked.update(chunk)
    put(stream.piece(chunk))
  }
  put(stream.end())
  const { bytes, crc32 } = stream
  return { name, bytes, crc32, sha256: unpacked.digest('hex'), packedSha256: packed.digest('hex') }
}
