import type { OnlineRef } from '#shared/marketplace/online.ts'
import { believe, done, refused } from '../json.ts'
import type { Call, Done, Hold } from '../marketplace.ts'
import { ask } from './api.ts'
import type { Mapping } from './mapping-schema.ts'
import { readPath } from './path.ts'
import type { Shop } from './settings.ts'
import { refValues } from './stock.ts'

/** The key of the call is in the request (the mapping is refused without it): that the same one holds once is for the marketplace. */
export async function hold(
  shop: Shop,
  operation: NonNullable<Mapping['hold']>,
  ref: OnlineRef,
  units: number,
  call: Call,
): Promise<Done<Hold>> {
  const said = await ask(
    shop,
    'hold',
    operation,
    { values: { ...refValues(ref), 'hold.units': units } },
    call,
  )
  if (said.end !== 'done') return said
  const { json } = said.value
  const held = believe(shop.shapes.hold, {
    id: readPath(operation.id, json),
    until: operation.until === undefined ? null : readPath(operation.until, json),
  })
  if (held.end !== 'done') return held
  const { until } = held.value
  return done({
    id: held.value.id,
    until:
      until === null
        ? null
        : { utcMs: until.utcMs, offsetMinutes: until.offsetMinutes ?? call.at.offsetMinutes },
  })
}

export async function release(
  shop: Shop,
  operation: NonNullable<Mapping['release']>,
  id: Hold['id'],
  call: Call,
): Promise<Done> {
  if (id === '') return refused('malformed', 'no hold')
  const said = await ask(shop, 'release', operation, { values: { 'hold.id': id } }, call)
  if (said.end === 'refused' && said.code === 'gone') return done(null)
  return said.end === 'done' ? done(null) : said
}
