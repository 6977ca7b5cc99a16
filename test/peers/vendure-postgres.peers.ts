import { marketplaceContract } from '../contracts/marketplace.contract.ts'
import { startPostgres } from '../harness/postgres.node.ts'
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

marketplaceContract('a real Vendure on PostgreSQL', onPostgres)
vendureRaces('one of a kind, on PostgreSQL', onPostgres)
