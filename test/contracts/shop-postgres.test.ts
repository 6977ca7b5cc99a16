import { afterAll, beforeAll } from 'vitest'
import { startPostgres, type TestPostgres } from '#test/harness/postgres.node.ts'
import { shopDatabaseContract } from './shop-database.contract.ts'
import { postgresRig, shopDatabaseOn } from './shop-rig.ts'

let server: TestPostgres
let url: string

beforeAll(async () => {
  server = await startPostgres()
  url = await shopDatabaseOn(server)
})
afterAll(() => server.stop())

shopDatabaseContract(() => postgresRig(url))
