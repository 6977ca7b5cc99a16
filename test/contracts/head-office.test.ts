import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { startPostgres, type TestPostgres } from '#test/harness/postgres.node.ts'
import { soldIn, TillJournal } from '#test/harness/till-journal.ts'
import { done, openPostgres, shopDatabaseOn } from './shop-rig.ts'

// Pieces of nobody but the shop, so that what artisans are due is of the long journals alone: 904 and 905 are on no consignment.
/** The SQL of the page, in its order: six questions, then the rights. */
const blocks = [...readFileSync('docs/head-office.md', 'utf8').matchAll(/```sql\n(.*?)```/gs)].map(
  ([, sql = '']) => sql,
)

const first = new TillJournal('t1').live({ items: 60, tickets: 60, closed: true, seed: 3 })
const second = new TillJournal('t2').live({ items: 60, tickets: 40, closed: true, seed: 4 })

let server: TestPostgres
let url: string
let client: pg.Client

beforeAll(async () => {
  server = await startPostgres()
  url = await shopDatabaseOn(server)
  const [rabat, fes] = [openPostgres(url, 'rabat'), openPostgres(url, 'fes')]
  await done(rabat.ingest(first.part(1, 500)))
  for (const part of first.parts(500)) await done(rabat.ingest(part))
  for (const part of second.parts(500)) await done(fes.ingest(part))
  // Both tills sell the piece 904; one of the two tells another story under a number it has used.
  for (const name of ['t3', 't4'])
    await done(rabat.ingest(soldIn(name, [demoItem(904)], Date.UTC(2026, 0, 1)).part()))
  await done(rabat.ingest(soldIn('t4', [demoItem(905)], Date.UTC(2026, 0, 1)).part()))
  await Promise.all([rabat.close(), fes.close()])
  client = new pg.Client({ connectionString: url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await server.stop()
})

const asked = async (at: number): Promise<Record<string, unknown>[]> => {
  const { rows } = await client.query(blocks[at] ?? '')
  return rows
}

const tickets = (journal: TillJournal) =>
  journal.entries.flatMap(({ fact }) =>
    fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted' ? [fact.ticket] : [],
  )
const signed = (kind: 'sale' | 'refund', amount: number): number => (kind === 'sale' ? amount : -amount)

test('the page has six questions and the rights', () => {
  expect(blocks).toHaveLength(7)
})

test('what each till took is what its tickets say', async () => {
  const gross = (journal: TillJournal): number =>
    tickets(journal).reduce((sum, ticket) => sum + signed(ticket.kind, ticket.gross), 0) / 100
  const rows = await asked(0)
  expect(rows.map(({ shop, till }) => `${shop} ${till}`)).toEqual(['fes t2', 'rabat t1'])
  expect(rows.map(({ dirhams }) => Number(dirhams))).toEqual([gross(second), gross(first)])
})

test('what sold best, VAT and what artisans are due are sums of lines', async () => {
  const lines = [first, second].flatMap((journal) =>
    tickets(journal).flatMap((ticket) => ticket.lines.map((line) => ({ ...line, kind: ticket.kind }))),
  )
  const [best] = await asked(1)
  const ofBest = lines.filter(({ sku }) => sku === best?.sku)
  expect(Number(best?.dirhams)).toBe(
    ofBest.reduce((sum, { kind, gross }) => sum + signed(kind, gross), 0) / 100,
  )

  const vat = [first, second].flatMap((journal) =>
    tickets(journal).flatMap((each) => each.vat.map((rate) => signed(each.kind, rate.vat))),
  )
  const asSaid = (await asked(2)).reduce((sum, row) => sum + Math.round(Number(row.vat) * 100), 0)
  expect(asSaid).toBe(vat.reduce((sum, amount) => sum + amount, 0))

  const due = lines.reduce((sum, { kind, ownerDue }) => sum + signed(kind, ownerDue), 0)
  const dueAsSaid = (await asked(3)).reduce((sum, row) => sum + Math.round(Number(row.due) * 100), 0)
  expect(dueAsSaid).toBe(due)
})

test('a piece that two tickets sold is named, and so is the till that is two', async () => {
  expect(await asked(4)).toMatchObject([{ shop: 'rabat', sku: demoItem(904).sku, tickets: '2' }])
  const rows = await asked(5)
  expect(rows.find(({ till }) => till === 't4')).toMatchObject({ forks: '1' })
  expect(rows.find(({ till }) => till === 't1')).toMatchObject({
    unsealed: String(first.entries.length),
    forks: '0',
  })
})

test('with the rights of a till everything works, and nothing that was told can be changed', async () => {
  await client.query(blocks[6] ?? '')
  await client.query('CREATE USER counter IN ROLE hanout_till')
  const shop = openPostgres(url.replace('postgres@', 'counter@'), 'rabat')
  const journal = soldIn('t9', [demoItem(1), demoItem(909)], Date.UTC(2026, 0, 2))
  journal.write({ kind: 'catalogueLoaded', items: [demoItem(1), demoItem(909)] })
  expect(await done(shop.ingest(journal.part()))).toMatchObject({ end: 'stored' })
  expect(await done(shop.dayTotals('2026-01-02'))).toHaveLength(1)
  await shop.close()
  const counter = new pg.Client({ connectionString: url.replace('postgres@', 'counter@') })
  await counter.connect()
  for (const table of ['journal', 'journal_forks', 'tickets', 'ticket_lines', 'ticket_tenders', 'ticket_vat'])
    for (const sql of [
      `UPDATE ${table} SET seq = 1`,
      `UPDATE ${table} SET number = 1`,
      `DELETE FROM ${table}`,
    ])
      await expect(counter.query(sql)).rejects.toThrow(/permission denied|does not exist/)
  await expect(counter.query('DELETE FROM claims')).rejects.toThrow('permission denied')
  await counter.end()
})

test('tables made by a newer program, and tables that were never made, are refused by name', async () => {
  const bare = openPostgres(await server.database(), 'rabat')
  expect(await bare.headOf(first.till)).toMatchObject({ end: 'unknown', trouble: 'refused', sent: false })
  await bare.close()
  const nobody = openPostgres(url.replace('postgres@', 'stranger@'), 'rabat')
  expect(await nobody.headOf(first.till)).toMatchObject({ end: 'unknown', trouble: 'refused', sent: false })
  await nobody.close()
  await client.query('UPDATE hanout_schema SET version = 99')
  const { prepareShopDatabase } = await import('#electron/shop/postgres/prepare.ts')
  await expect(prepareShopDatabase({ url })).rejects.toThrow('of version 99')
})
