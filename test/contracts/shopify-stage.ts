import { newCall, newPiece, valueIn } from './marketplace-rig.ts'
import { shopifyRig } from './shopify-rig.ts'

/** A shop with one piece in it. */
export async function stage(options: Parameters<typeof shopifyRig>[0] = {}, count = 1) {
  const rig = shopifyRig(options)
  const market = rig.open()
  const piece = newPiece({ count, unique: count === 1 })
  const ref = valueIn(await market.putPiece(piece, null, newCall()))
  return { rig, shop: rig.shop, market, piece, ref }
}
/** Of an order, as the till knows it. */
export const numberOf = (order: { readonly id: string } | null): string => order?.id.split('/').at(-1) ?? ''
