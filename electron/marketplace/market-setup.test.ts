import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WooCommerceSimulator } from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import { silentLog } from '#electron/platform/log.ts'
import { openTill } from '#electron/till.ts'
import type { MarketConfig } from '#shared/marketplace/config.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import {
  keptWoo,
  openRoomStage,
  type RoomStageWanted,
  rug,
  wooConfig,
} from '#test/harness/market-room-stage.ts'
import { readMarket, writeMarket } from './market-file.ts'

const minute = 60_000

async function aStage(wanted: RoomStageWanted = {}) {
  const stage = await openRoomStage(wanted)
  onTestFinished(() => stage.close())
  return stage
}

const fileIn = (folder: string) => readFile(join(folder, 'marketplace.json'), 'utf8')

test('a shop is tested without being kept, then kept without its keys being shown', async () => {
  const { room, folder, ledger, timers } = await aStage({ kept: null })
  expect(room.view().connection).toBeNull()
  expect(room.config()).toBeNull()
  expect(await timers.until(room.check(wooConfig))).toEqual({
    ok: true,
    value: { shop: 'shop.example', currency: 'MAD', lacks: expect.any(Array), pieces: 0 },
  })
  await expect(fileIn(folder)).rejects.toThrow('ENOENT')
  expect(await timers.until(room.configure(wooConfig, 'Hassan'))).toEqual({ ok: true, value: null })
  expect((await readMarket(folder))?.config).toEqual(wooConfig)
  expect(room.config()?.config.shop).toMatchObject({ consumerKey: '', consumerSecret: '' })
  expect(ledger.marketConnection()).toMatchObject({ platform: 'woocommerce', shop: 'shop.example' })
  expect(room.view().connection).toMatchObject({ platform: 'woocommerce', trouble: null })
})

test('the same shop with another wait keeps its connection, and its keys where they were left out', async () => {
  const { room, folder, ledger, timers } = await aStage({ kept: null })
  await timers.until(room.configure(wooConfig, 'Hassan'))
  const { connection } = ledger.marketConnection() ?? {}
  const shown = room.config()?.config ?? wooConfig
  await timers.until(room.configure({ ...shown, askSeconds: 120 }, 'Hassan'))
  expect(await readMarket(folder)).toEqual({
    connection,
    sinceUtcMs: expect.any(Number),
    config: { ...wooConfig, askSeconds: 120 },
  })
})

test('another shop is another connection: all that is chosen goes online there, too', async () => {
  const stage = await aStage()
  await stage.online()
  expect(stage.ledger.listingCounts()).toMatchObject({ online: 3 })
  const other = { ...wooConfig, shop: { ...wooConfig.shop, shop: 'https://other.example' } } as MarketConfig
  expect(await stage.timers.until(stage.room.configure(other, 'Hassan'))).toEqual({ ok: true, value: null })
  expect(stage.ledger.marketConnection()?.connection).not.toBe('connection-1')
  await stage.timers.until(stage.room.settled())
  expect(stage.ledger.listingCounts()).toMatchObject({ online: 3, waiting: 0 })
  expect(stage.facts('pieceListed')).toHaveLength(6)
})

test('a shop with open orders is not left behind, and not taken away', async () => {
  const stage = await aStage()
  await stage.online()
  stage.woo.buy({ sku: rug })
  await stage.pass(minute)
  const other = { ...wooConfig, shop: { ...wooConfig.shop, shop: 'https://other.example' } } as MarketConfig
  const { room, timers } = stage
  for (const config of [other, null])
    expect(await timers.until(room.configure(config, 'Hassan'))).toEqual({
      ok: false,
      refusal: { code: 'ordersOpen' },
    })
  expect(await timers.until(room.configure({ ...wooConfig, askSeconds: 60 }, 'Hassan'))).toMatchObject({
    ok: true,
  })
})

test('taken away there is no file, nobody is asked, and what would be told is told to nobody', async () => {
  const stage = await aStage({ kept: null })
  const { room, timers, woo, folder } = stage
  await timers.until(room.configure(wooConfig, 'Hassan'))
  await stage.online()
  expect(await timers.until(room.configure(null, 'Hassan'))).toEqual({ ok: true, value: null })
  await expect(fileIn(folder)).rejects.toThrow('ENOENT')
  const asked = woo.door.asked.length
  await stage.sell(rug)
  await stage.pass(120 * minute)
  expect(woo.door.asked).toHaveLength(asked)
  expect(room.view()).toMatchObject({ connection: null, lane: null })
  expect(room.choose([rug], true, 'Hassan')).toEqual({ ok: false, refusal: { code: 'noMarketplace' } })
})

test.each([
  ['an expired key', { revoke: true }, { code: 'marketplaceSaidNo', params: { code: 'keyRefused' } }],
  ['another currency', { currency: 'EUR' }, { code: 'otherCurrency' }],
] as const)('%s is told at the test', async (_name, { ...how }, refusal) => {
  const currency = 'currency' in how ? { currency: how.currency } : {}
  const { room, woo, timers } = await aStage({ kept: null, ...currency })
  if ('revoke' in how) woo.revokeKey()
  expect(await timers.until(room.check(wooConfig))).toMatchObject({ ok: false, refusal })
})

test.each([
  ['html', { code: 'marketplaceSaidNo', params: { code: 'malformed' } }],
  ['silent', { code: 'marketplaceUnreachable', params: { code: 'silent' } }],
] as const)('%s for JSON is told at the test', async (fault, refusal) => {
  const { room, woo, timers } = await aStage({ kept: null })
  woo.door.faults.set(fault, /./, 99)
  expect(await timers.until(room.check(wooConfig))).toMatchObject({ ok: false, refusal })
})

test('what cannot be meant is refused with its field, before anything is kept', async () => {
  const { room, folder, timers } = await aStage({ kept: null })
  const keyless = { ...wooConfig, shop: { ...wooConfig.shop, consumerSecret: '' } } as MarketConfig
  expect(await timers.until(room.configure(keyless, 'Hassan'))).toEqual({
    ok: false,
    refusal: { code: 'badInput', params: { field: 'shop.consumerSecret' } },
  })
  const mapped: MarketConfig = {
    ...wooConfig,
    shop: {
      platform: 'mapped',
      url: 'https://m.example',
      mapping: 'gone.json',
      key: '',
      webhookSecret: '',
      timeoutMs: 5_000,
    },
  }
  expect(await timers.until(room.configure(mapped, 'Hassan'))).toMatchObject({
    refusal: { code: 'badInput', params: { field: 'shop.mapping' } },
  })
  await expect(fileIn(folder)).rejects.toThrow('ENOENT')
})

test('a till that died between the file and the ledger introduces its shop when it starts', async () => {
  const stage = await aStage({ kept: { ...keptWoo, connection: 'another' } })
  expect(stage.facts('marketplaceConnected')).toMatchObject([{ connection: 'another' }])
})

test('a mapping that is gone keeps everything waiting, and a whole till starts with it', async () => {
  const folder = testFolder()
  const shop = {
    platform: 'mapped',
    url: 'https://m.example',
    mapping: 'gone.json',
    key: '',
    webhookSecret: '',
    timeoutMs: 5_000,
  } as const
  await writeMarket(folder, { ...keptWoo, config: { ...wooConfig, shop } })
  const woo = new WooCommerceSimulator({ nowMs: () => 0 })
  const till = await openTill({ folder, log: silentLog, web: woo.door.web })
  expect(till.marketplace.view().connection).toMatchObject({ platform: 'mapped' })
  expect(await till.marketplace.askNow()).toMatchObject({ refusal: { code: 'marketplaceUnreachable' } })
  await till.close()
  expect(woo.door.asked).toEqual([])
})

test('a file that cannot be meant stops the start with its place', async () => {
  const folder = testFolder()
  await writeMarket(folder, { ...keptWoo, config: { ...wooConfig, askSeconds: 1 } })
  await expect(openTill({ folder, log: silentLog })).rejects.toThrow('wrong at config.askSeconds')
})
