import { marketplaceContract } from './marketplace.contract.ts'
import { marketplaceFaults } from './marketplace-faults.contract.ts'
import { marketplaceMany } from './marketplace-many.contract.ts'
import { wooRig } from './woocommerce-rig.ts'

marketplaceContract('WooCommerce, simulated', async () => wooRig())
marketplaceMany('WooCommerce, simulated', async () => wooRig())
marketplaceFaults('WooCommerce, simulated', { seeds: 20, eachInTurn: true }, async () => wooRig())
