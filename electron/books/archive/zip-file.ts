import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** What was written of one file. */
export interface ZippedFile {
  readonly bytes: number
  readonly sha256: string
  /** Of what lies in the ZIP. */
  readonly packedSha256: string
  readonly crc32: number
}

/** Midnight of 1 January 1980 by whatever clock reads it: the same month gives the same bytes on every machine. */
const zipTime = new Date(1980, 0, 1)

/**
 * Level 3 of nine: as quick as the first, for a month is packed while it is read; the sixth takes two and a half times as long
 * and saves an eighth.
 */
const level = 3

/** So much is read ahead while the packer's own thread is at work. */
const packing = { level, chunkSize: 128 * 1024, highWaterMark: 4 * 1024 * 1024 }

/** A ZIP written as it is made: fflate lays out the container, zlib packs on a thread of its own, nothing is held whole. */
export class ZipFile {
  readonly #handle: FileHandle
  readonly #zip: Zip
  #waiting: Uint8Array[] = []

  constructor(handle: FileHandle) {
    this.#handle = handle
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) throw error
      this.#waiting.push(bytes)
    })
  }

  /** Adds a file, packed. */
  async add(name: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<ZippedFile> {
    const entry = new ZipEntry(name, 8)
    this.#zip.add(entry)
    const packedHash = createHash('sha256')
    await pipeline(Readable.from(entry.counted(chunks)), createDeflateRaw(packing), async (packed) => {
      for await (const piece of packed as AsyncIterable<Uint8Array<ArrayBuffer>>) {
        packedHash.update(piece)
        entry.ondata?.(null, piece, false)
        await this.#flush()
      }
    })
    return { ...(await this.#finish(entry)), packedSha256: packedHash.digest('hex') }
  }

  /** Adds a file as it is. */
  async store(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const entry = new ZipEntry(name, 0)
    this.#zip.add(entry)
    for await (const _piece of entry.counted([bytes])) entry.ondata?.(null, bytes, false)
    await this.#finish(entry)
  }

  async end(): Promise<void> {
    this.#zip.end()
    await this.#flush()
  }

  async #finish(entry: ZipEntry): Promise<Omit<ZippedFile, 'packedSha256'>> {
    entry.ondata?.(null, new Uint8Array(0), true)
    await this.#flush()
    return { bytes: entry.size, sha256: entry.sha256(), crc32: entry.crc }
  }

  async #flush(): Promise<void> {
    const pieces = this.#waiting
    this.#waiting = []
    for (const piece of pieces) await this.#handle.write(piece)
  }
}

/** A file on its way into the ZIP, counted before it is packed. */
class ZipEntry implements ZipInputFile {
  readonly filename: string
  readonly compression: number
  readonly mtime = zipTime
  size = 0
  crc = 0
  ondata?: NonNullable<ZipInputFile['ondata']>
  readonly #hash = createHash('sha256')

  constructor(filename: string, compression: number) {
    this.filename = filename
    this.compression = compression
  }

  async *counted(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.size += chunk.length
      this.crc = crc32(chunk, this.crc)
      this.#hash.update(chunk)
      yield chunk
      // Chunks that are ready one after the other would keep the packer from telling that it is done with the last.
      await breathe()
    }
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}
