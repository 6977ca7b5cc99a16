import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { believe, done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import { type StockWrite, writeEach, writeTogether } from '../stock-writes.ts'
import { ask } from './api.ts'
import { holdsIn, textAt } from './conditions.ts'
import type { Mapping } from './mapping-schema.ts'
import { type Path, readList, readPath } from './path.ts'
import { count } from './scalars.ts'
import type { Shop } from './settings.ts'
import type { Values } from './template.ts'

type Many = NonNullable<Mapping['setStocks']>
const counted = z.object({ count })

type Ends = readonly Done<StockWritten>[]

export const refValues = (ref: OnlineRef): Values => ({
  'ref.product': ref.product,
  'ref.variant': ref.variant,
  'ref.stockItem': ref.stockItem,
  'ref.location': ref.location,
})
const writeValues = ({ ref, count: units, expected }: StockWrite): Values => ({
  ...refValues(ref),
  'stock.count': units,
  'stock.expected': expected,
})

/** Many in one exchange where the mapping has one; otherwise one after the other. */
export function setStocks(shop: Shop, writes: readonly StockWrite[], call: Call): Promise<Ends> {
  const many = shop.mapping.setStocks
  return many === undefined || writes.length === 1
    ? writeEach(writes, (write) => writeOne(shop, write, call))
    : writeTogether(writes, { send: (group) => writeMany(shop, many, group, call) })
}

async function writeOne(shop: Shop, write: StockWrite, call: Call): Promise<Done<StockWritten>> {
  const { setStock: operation } = shop.mapping
  const said = await ask(shop, 'setStock', operation, { values: writeValues(write) }, call)
  if (said.end !== 'done') return said
  return writtenAs(operation.count, said.value.json)
}

const writtenAs = (path: Path | undefined, json: unknown): Done<StockWritten> =>
  path === undefined ? done({ count: null }) : believe(counted, { count: readPath(path, json) })

async function writeMany(
  shop: Shop,
  many: Many,
  writes: readonly StockWrite[],
  call: Call,
): Promise<Done<Ends>> {
  const said = await ask(
    shop,
    'setStocks',
    many,
    { values: {}, lists: { writes: writes.map(writeValues) } },
    call,
  )
  if (said.end !== 'done') return said
  const { each } = many
  if (each === undefined) return done(writes.map(() => done({ count: null })))
  const items = readList(each.list, said.value.json, 1_000)
  if (items === null) return refused('malformed', 'setStocks.each.list: no list')
  return done(writes.map(({ ref }) => endOf(each, ref, items)))
}

/** Each is known by its variant, in whatever order they come back. */
function endOf(
  each: NonNullable<Many['each']>,
  { variant }: OnlineRef,
  items: readonly unknown[],
): Done<StockWritten> {
  const item = items.find((one) => textAt(each.variant, one) === variant)
  if (item === undefined) return refused('malformed', `setStocks: nothing is said of ${variant}`)
  const no = each.rules.find(({ when }) => holdsIn(when, item))
  return no === undefined ? writtenAs(each.count, item) : refused(no.is, variant)
}

const level = z.object({ count, held: count.refine((held) => held >= 0, 'below zero') })

export async function readStock(
  shop: Shop,
  ref: OnlineRef,
  call: Call,
): Promise<Done<{ readonly count: number; readonly held: number }>> {
  const { readStock: operation } = shop.mapping
  const said = await ask(shop, 'readStock', operation, { values: refValues(ref) }, call)
  if (said.end !== 'done') return said
  const { json } = said.value
  const read = believe(level, {
    count: readPath(operation.count, json),
    held: operation.held === undefined ? 0 : readPath(operation.held, json),
  })
  return read.end === 'done' && read.value.count < 0 ? refused('negativeStock', `${read.value.count}`) : read
}
