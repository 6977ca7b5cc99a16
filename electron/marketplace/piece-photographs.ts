import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'

/** Looked for in this order. */
const endings = ['jpg', 'jpeg', 'png'] as const
/** `photos/<sku>.jpg` is shown first, then `<sku>-2.jpg` and so on. */
const most = 8
/** A photograph from a telephone is some megabytes. */
const mostBytes = 16_000_000

/** What buyers see of a piece: the photographs in the till's folder, as they are; files of another kind are left out. */
export async function piecePhotographs(folder: string, sku: Sku): Promise<OnlinePiece['photographs']> {
  // A sku is whatever the shop wrote; as the name of a file it stays inside the folder.
  if (/[/\\\0]/.test(sku)) return []
  const found: OnlinePiece['photographs'][number][] = []
  for (let nth = 1; nth <= most; nth += 1) {
    const photograph = await findOne(folder, nth === 1 ? sku : `${sku}-${nth}`)
    if (photograph === null) break
    found.push(photograph)
  }
  return found
}

async function findOne(folder: string, stem: string): Promise<OnlinePiece['photographs'][number] | null> {
  for (const ending of endings) {
    const name = `${stem}.${ending}`
    const bytes = await bytesOf(join(folder, 'photos', name))
    if (bytes !== null && isPicture(bytes)) return { name, bytes }
  }
  return null
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return (await stat(path)).size > mostBytes ? null : await readFile(path)
  } catch {
    // Not there, or not to be read: a piece is sold without.
    return null
  }
}

/** JPEG (ITU-T T.81 §B.1.1.3, SOI and the next marker) or PNG (RFC 2083 §3.1). */
const isPicture = (bytes: Uint8Array): boolean =>
  [
    [0xff, 0xd8, 0xff],
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ].some((start) => start.every((byte, at) => bytes[at] === byte))
