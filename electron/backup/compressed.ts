import { pipeline, Readable, type Transform } from 'node:stream'
import { createDeflate, createInflate } from 'node:zlib'
import { BackupRefused } from './backup-refused.ts'

/** Little work for a stream of database pages and text, which shrink to a quarter of themselves anyway. */
const level = 3
const pieceBytes = 256 * 1024

export const deflated = (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> =>
  through(source, createDeflate({ level, chunkSize: pieceBytes }))

/** @throws BackupRefused `backupDamaged` */
export async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* through(source, createInflate({ chunkSize: pieceBytes }))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw code.startsWith('Z_')
      ? new BackupRefused('backupDamaged', 'The backup does not unfold to what was packed', error)
      : error
  }
}

/** An error of the source is the error of the result. */
async function* through(source: AsyncIterable<Buffer>, transform: Transform): AsyncGenerator<Buffer> {
  pipeline(Readable.from(source, { objectMode: false }), transform, () => undefined)
  for await (const piece of transform) yield piece as Buffer
}
