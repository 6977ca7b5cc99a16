import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { wooCommerce } from '#drivers/marketplaces/woocommerce/woocommerce.ts'
import {
  WooCommerceSimulator,
  wooKeys,
} from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import { silentLog } from '#electron/platform/log.ts'
import { wooConfig } from '#test/harness/market-room-stage.ts'
import { WebhookDoor } from './webhook-door.ts'

const local = { host: '127.0.0.1', port: 0 }

async function aDoor({ secret = wooKeys.webhookSecret as string, isSetUp = true } = {}) {
  let woken = 0
  const woo = new WooCommerceSimulator({ nowMs: () => 1_795_000_000_000 })
  const { shop } = wooConfig
  if (shop.platform !== 'woocommerce') throw new Error('woocommerce')
  const market = wooCommerce({ ...shop, webhookSecret: secret }, woo.door.web)
  const door = new WebhookDoor({
    current: () => (isSetUp ? { connection: 'c', market } : null),
    wake: () => {
      woken += 1
    },
    log: silentLog,
  })
  const port = await door.open(local)
  onTestFinished(() => door.close())
  const post = (body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}, method = 'POST') =>
    fetch(`http://127.0.0.1:${port}/`, {
      method,
      headers,
      body: method === 'GET' ? null : new Uint8Array(Buffer.from(body)),
    }).then(({ status }) => status)
  /** An order event as WooCommerce sends it. */
  const event = () => {
    woo.add({ sku: 'RUG', regularPrice: '1.00', manageStock: true, stock: 9 })
    woo.buy({ sku: 'RUG' })
    const [call] = woo.hooks.take()
    if (call === undefined) throw new Error('no webhook')
    return call
  }
  return { door, port: port ?? 0, post, event, woken: () => woken }
}

test('a good event wakes the asking, once however often it is said', async () => {
  const { post, event, woken } = await aDoor()
  const call = event()
  expect(await post(call.body, call.headers)).toBe(200)
  expect(woken()).toBe(1)
  expect(await post(call.body, call.headers)).toBe(200)
  expect(woken()).toBe(1)
})

test('a bad signature, none, and one of another body wake nobody', async () => {
  const { post, event, woken } = await aDoor()
  const call = event()
  const forged = createHmac('sha256', 'another secret').update(call.body).digest('base64')
  expect(await post(call.body, { ...call.headers, 'x-wc-webhook-signature': forged })).toBe(401)
  expect(await post(call.body, { 'content-type': 'application/json' })).toBe(401)
  expect(await post(`${Buffer.from(call.body)} `, call.headers)).toBe(401)
  expect(woken()).toBe(0)
})

test('what is signed and says nothing is refused as malformed', async () => {
  const { post, event, woken } = await aDoor()
  const { headers } = event()
  const body = '<html>'
  const signature = createHmac('sha256', wooKeys.webhookSecret).update(body).digest('base64')
  expect(await post(body, { ...headers, 'x-wc-webhook-signature': signature })).toBe(400)
  expect(woken()).toBe(0)
})

test('only POST, only what is not too large, only where webhooks are set up', async () => {
  const { post, event } = await aDoor()
  const { headers, body } = event()
  expect(await post('', {}, 'GET')).toBe(405)
  expect(await post('', {}, 'DELETE')).toBe(405)
  expect(await post(Buffer.alloc(1024 * 1024 + 1, 32), headers)).toBe(413)
  const deaf = await aDoor({ secret: '' })
  expect(await deaf.post(body, headers)).toBe(404)
  const none = await aDoor({ isSetUp: false })
  expect(await none.post(body, headers)).toBe(404)
})

test('a body that never says how long it is is cut off as soon as it is too long', async () => {
  const { port, woken } = await aDoor()
  const status = await new Promise<number | string>((resolve) => {
    const asked = request({ port, host: '127.0.0.1', method: 'POST' }, ({ statusCode }) =>
      resolve(statusCode ?? 0),
    )
    asked.on('error', () => resolve('cut'))
    for (let n = 0; n < 40; n += 1) asked.write(Buffer.alloc(64 * 1024, 32))
    asked.end()
  })
  expect([413, 'cut']).toContain(status)
  expect(woken()).toBe(0)
})

test('a port that is taken leaves the till without webhooks, and nothing else', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  onTestFinished(() => void taken.close())
  const { door } = await aDoor()
  const address = taken.address()
  if (address === null || typeof address === 'string') throw new Error('a port')
  expect(await door.open({ host: '127.0.0.1', port: address.port })).toBeNull()
})

test('opened anew it is at the new place only, and closed it is at none', async () => {
  const { door, port } = await aDoor()
  const next = await door.open(local)
  await expect(fetch(`http://127.0.0.1:${port}/`, { method: 'POST' })).rejects.toThrow()
  expect((await fetch(`http://127.0.0.1:${next}/`)).status).toBe(405)
  await door.close()
  await expect(fetch(`http://127.0.0.1:${next}/`)).rejects.toThrow()
})
