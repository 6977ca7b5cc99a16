import { mappedRig, placedOnly, soukMapping, weakest } from './mapped-rig.ts'
import { marketplaceContract } from './marketplace.contract.ts'
import { marketplaceHolds } from './marketplace-holds.contract.ts'
import { marketplaceMany } from './marketplace-many.contract.ts'

marketplaceContract('a mapped marketplace, simulated', async () => mappedRig())
marketplaceMany('a mapped marketplace, simulated', async () => mappedRig())
marketplaceHolds('a mapped marketplace that holds, simulated', /POST \S+\/holds/, async () => mappedRig())

const poor = async () => mappedRig({ mapping: weakest(soukMapping()) })
marketplaceContract('a mapped marketplace that can do no more than it must, simulated', poor)
marketplaceMany('a mapped marketplace that can do no more than it must, simulated', poor)

const dated = async () => mappedRig({ mapping: placedOnly(soukMapping()) })
marketplaceContract('a mapped marketplace that does not say when orders move, simulated', dated)
marketplaceMany('a mapped marketplace that does not say when orders move, simulated', dated)
