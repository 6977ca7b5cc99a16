import { marketplaceContract } from './marketplace.contract.ts'
import { marketplaceMany } from './marketplace-many.contract.ts'
import { wooRig } from './woocommerce-rig.ts'

marketplaceContract('WooCommerce, simulated', async () => wooRig())
marketplaceMany('WooCommerce, simulated', async () => wooRig())
