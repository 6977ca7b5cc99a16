import { closeSync, openSync, writeSync } from 'node:fs'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** One file of the archive, written from its beginning to its end; the next begins after it. */
export interface ZipEntry {
  write(text: string): void
  end(): void
}

/**
 * A ZIP file written as it is made: nothing of it is kept. Each piece is deflated by zlib, which is several times faster
 * than JavaScript, and flushed, so that pieces follow one another in one stream.
 */
export interface ZipWriter {
  entry(name: string): ZipEntry
  /** @returns bytes of the whole file */
  close(): number
  /** Lets go of a file that stays a part. */
  abandon(): void
}

/** Deflated together. */
const pieceBytes = 1_048_576
/** UTF-8 of one UTF-16 unit, at most. */
const bytesALetter = 3

const flushed = { level: 1, finishFlush: constants.Z_SYNC_FLUSH }
/** A last block with nothing in it, which ends a stream of flushed ones. */
const lastBlock = Uint8Array.of(0x03, 0x00)

export function openZip(path: string): ZipWriter {
  const file = openSync(path, 'wx')
  let bytes = 0
  // Rows go into it one by one: text that is put together first and written later is litter that lives too long.
  const piece = Buffer.allocUnsafe(pieceBytes)
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
    bytes += chunk.length
  })

  return {
    entry(name) {
      const input: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8 }
      // The calendar of ZIP begins in 1980; when the file was made is said inside it.
      input.mtime = '1980-01-01T12:00:00'
      zip.add(input)
      let used = 0
      const deflate = (raw: Uint8Array): void => {
        input.crc = crc32(raw, input.crc)
        input.size += raw.length
        input.ondata?.(null, deflateRawSync(raw, flushed), false)
      }
      const flush = (): void => {
        if (used > 0) deflate(piece.subarray(0, used))
        used = 0
      }
      return {
        write(text) {
          const most = text.length * bytesALetter
          if (used + most > pieceBytes) flush()
          if (most > pieceBytes) deflate(Buffer.from(text))
          else used += piece.write(text, used)
        },
        end() {
          flush()
          input.ondata?.(null, lastBlock, true)
        },
      }
    },
    close() {
      zip.end()
      closeSync(file)
      return bytes
    },
    abandon: () => closeSync(file),
  }
}
