import { marketplaceContract } from '../contracts/marketplace.contract.ts'
import { marketplaceHolds } from '../contracts/marketplace-holds.contract.ts'
import { marketplaceMany } from '../contracts/marketplace-many.contract.ts'
import { startPostgres } from '../harness/postgres.node.ts'
import { shared } from './shared-peer.ts'
import { vendureRaces } from './vendure-races.ts'
import { type VendureRig, vendureRig } from './vendure-rig.ts'

/** Row locks, and writers at once: what SQLite cannot show. */
async function onPostgres(): Promise<VendureRig> {
  const postgres = await startPostgres()
  try {
    const rig = await vendureRig({ postgres: await postgres.database() })
    return { ...rig, stop: () => rig.stop().finally(() => postgres.stop()) }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

const peer = shared(4, onPostgres)
marketplaceContract('a real Vendure on PostgreSQL', peer)
marketplaceMany('a real Vendure on PostgreSQL', peer)
marketplaceHolds('one of a kind, Vendure on PostgreSQL', 'holdForTill', peer)
vendureRaces('our plugin, on PostgreSQL', peer)
