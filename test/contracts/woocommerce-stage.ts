import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { newCall, newPiece, valueIn } from './marketplace-rig.ts'
import { wooRig } from './woocommerce-rig.ts'

/** A shop with one piece in it. */
export async function stage(options: Parameters<typeof wooRig>[0] = {}, count = 1) {
  const rig = wooRig(options)
  const market = rig.open()
  const piece = newPiece({ count, unique: count === 1 })
  const ref = valueIn(await market.putPiece(piece, null, newCall()))
  return { rig, shop: rig.shop, market, piece, ref }
}

export const stockOf = async (market: Marketplace, ref: OnlineRef): Promise<number> =>
  valueIn(await market.readStock(ref, newCall())).count
