import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { amount, type Currency, dirham } from '#shared/money/amount.ts'
import { details } from '../description.ts'
import { done, refused } from '../json.ts'
import { noDetails, readKept } from '../kept-piece.ts'
import type { Call, Done, PiecePage } from '../marketplace.ts'
import { parsedJson } from '../parsed-json.ts'
import { lengthPlaces, unshifted, weightPlaces } from '../shifted.ts'
import { sellsInDirhams } from './check.ts'
import { textAt } from './conditions.ts'
import type { Mapping } from './mapping-schema.ts'
import { firstTurn, listPage, turnShape } from './paging.ts'
import { type Path, readPath } from './path.ts'
import { refOf } from './put-piece.ts'
import { count, words } from './scalars.ts'
import type { Shop } from './settings.ts'

export async function listPieces(shop: Shop, page: string | null, call: Call): Promise<Done<PiecePage>> {
  const turn = page === null ? firstTurn : turnShape.safeParse(parsedJson(page)).data
  if (turn === undefined) return refused('malformed', 'not a page of this kind')
  const dirhams = await sellsInDirhams(shop, call.signal)
  if (dirhams.end !== 'done') return dirhams
  const listed = await listPage(shop, 'listPieces', shop.mapping.listPieces, turn, {}, call)
  if (listed.end !== 'done') return listed
  const { items, next } = listed.value
  const pieces = items.flatMap((item) => pieceOf(shop, item) ?? [])
  if (items.length > 0 && pieces.length === 0 && items.every((item) => typeof item !== 'object'))
    return refused('malformed', 'listPieces.list: not of pieces')
  return done({ pieces, next: next === null ? null : JSON.stringify(next) })
}

/** @returns `null`: without a sku, a price in dirhams or a count there is nothing that a till could sell */
function pieceOf({ mapping, shapes }: Shop, json: unknown): PiecePage['pieces'][number] | null {
  const { piece: at } = mapping
  const ref = refOf(mapping, json, null)
  const amounts = shapes.amount.safeParse(at.price.map((path) => readPath(path, json)))
  const units = count.safeParse(readPath(at.count, json))
  const currency = at.currency === undefined ? 'MAD' : textAt(at.currency, json)?.toUpperCase()
  if (ref.end !== 'done' || !amounts.success || !units.success || units.data < 0 || currency !== 'MAD')
    return null
  const price = dirham(amounts.data)
  if (price < 0) return null
  const sku = textAt(at.sku, json) as Sku
  const kept = at.kept === undefined ? null : readKept(textAt(at.kept, json))
  const name = kept?.name ?? textsOf(at.name, json)
  return {
    ref: ref.value,
    price: amount<Currency>(price),
    piece: {
      sku,
      name: Object.keys(name).length === 0 ? { [mapping.language]: sku } : name,
      description: kept?.description ?? textsOf(at.description, json),
      price,
      unique: units.data === 1,
      count: units.data,
      details: kept?.details ?? detailsOf(at, json),
      weightGrams: measureOf(at.weight, json, weightPlaces[mapping.weight]),
      sizeMillimetres: sizeOf(mapping, json),
      photographs: [],
    },
  }
}

function textsOf(at: Mapping['piece']['name'], json: unknown): OnlinePiece['name'] {
  const said = (['ar', 'fr', 'en'] as const).map(
    (language) => [language, textOf(2_000, at[language], json)] as const,
  )
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}

const detailsOf = (at: Mapping['piece'], json: unknown): OnlinePiece['details'] => ({
  ...noDetails,
  ...Object.fromEntries(details.map((detail) => [detail, textOf(200, at[detail], json)])),
})

const textOf = (longest: number, path: Path | undefined, json: unknown): string =>
  path === undefined ? '' : words(longest, readPath(path, json))

function sizeOf({ piece: at, length: unit }: Mapping, json: unknown): OnlinePiece['sizeMillimetres'] {
  const [length, width, height] = [at.length, at.width, at.height].map((path) =>
    measureOf(path, json, lengthPlaces[unit]),
  )
  return length == null || width == null || height == null ? null : { length, width, height }
}

const measureOf = (path: Path | undefined, json: unknown, places: number): number | null =>
  path === undefined ? null : unshifted(textAt(path, json) ?? '', places)
