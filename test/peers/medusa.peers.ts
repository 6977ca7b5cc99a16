import { marketplaceContract } from '../contracts/marketplace.contract.ts'
import { marketplaceFaults } from '../contracts/marketplace-faults.contract.ts'
import { marketplaceHolds } from '../contracts/marketplace-holds.contract.ts'
import { marketplaceMany } from '../contracts/marketplace-many.contract.ts'
import { medusaRig } from './medusa-rig.ts'
import { shared } from './shared-peer.ts'
import { startMedusa } from './start-medusa.ts'

const peer = shared(4, async () => medusaRig(await startMedusa()))
marketplaceContract('a real Medusa', peer)
marketplaceMany('a real Medusa', peer)
marketplaceFaults('a real Medusa', { seeds: 1, eachInTurn: false }, peer)
marketplaceHolds('one of a kind, Medusa', /POST .*\/admin\/reservations/, peer)
