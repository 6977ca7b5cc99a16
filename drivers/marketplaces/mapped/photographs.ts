import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { imageType } from '../image-type.ts'
import { believe, done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { ask } from './api.ts'
import { readPath } from './path.ts'
import { id } from './scalars.ts'
import type { Shop } from './settings.ts'

const named = z.object({ id })

/** @returns as the marketplace knows them; of one that takes none, nothing */
export async function addPhotographs(
  shop: Shop,
  { sku, photographs }: OnlinePiece,
  call: Call,
): Promise<Done<readonly string[]>> {
  const operation = shop.mapping.addPhotograph
  if (operation === undefined) return done([])
  const added: string[] = []
  for (const [index, { name, bytes }] of photographs.entries()) {
    const type = imageType(bytes)
    if (type === null) return refused('refused', `${name.slice(0, 60)}: neither PNG nor JPEG`)
    const said = await ask(
      shop,
      'addPhotograph',
      operation,
      {
        values: {
          'piece.sku': sku,
          'photograph.name': name,
          'photograph.type': type,
          // Of its bytes: where an address is made of it, what is there is not sent as another one.
          'photograph.sha256': createHash('sha256').update(bytes).digest('hex'),
          'photograph.base64': operation.send === 'json' ? Buffer.from(bytes).toString('base64') : null,
        },
      },
      { ...call, key: `${call.key}/${index}` },
      operation.send === 'json'
        ? undefined
        : (request) => ({
            ...request,
            body: bytes,
            headers: { ...request.headers, 'content-type': type },
          }),
    )
    if (said.end !== 'done') return said
    const known = believe(named, { id: readPath(operation.id, said.value.json) })
    if (known.end !== 'done') return known
    added.push(known.value.id)
  }
  return done(added)
}
