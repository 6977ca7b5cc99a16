import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import { ask, type Signal, send } from './api.ts'
import type { Shop } from './settings.ts'

/** What went up, by what is in it; kept in the metadata of the product, for Medusa has no list of files. */
export type Pictures = Readonly<Record<string, string>>

const uploaded = z.object({ files: z.array(z.object({ url: z.string() })).length(1) })
const product = z.object({ product: z.object({ metadata: z.record(z.string(), z.unknown()).nullable() }) })
const pictures = z.record(z.string(), z.string())

/** Uploads those that are not up yet. @returns all of this piece, in the order of its photographs */
export async function putPhotographs(
  shop: Shop,
  photographs: OnlinePiece['photographs'],
  productId: string | null,
  signal: Signal,
): Promise<Done<Pictures>> {
  if (photographs.length === 0) return done({})
  const before = productId === null ? done<Pictures>({}) : await picturesOf(shop, productId, signal)
  if (before.end !== 'done') return before
  const all: Record<string, string> = {}
  for (const photograph of photographs) {
    const name = createHash('sha256').update(photograph.bytes).digest('hex').slice(0, 16)
    const standing = before.value[name]
    const up = standing === undefined ? await upload(shop, photograph, signal) : done(standing)
    if (up.end !== 'done') return up
    all[name] = up.value
  }
  return done(all)
}

async function picturesOf(shop: Shop, id: string, signal: Signal): Promise<Done<Pictures>> {
  const said = await ask(shop, 'GET', `/products/${id}?fields=metadata`, undefined, product, signal)
  if (said.end !== 'done') return said
  const read = pictures.safeParse(said.value.product.metadata?.hanoutPictures)
  return done(read.success ? read.data : {})
}

async function upload(
  shop: Shop,
  photograph: OnlinePiece['photographs'][number],
  signal: Signal,
): Promise<Done<string>> {
  const said = await send(shop, [photograph], uploaded, signal)
  if (said.end !== 'done') return said
  const [file] = said.value.files
  return file === undefined ? refused('malformed', 'no file was kept') : done(file.url)
}
