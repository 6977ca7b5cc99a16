import { marketplaceContract } from './marketplace.contract.ts'
import { shopifyRig } from './shopify-rig.ts'

marketplaceContract('Shopify, simulated', async () => shopifyRig())
