import { expect, onTestFinished, test } from 'vitest'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import {
  goods,
  kilim,
  openRoomStage,
  pot,
  type RoomStageWanted,
  rug,
} from '#test/harness/market-room-stage.ts'

const done = { ok: true, value: null }
const minute = 60_000
const all = { state: null, text: '', limit: 50, offset: 0 } as const

async function aStage(wanted: RoomStageWanted = {}) {
  const stage = await openRoomStage(wanted)
  onTestFinished(() => stage.close())
  return stage
}

const [carpet] = goods
const changed = (change: Partial<CatalogueItem>): CatalogueItem => ({
  ...(carpet as CatalogueItem),
  ...change,
})

test('everything on the shelf with a price goes online, and is told as it is', async () => {
  const stage = await aStage()
  await stage.accepted({
    type: 'loadCatalogue',
    items: [changed({ sku: 'FREE' as Sku, price: dirham(0) }), changed({ sku: 'GONE' as Sku, stock: 0 })],
  })
  await stage.online()
  expect(stage.woo.goods().map(({ sku, stock, regularPrice }) => [sku, stock, regularPrice])).toEqual([
    [kilim, 1, '1200.00'],
    [pot, 50, '120.00'],
    [rug, 1, '4500.00'],
  ])
  expect(stage.room.listings(all).map(({ sku, state }) => [sku, state])).toEqual([
    ['FREE', 'off'],
    ['GONE', 'off'],
    [kilim, 'online'],
    [pot, 'online'],
    [rug, 'online'],
  ])
  expect(stage.room.listings({ ...all, text: 'kilim' })).toMatchObject([
    { sku: kilim, stock: 1, promised: 0, trouble: null, told: { count: 1 } },
  ])
  expect(stage.room.view().listings).toEqual({ online: 3, waiting: 0, refused: 0, off: 2 })
})

test('a piece that was taken off is on no shelf there, and comes back when it is chosen again', async () => {
  const stage = await aStage()
  await stage.online()
  expect(stage.room.choose([rug], false, 'Hassan')).toEqual(done)
  await stage.timers.until(stage.room.settled())
  expect(stage.woo.buy({ sku: rug })).toBeNull()
  expect(stage.room.choose([rug], true, 'Hassan')).toEqual(done)
  await stage.timers.until(stage.room.settled())
  expect(stage.woo.goods().filter(({ sku }) => sku === rug)).toMatchObject([{ status: 'publish', stock: 1 }])
})

test('what is not in the catalogue, or only a barcode of something, is nothing to choose', async () => {
  const stage = await aStage()
  await stage.accepted({ type: 'loadCatalogue', items: [changed({ barcodes: ['6110000000017'] })] })
  for (const sku of ['NOTHING', '6110000000017'])
    expect(stage.room.choose([rug, sku as Sku], true, 'Hassan')).toEqual({
      ok: false,
      refusal: { code: 'unknownItem', params: { sku } },
    })
  expect(stage.room.view().listings).toMatchObject({ waiting: 0, online: 0 })
})

test('a catalogue that changed goes online by itself, each piece once', async () => {
  const stage = await aStage()
  await stage.online()
  const before = stage.facts('pieceListed').length
  await stage.accepted({ type: 'loadCatalogue', items: [changed({ price: dirham(400_000) })] })
  await stage.pass(minute)
  expect(stage.woo.goods().find(({ sku }) => sku === rug)?.regularPrice).toBe('4000.00')
  expect(stage.facts('pieceListed')).toHaveLength(before + 1)
  await stage.accepted({ type: 'scan', code: pot, quantity: 1 })
  await stage.pass(minute)
  expect(stage.facts('pieceListed')).toHaveLength(before + 1)
})

test('a piece whose sku is there twice is refused with the reason, and tried again when somebody says so', async () => {
  const stage = await aStage()
  stage.woo.add({ sku: rug, name: 'one', regularPrice: '1.00' })
  const second = stage.woo.add({ sku: rug, name: 'two', regularPrice: '1.00' })
  await stage.online()
  expect(stage.room.listings({ ...all, state: 'refused' })).toMatchObject([
    { sku: rug, trouble: { code: 'skuTwice' } },
  ])
  await stage.pass(60 * minute)
  expect(stage.room.view().listings).toMatchObject({ online: 2, refused: 1 })
  stage.woo.remove(rug)
  expect(second.sku).toBe(rug)
  expect(stage.room.tryAgain('Hassan')).toEqual(done)
  await stage.timers.until(stage.room.settled())
  expect(stage.room.view().listings).toMatchObject({ online: 3, refused: 0 })
})

test('a piece deleted online says so once it is told of, and is made anew', async () => {
  const stage = await aStage()
  await stage.online()
  stage.woo.remove(pot)
  await stage.sell(pot)
  await stage.pass(minute)
  expect(stage.room.listings({ ...all, state: 'refused' })).toMatchObject([
    { sku: pot, trouble: { code: 'gone' } },
  ])
  expect(stage.room.tryAgain('Hassan')).toEqual(done)
  await stage.timers.until(stage.room.settled())
  expect(stage.woo.goods().find(({ sku }) => sku === pot)?.stock).toBe(49)
})

test('with an expired key everything waits, and goes when there is another one', async () => {
  const stage = await aStage()
  stage.woo.revokeKey()
  expect(stage.room.chooseAll('Hassan')).toEqual(done)
  await stage.pass(5 * minute)
  const view = stage.room.view()
  expect(view.listings).toMatchObject({ waiting: 3, refused: 0 })
  expect(view.connection?.trouble).toMatchObject({ code: 'keyRefused' })
  expect(view.lane).toMatchObject({ destination: 'marketplace', trouble: 'notSignedOn' })
})

test('five hundred pieces are written in turns that leave the counter room, none twice', async () => {
  const stage = await aStage({
    line: () => async () => ({ end: 'noAnswer', cause: 'noNetwork', sent: false, text: '' }),
  })
  const many = Array.from({ length: 500 }, (_, n) =>
    changed({ sku: `P-${n}` as Sku, stock: 3, unique: false }),
  )
  await stage.accepted({ type: 'loadCatalogue', items: many })
  stage.room.chooseAll('Hassan')
  for (let n = 0; n < 5; n += 1) await stage.accepted({ type: 'scan', code: pot, quantity: 1 })
  await stage.pass(minute)
  const waiting = stage.ledger.outbox
    .waiting('marketplace', 10_000)
    .filter(({ body }) => body.type === 'putPiece')
  expect(waiting).toHaveLength(503)
  expect(new Set(waiting.map(({ body }) => 'sku' in body && body.sku)).size).toBe(503)
})

test('a till that starts again knows what is on its way', async () => {
  const wanted: RoomStageWanted = {
    line: () => async () => ({ end: 'noAnswer', cause: 'noNetwork', sent: false, text: '' }),
  }
  const first = await openRoomStage(wanted)
  first.room.chooseAll('Hassan')
  await first.pass(minute)
  await first.close()
  const { folder, timers, clock, woo } = first
  const second = await aStage({ ...wanted, folder, timers, clock, woo })
  await second.pass(minute)
  expect(second.ledger.outbox.waiting('marketplace', 100).map(({ body }) => body.type)).toEqual(
    Array(3).fill('putPiece'),
  )
})
