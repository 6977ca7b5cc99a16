import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import { ByteText } from '../byte-text.ts'
import { Deflated, type Level } from './deflated.ts'

/** One file of the archive, written from its beginning to its end; the next begins after it. */
export interface ZipEntry {
  readonly content: ByteText
  end(): void
}

/** One that is deflated by whoever writes it. */
export interface PackedEntry {
  write(packed: Uint8Array<ArrayBuffer>): void
  end(unpacked: Pick<Deflated, 'bytes' | 'crc32'>): void
}

/** A ZIP file written as it is made: nothing of it is kept. */
export interface ZipWriter {
  entry(name: string, level?: Level): ZipEntry
  packed(name: string): PackedEntry
  /** A file as it is, not packed. */
  store(name: string, bytes: Uint8Array<ArrayBuffer>): void
  /** @returns bytes of the whole file */
  close(): number
  /** Lets go of a file that stays a part. */
  abandon(): void
}

/** Deflated together. */
const pieceBytes = 1_048_576
/** Where the calendar of ZIP begins, by whatever clock reads it: the same files give the same bytes on every machine. */
const zipTime = new Date(1980, 0, 1)
const deflated = 8
const stored = 0

/**
 * Begins a ZIP.
 * @param path there must be no file yet
 * @throws what the system says of a disk that is full or gone, here and at every write
 */
export function openZip(path: string): ZipWriter {
  const file = openSync(path, 'wx')
  let bytes = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
    bytes += chunk.length
  })

  function begin(filename: string, compression: number): ZipInputFile {
    const input: ZipInputFile = { filename, size: 0, crc: 0, compression, mtime: zipTime }
    zip.add(input)
    return input
  }

  function end(input: ZipInputFile, { bytes, crc32 }: Parameters<PackedEntry['end']>[0]): void {
    input.size = bytes
    input.crc = crc32
    input.ondata?.(null, new Uint8Array(0), true)
  }

  function packed(name: string): PackedEntry {
    const input = begin(name, deflated)
    return {
      write: (packed) => input.ondata?.(null, packed, false),
      end: (unpacked) => end(input, unpacked),
    }
  }

  return {
    packed,
    entry(name, level) {
      const entry = packed(name)
      const stream = new Deflated(level)
      const content = new ByteText(pieceBytes, (piece) => entry.write(stream.piece(piece)))
      return {
        content,
        end() {
          content.flush()
          entry.write(stream.end())
          entry.end(stream)
        },
      }
    },
    store(name, raw) {
      const input = begin(name, stored)
      input.ondata?.(null, raw, false)
      end(input, { bytes: raw.length, crc32: crc32(raw) })
    },
    close() {
      zip.end()
      closeSync(file)
      return bytes
    },
    abandon: () => closeSync(file),
  }
}
