import { createServer } from 'node:net'
import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { listenShop } from '#drivers/simulators/marketplace/listen-shop.ts'
import { WooCommerceSimulator } from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import { router } from '#electron/api/router.ts'
import { openSession } from '#electron/api/session.ts'
import { silentLog } from '#electron/platform/log.ts'
import { openTill } from '#electron/till.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import { testFolder } from '../harness/ledger-folder.ts'
import { wooConfig } from '../harness/market-room-stage.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a port')
  return address.port
}

const soon = { timeout: 30_000, interval: 50 }

test('a shop set up on the screen sells a piece online: a webhook, a hand-over, a ticket in the Z, the platform told', {
  timeout: 120_000,
}, async () => {
  const woo = new WooCommerceSimulator({ nowMs: Date.now })
  const shop = await listenShop(woo.door, 0)
  const till = await openTill({ folder: testFolder(), log: silentLog })
  onTestFinished(async () => {
    await till.close()
    await shop.close()
  })
  const session = openSession(till, () => performance.now())
  const client = createRouterClient(router, { context: { till, session, log: silentLog } })
  await client.house.startDemo()
  await client.house.unlock({ person: 'hassan', pin: '1234' })

  // Connected in three steps: written, tested, kept.
  const port = await freePort()
  const config = {
    ...wooConfig,
    shop: { ...wooConfig.shop, shop: shop.url } as typeof wooConfig.shop,
    askSeconds: 3600,
    webhooks: { host: '127.0.0.1', port },
  }
  expect(await client.marketplace.check({ config })).toMatchObject({ ok: true, value: { currency: 'MAD' } })
  expect(await client.marketplace.configure({ config })).toEqual({ ok: true, value: null })

  const [hit] = till.ledger.searchItems({ text: '', category: 'rugs', limit: 1, offset: 0 })
  const sku = hit?.item.sku
  if (sku === undefined) throw new Error('the demo shop has rugs')
  expect(await client.marketplace.choose({ skus: [sku], online: true })).toEqual({ ok: true, value: null })
  await expect.poll(() => woo.goods()[0]?.stock, soon).toBe(1)

  // Bought there; nothing but its webhook says so within the hour.
  const bought = woo.buy({ sku, pickUp: true })
  const [call] = woo.hooks.take()
  if (call === undefined) throw new Error('no webhook')
  const body = new Uint8Array(call.body)
  const told = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: call.headers, body })
  expect(told.status).toBe(200)
  await expect.poll(async () => (await client.marketplace.get()).open.length, soon).toBe(1)
  await client.counter.send({ type: 'openShift', cashier: 'Hassan', float: dirham(50_000) })
  expect(await client.counter.send({ type: 'scan', code: sku, quantity: 1 })).toMatchObject({
    ok: false,
    refusal: { code: 'claimedOnline' },
  })

  const order = String(bought?.id) as OnlineOrderId
  expect(await client.counter.send({ type: 'sellOnlineOrder', order, move: { to: 'handedOver' } })).toEqual({
    ok: true,
    value: null,
  })
  await expect.poll(() => woo.orders()[0]?.status, soon).toBe('completed')
  const ticket = till.ledger.findTicket(
    till.ledger.listTickets({ text: '', before: null, limit: 1 })[0]?.number as never,
  )
  expect(ticket?.ticket.tenders).toMatchObject([{ kind: 'online', reference: order }])
  expect(await client.house.get()).toMatchObject({ marketTasks: 0 })
  await expect.poll(() => woo.goods()[0]?.stock, soon).toBe(0)
})
