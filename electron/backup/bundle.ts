import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '#electron/platform/make-folder.ts'
import { BackupRefused } from './backup-refused.ts'

/** One file of a bundle, before its bytes. */
const partSchema = z.strictObject({
  /** With `/`, in the folder. */
  path: z
    .string()
    .min(1)
    .max(1000)
    .refine((path) => !path.includes('\\') && !path.includes(':') && !path.includes('\0'))
    .refine((path) => path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')),
  bytes: z.number().int().min(0),
})

/** What goes into a bundle: a file of the disk, or a few bytes that are at hand. */
export type Part =
  | { readonly path: string; readonly file: string }
  | { readonly path: string; readonly content: Buffer }

const readAtOnce = 256 * 1024

/** `length (u32) ‖ JSON {path, bytes} ‖ bytes` for each part, then a length of 0. */
export async function* bundled(parts: Iterable<Part>): AsyncGenerator<Buffer> {
  for (const part of parts) {
    if ('content' in part) {
      yield frontOf(part.path, part.content.length)
      yield part.content
    } else yield* bundledFile(part.path, part.file)
  }
  yield Buffer.alloc(4)
}

function frontOf(path: string, bytes: number): Buffer {
  const text = Buffer.from(JSON.stringify({ path, bytes }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

async function* bundledFile(path: string, at: string): AsyncGenerator<Buffer> {
  const file = await open(at, 'r').catch((error: NodeJS.ErrnoException) => {
    // Settings that were taken away since the folder was listed.
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return
  try {
    const { size } = await file.stat()
    yield frontOf(path, size)
    let left = size
    while (left > 0) {
      const piece = Buffer.alloc(Math.min(readAtOnce, left))
      const { bytesRead } = await file.read(piece, 0, piece.length, size - left)
      if (bytesRead === 0) throw new Error(`${at} became shorter while it was copied`)
      left -= bytesRead
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** Reads a stream in the portions that are asked for. */
class Portions {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** At most so many bytes, at least one; `null`: there are no more. */
  async some(most: number): Promise<Buffer | null> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next()
      if (next.done === true) return null
      this.#rest = next.value
    }
    const piece = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(piece.length)
    return piece
  }

  /** Exactly so many. @throws where there are fewer */
  async exactly(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (let got = 0; got < length; ) {
      const piece = await this.some(length - got)
      if (piece === null) throw malformed()
      pieces.push(piece)
      got += piece.length
    }
    return Buffer.concat(pieces)
  }
}

const malformed = (): BackupRefused =>
  new BackupRefused('backupDamaged', 'The backup is not what a till packs')

/** Called with each file of a bundle as it comes. */
export interface Unpacking {
  /** `null`: its bytes are passed over. */
  readonly folder: string | null
  readonly onBytes?: (bytes: number) => void
}

/**
 * Writes the files of a bundle into an empty folder, each flushed, readable by this account alone; or only reads to its end.
 * @returns their paths
 * @throws BackupRefused `backupDamaged` where it is no whole bundle
 */
export async function unbundle(
  source: AsyncIterable<Buffer>,
  { folder, onBytes }: Unpacking,
): Promise<readonly string[]> {
  const from = new Portions(source)
  const paths: string[] = []
  for (;;) {
    const length = (await from.exactly(4)).readUInt32BE()
    if (length === 0) break
    if (length > 10_000) throw malformed()
    const part = partSchema.safeParse(jsonOf(await from.exactly(length)))
    if (!part.success) throw malformed()
    await unpackOne(from, part.data, folder, onBytes)
    paths.push(part.data.path)
  }
  // To the very end: the last chunk's seal says that nothing was cut off.
  if ((await from.some(1)) !== null) throw malformed()
  return paths
}

async function unpackOne(
  from: Portions,
  { path, bytes }: z.infer<typeof partSchema>,
  folder: string | null,
  onBytes: Unpacking['onBytes'],
): Promise<void> {
  const at = folder === null ? null : join(folder, path)
  if (at !== null) makeFolder(dirname(at))
  const file = at === null ? null : await open(at, 'wx', 0o600)
  try {
    for (let left = bytes; left > 0; ) {
      const piece = await from.some(left)
      if (piece === null) throw malformed()
      await file?.writeFile(piece)
      left -= piece.length
      onBytes?.(piece.length)
    }
    await file?.sync()
  } finally {
    await file?.close()
  }
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'))
  } catch {
    return null
  }
}
