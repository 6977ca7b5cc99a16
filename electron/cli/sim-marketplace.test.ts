import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { fetchWeb } from '#drivers/marketplaces/fetch-web.ts'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import { openMarketplace } from '#drivers/marketplaces/registry.ts'
import { shopify } from '#drivers/marketplaces/shopify/shopify.ts'
import { wooCommerce } from '#drivers/marketplaces/woocommerce/woocommerce.ts'
import { soukKeys } from '#drivers/simulators/marketplace/mapped/souk-simulator.ts'
import { shopifyKeys } from '#drivers/simulators/marketplace/shopify/shopify-simulator.ts'
import { wooKeys } from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import { newCall, newPiece, valueIn } from '../../test/contracts/marketplace-rig.ts'
import { runSimMarketplace } from './sim-marketplace.ts'

const web = fetchWeb(realTimers)
const adapters: Readonly<Record<string, (shop: string) => Marketplace>> = {
  woocommerce: (shop) =>
    wooCommerce(
      { shop, ...wooKeys, language: 'fr', weightUnit: 'kg', lengthUnit: 'cm', timeoutMs: 5_000 },
      web,
    ),
  shopify: (shop) =>
    shopify(
      { shop, ...shopifyKeys, location: 'gid://shopify/Location/7', language: 'fr', timeoutMs: 5_000 },
      web,
    ),
  mapped(shop) {
    const mapping = JSON.parse(readFileSync('drivers/marketplaces/mapped/souk.json', 'utf8'))
    const settings = { ...soukKeys, url: `${shop}/api/v1`, mapping: 'souk.json', timeoutMs: 5_000 }
    const market = openMarketplace({ platform: 'mapped', ...settings }, { web, mapping })
    if (!market.ok) throw new Error(market.error)
    return market.value
  },
}

/** Lines as somebody types them, each when its turn comes. */
function typist() {
  const waiting: string[] = []
  let wake = Promise.withResolvers<void>()
  async function* lines(): AsyncGenerator<string> {
    for (;;) {
      const next = waiting.shift()
      if (next !== undefined) yield next
      else {
        await wake.promise
        wake = Promise.withResolvers()
      }
    }
  }
  const type = (line: string): void => {
    waiting.push(line)
    wake.resolve()
  }
  return { lines: lines(), type }
}

test.each(Object.keys(adapters))('a %s shop on a port: put, bought, told, lost', async (platform) => {
  const events: { headers: Record<string, string>; body: Buffer }[] = []
  const receiver = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    events.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(parts) })
    response.end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const said: string[] = []
  const stop = Promise.withResolvers<void>()
  const { lines, type } = typist()
  const hooks = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const running = runSimMarketplace(
    { platform, port: 0, hooks },
    (line) => said.push(line),
    stop.promise,
    lines,
  )
  await expect.poll(() => said[0]).toContain(`${platform} shop on http://127.0.0.1:`)
  const market = adapters[platform]?.(/http:\S+?(?=;)/.exec(said[0] ?? '')?.[0] ?? '')
  if (market === undefined) throw new Error(platform)

  const piece = newPiece()
  const { cursor } = valueIn(await market.ordersSince(null, newCall()))
  const ref = valueIn(await market.putPiece(piece, null, newCall()))
  type(`buy ${piece.sku}`)
  await expect.poll(() => said[1]).toMatch(/^order /)
  const { orders } = valueIn(await market.ordersSince(cursor, newCall()))
  expect(orders).toMatchObject([{ state: 'paid', lines: [{ sku: piece.sku }] }])
  await expect.poll(() => events.length).toBe(1)
  const [event] = events
  expect(event && market.readEvent?.(event.headers, event.body)).toMatchObject({
    ok: true,
    orders: [orders[0]?.id],
  })

  type(`buy ${piece.sku}`)
  await expect.poll(() => said[2]).toBe(`${piece.sku} cannot be bought`)
  type('cutBefore')
  await expect.poll(() => said[3]).toBe('cutBefore')
  expect(await market.setStock(ref, 0, null, newCall())).toMatchObject({ end: 'unknown', cause: 'lineLost' })
  type('keys')
  await expect.poll(() => said[4]).toBe('keys')
  expect(await market.check()).toMatchObject({ code: 'keyRefused' })
  stop.resolve()
  expect(await running).toBe(0)
  receiver.close()
})

test.each([
  [
    { platform: 'etsy', port: 0 },
    'There is no simulated marketplace "etsy"; there are: woocommerce, shopify, mapped.',
  ],
  [{ platform: 'shopify', port: 0, fault: ['oops'] }, /^There is no fault "oops"\. Known: cutBefore, /],
  [{ platform: 'shopify', port: 0, hooks: 'here' }, '"here" is no address for webhooks.'],
])('what cannot be meant is said in a sentence', async (args, words) => {
  const said: string[] = []
  expect(await runSimMarketplace(args, (line) => said.push(line), Promise.resolve())).toBe(2)
  expect(said).toEqual([expect.stringMatching(words)])
})
