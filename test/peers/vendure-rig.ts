import { fetchWeb } from '#drivers/marketplaces/fetch-web.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import type { MarketplaceRig } from '../contracts/marketplace-rig.ts'
import { type BadProxy, badProxy } from './bad-proxy.ts'
import { startVendure, type VendurePeer, type VendureWanted } from './start-vendure.ts'
import { vendureBuyer } from './vendure-buyer.ts'

export interface VendureRig extends MarketplaceRig {
  readonly peer: VendurePeer
}

export async function vendureRig(wanted: VendureWanted = {}): Promise<VendureRig> {
  const peer = await startVendure(wanted)
  let buyers = 0
  const proxies: BadProxy[] = []
  return {
    peer,
    open: (line = (web) => web) => peer.open(line(fetchWeb(realTimers))),
    async openBad(plan) {
      const proxy = await badProxy(peer.url, plan)
      proxies.push(proxy)
      // A lost answer is waited for in vain, in real time.
      return peer.open(undefined, { url: `${proxy.url}/admin-api`, timeoutMs: 2_500 })
    },
    openWithWrongKey: () => peer.open(undefined, { apiKey: 'nobody:gave-this' }),
    async buy({ variant }, units, delivery) {
      buyers += 1
      const buyer = vendureBuyer(peer.url, `Ana${buyers} Ruiz`, delivery === 'pickUp' ? 'retrait' : 'amana')
      await buyer.fill(variant, units)
      return (await buyer.goToPay()) ? buyer.pay() : null
    },
    deletePiece: ({ product }) => peer.deleteProduct(product),
    async stop() {
      await Promise.all(proxies.map((proxy) => proxy.close()))
      await peer.stop()
    },
  }
}
