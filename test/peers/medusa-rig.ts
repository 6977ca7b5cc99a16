import { fetchWeb } from '#drivers/marketplaces/fetch-web.ts'
import { openMedusa } from '#drivers/marketplaces/medusa/medusa.ts'
import type { MedusaSettings } from '#drivers/marketplaces/medusa/settings.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { MarketplaceRig } from '../contracts/marketplace-rig.ts'
import { buyAtMedusa } from './medusa-buyer.ts'
import type { PeerProcess } from './peer-process.ts'
import type { MedusaReady } from './start-medusa.ts'

export interface MedusaRig extends MarketplaceRig {
  readonly ready: MedusaReady
}

export function medusaRig({ ready, stop }: PeerProcess<MedusaReady>): MedusaRig {
  const settings: MedusaSettings = {
    url: ready.url,
    secretKey: ready.secretKey,
    location: ready.location,
    salesChannel: ready.salesChannel,
    shippingProfile: ready.shippingProfile,
    pickUpOptions: [ready.shippingOptions.pickUp],
    timeoutMs: 20_000,
  }
  const web = fetchWeb(realTimers)
  let buyers = 0
  return {
    ready,
    open: (line = (under) => under) => openMedusa(settings, line(web)),
    openWithWrongKey: () => openMedusa({ ...settings, secretKey: 'sk_nobody' }, web),
    buy({ variant }, units, delivery) {
      buyers += 1
      return buyAtMedusa(ready, variant, units, delivery, `Ana${buyers}`)
    },
    async deletePiece({ product }) {
      await fetch(`${ready.url}/admin/products/${product}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${ready.ownerToken}` },
      })
    },
    stop,
  }
}
