import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import { done, openPostgres } from '#test/contracts/shop-rig.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { startPostgres, type TestPostgres } from '#test/harness/postgres.node.ts'
import { joinShop } from '#test/harness/shop-tills.ts'
import { soldIn } from '#test/harness/till-journal.ts'
import { hanoutProgram } from './program.ts'
import { runShopPrepare, runShopStatus } from './shop.ts'

let server: TestPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const day = '2026-01-01'
const journalOf = (till: string, item = 1) => soldIn(till, [demoItem(item)], Date.UTC(2026, 0, 1, 12))

/** A folder of a shop on a new database, and what was said. */
async function shop(): Promise<{ data: string; said: string[]; open(): ShopDatabase; url: string }> {
  const data = testFolder()
  const url = await server.database()
  joinShop(data, url)
  return { data, said: [], open: () => openPostgres(url, 'dar-zarbia'), url }
}

test('tables are made once, and again changes nothing; then every till is told of', async () => {
  const { data, said, open } = await shop()
  const say = (line: string): void => void said.push(line)
  await expect(runShopStatus({ data, day }, say)).rejects.toThrow(/cannot be asked: .*"tills" does not exist/)
  await runShopPrepare({ data, login: null }, say)
  await runShopPrepare({ data, login: { user: 'postgres', passwordFile: null } }, say)
  expect(await runShopStatus({ data, day }, say)).toBe(0)
  expect(said.join('\n')).toContain('no till was heard of yet')

  const database = open()
  for (const till of ['t1', 't2']) await done(database.ingest(journalOf(till).part()))
  said.length = 0
  expect(await runShopStatus({ data, day }, say)).toBe(0)
  expect(said.map((line) => line.replace(/\s+/g, ' ').replace(/\d+ (second|minute)s? ago/, 'N ago'))).toEqual(
    [
      expect.stringMatching(/^Shop dar-zarbia on postgres@127\.0\.0\.1:\d+\/shop_\d+:$/),
      'Till Entries Newest written Heard of Unsigned',
      't1 7 2026-01-01T13:00:00+01:00 N ago 7',
      't2 7 2026-01-01T13:00:00+01:00 N ago 7',
      '',
      '2026-01-01 Sales Refunds Gross Cash Card Mobile Transfer Cheque Online',
      expect.stringMatching(/^t1 1 0 88,50 88,50 0,00 0,00 0,00 0,00 0,00$/),
      expect.stringMatching(/^t2 1 0 88,50/),
    ],
  )

  await done(database.ingest(journalOf('t2', 2).part()))
  expect(await runShopStatus({ data, day: '2026-01-02' }, say)).toBe(1)
  expect(said).toContain(
    't2 told two stories (1 time): two tills have this name, or one was restored from a backup.',
  )
  expect(said.at(-1)).toBe('2026-01-02: nobody sold anything.')
  await database.close()
})

test('a server that is not there, one that says no and a till that is its whole shop are a sentence each', async () => {
  const say = (): void => undefined
  const { data, url } = await shop()
  joinShop(data, url, 1)
  for (const ask of [
    () => runShopStatus({ data, day }, say),
    () => runShopPrepare({ data, login: null }, say),
  ])
    await expect(ask()).rejects.toThrow(
      /^the shop’s server \(postgres@127\.0\.0\.1:1\/shop_\d+\) cannot be asked: .*ECONNREFUSED/,
    )
  joinShop(data, url)
  const stranger = { user: 'stranger', passwordFile: null }
  await expect(runShopPrepare({ data, login: stranger }, say)).rejects.toThrow(
    'role "stranger" does not exist',
  )
  await expect(runShopStatus({ data: testFolder(), day }, say)).rejects.toThrow('has no shop.json')
  writeFileSync(join(data, 'shop.json'), '{"shop":"x"}')
  await expect(runShopStatus({ data, day }, say)).rejects.toThrow('is wrong at server')
})

test('the commands are there, and a day that is none is refused', async () => {
  const program = hanoutProgram().exitOverride()
  const shopCommand = program.commands.find((command) => command.name() === 'shop')
  expect(shopCommand?.commands.map((command) => command.name())).toEqual(['prepare', 'status'])
  for (const command of shopCommand?.commands ?? [])
    command.exitOverride().configureOutput({ writeErr: () => undefined })
  await expect(
    program.parseAsync(['shop', 'status', '--day', '2026-13-01'], { from: 'user' }),
  ).rejects.toThrow('a day is written as')
})
