import pg from 'pg'
import { clientOf, type ServerAddress, usualTimings } from './connections.ts'
import { shopMigrations, shopSchema } from './migrations/all.ts'

/**
 * Makes the tables of a shop database, or brings them up to this program. Several may do it at once; again changes nothing.
 * For whoever runs the server: a till needs no right to make tables.
 * @throws Error of the server's, or one that says that the tables are a newer program's
 */
export async function prepareShopDatabase(address: ServerAddress): Promise<void> {
  const client = new pg.Client({ ...clientOf(address), connectionTimeoutMillis: usualTimings.connectMs })
  await client.connect()
  try {
    await makeVersionRow(client)
    await client.query('BEGIN')
    const { rows } = await client.query<{ version: number }>(
      'SELECT version FROM hanout_schema WHERE id = 1 FOR UPDATE',
    )
    const from = rows[0]?.version ?? 0
    if (from > shopSchema)
      throw new Error(`the tables are of version ${from}, this program knows ${shopSchema}`)
    for (const { version, statements } of shopMigrations) {
      if (version <= from) continue
      for (const statement of statements) await client.query(statement)
    }
    await client.query('UPDATE hanout_schema SET version = $1 WHERE id = 1', [shopSchema])
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function makeVersionRow(client: pg.Client): Promise<void> {
  // Two that make the same table at once: one of them is told of a double name in the server's own catalogue.
  await client
    .query('CREATE TABLE IF NOT EXISTS hanout_schema (id int PRIMARY KEY, version int NOT NULL)')
    .catch((error: { code?: string }) => {
      if (error.code !== '23505' && error.code !== '42P07') throw error
    })
  await client.query('INSERT INTO hanout_schema (id, version) VALUES (1, 0) ON CONFLICT (id) DO NOTHING')
}
