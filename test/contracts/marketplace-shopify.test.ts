import { marketplaceContract } from './marketplace.contract.ts'
import { marketplaceFaults } from './marketplace-faults.contract.ts'
import { marketplaceMany } from './marketplace-many.contract.ts'
import { shopifyRig } from './shopify-rig.ts'

marketplaceContract('Shopify, simulated', async () => shopifyRig())
marketplaceMany('Shopify, simulated', async () => shopifyRig())
marketplaceFaults('Shopify, simulated', { seeds: 20, eachInTurn: true }, async () => shopifyRig())
