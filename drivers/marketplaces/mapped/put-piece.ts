import { z } from 'zod'
import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { believe, done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { ask } from './api.ts'
import { updateOf } from './asked-for.ts'
import { sellsInDirhams } from './check.ts'
import type { Mapping } from './mapping-schema.ts'
import { readList, readPath } from './path.ts'
import { addPhotographs } from './photographs.ts'
import { pieceFilling } from './piece-values.ts'
import { id } from './scalars.ts'
import type { Shop } from './settings.ts'
import { refValues } from './stock.ts'

/**
 * The sku is ours, ids are the marketplace's: a piece is looked for by its sku each time, so that one whose answer was lost
 * is found, and ids of a shop that was set up anew are not another piece's. A mapping without `findPiece` says that the
 * marketplace itself knows pieces by their sku.
 */
export async function putPiece(shop: Shop, piece: OnlinePiece, call: Call): Promise<Done<OnlineRef>> {
  if (piece.count < 0) return refused('negativeStock', `${piece.sku}: ${piece.count}`)
  const dirhams = await sellsInDirhams(shop, call.signal)
  if (dirhams.end !== 'done') return dirhams
  const there = await findPiece(shop, piece, call)
  if (there.end !== 'done') return there
  const photographs = await addPhotographs(shop, piece, call)
  if (photographs.end !== 'done') return photographs
  const filling = pieceFilling(shop.mapping, piece, photographs.value)
  const { createPiece } = shop.mapping
  const updatePiece = updateOf(shop.mapping)
  if (there.value !== null && updatePiece !== undefined) {
    const values = { ...filling.values, ...refValues(there.value) }
    const said = await ask(shop, 'updatePiece', updatePiece, { ...filling, values }, call)
    return said.end === 'done' ? done(there.value) : said
  }
  const said = await ask(shop, 'createPiece', createPiece, filling, call)
  if (said.end !== 'done') return said
  return refOf(shop.mapping, readPath(createPiece.answer, said.value.json), piece.sku)
}

async function findPiece(shop: Shop, { sku }: OnlinePiece, call: Call): Promise<Done<OnlineRef | null>> {
  const { mapping } = shop
  if (mapping.findPiece === undefined) return done(null)
  const said = await ask(shop, 'findPiece', mapping.findPiece, { values: { 'piece.sku': sku } }, call)
  if (said.end !== 'done') return said
  const list = readList(mapping.findPiece.list, said.value.json, 1_000)
  if (list === null) return refused('malformed', 'findPiece.list: no list')
  // A search may be one by words, and find others too.
  const found = list.filter((each) => readPath(mapping.piece.sku, each) === sku)
  if (found.length > 1) return refused('skuTwice', `${sku} is there ${found.length} times`)
  return found.length === 0 ? done(null) : refOf(mapping, found[0], sku)
}

const refShape = z.object({ sku: id, product: id, variant: id, stockItem: id.or(z.literal('')) })

/** @param sku that it must have; `null`: any */
export function refOf(mapping: Mapping, json: unknown, sku: string | null): Done<OnlineRef> {
  const { ref } = mapping.piece
  const read = believe(refShape, {
    sku: readPath(mapping.piece.sku, json),
    product: readPath(ref.product ?? ref.variant, json),
    variant: readPath(ref.variant, json),
    stockItem: ref.stockItem === undefined ? '' : readPath(ref.stockItem, json),
  })
  if (read.end !== 'done') return read
  const { sku: said, ...ids } = read.value
  if (sku !== null && said !== sku) return refused('malformed', `${sku} became ${said}`)
  return done({ ...ids, location: mapping.location })
}

export async function hidePiece(shop: Shop, ref: OnlineRef, call: Call): Promise<Done> {
  const said = await ask(shop, 'hidePiece', shop.mapping.hidePiece, { values: refValues(ref) }, call)
  return said.end === 'done' ? done(null) : said
}
