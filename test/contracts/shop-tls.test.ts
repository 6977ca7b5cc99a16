import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { realTimers } from '#drivers/transport/timers.ts'
import { usualTimings } from '#electron/shop/postgres/connections.ts'
import { postgresShop } from '#electron/shop/postgres/postgres-shop.ts'
import { prepareShopDatabase } from '#electron/shop/postgres/prepare.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import { hostPems } from '#test/harness/host-tls.ts'
import { startPostgres, type TestPostgres } from '#test/harness/postgres.node.ts'
import { done, till } from './shop-rig.ts'

const servers: TestPostgres[] = []
let url: string
let otherName: string

beforeAll(async () => {
  for (const tls of [hostPems.host, hostPems.otherName]) servers.push(await startPostgres({ tls }))
  const [first, second] = servers as [TestPostgres, TestPostgres]
  url = await first.database()
  otherName = await second.database()
})
afterAll(() => Promise.all(servers.map((server) => server.stop())))

function opened(at: string, authority: string): ShopDatabase {
  const parts = { timings: usualTimings, timers: realTimers, chance: () => 0, connections: 1 }
  const shop = postgresShop({ shop: 'rabat', url: at, authority, ...parts })
  onTestFinished(() => shop.close())
  return shop
}

test('a server that the authority vouches for is spoken to by TLS', async () => {
  await prepareShopDatabase({ url, authority: hostPems.authority })
  expect(await done(opened(url, hostPems.authority).headOf(till('t1')))).toBeNull()
})

test('one that somebody else vouches for, or under another name, is told nothing', async () => {
  const byNobody = await opened(url, hostPems.strangerHost).headOf(till('t1'))
  expect(byNobody).toMatchObject({ end: 'unknown', trouble: 'refused', sent: false })
  const elsewhere = await opened(otherName, hostPems.authority).headOf(till('t1'))
  expect(elsewhere).toMatchObject({ end: 'unknown', trouble: 'refused', sent: false })
  expect(JSON.stringify([byNobody, elsewhere])).toMatch(/certificate.*altnames/)
  await expect(prepareShopDatabase({ url: otherName, authority: hostPems.authority })).rejects.toThrow(
    'altnames',
  )
})
