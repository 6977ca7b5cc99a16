import { marketplaceContract } from './marketplace.contract.ts'
import { wooRig } from './woocommerce-rig.ts'

marketplaceContract('WooCommerce, simulated', async () => wooRig())
