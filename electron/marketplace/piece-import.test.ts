import { expect, onTestFinished, test } from 'vitest'
import type { Done, Marketplace, PiecePage } from '#drivers/marketplaces/marketplace.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { amount, dirham } from '#shared/money/amount.ts'
import { testLedger } from '#test/harness/ledger-folder.ts'
import { openRoomStage, rug } from '#test/harness/market-room-stage.ts'
import { PieceImport } from './piece-import.ts'

test('a shop that starts there: dry it says what would come, then it comes, chosen and online as it is', async () => {
  const stage = await openRoomStage()
  onTestFinished(() => stage.close())
  const { woo, room, ledger, timers } = stage
  woo.add({ sku: 'VASE', name: 'Vase', regularPrice: '80.50', manageStock: true, stock: 4 })
  woo.add({ sku: 'TWICE', name: 'one', regularPrice: '1.00', manageStock: true, stock: 1 })
  woo.add({ sku: 'TWICE', name: 'two', regularPrice: '2.00', manageStock: true, stock: 1 })
  woo.add({ name: 'No sku', regularPrice: '5.00' })
  const wouldCome = {
    ok: true,
    value: {
      added: 1,
      changed: 0,
      refused: [
        { sku: '', name: 'No sku', trouble: { code: 'malformed', text: 'no sku' } },
        { sku: 'TWICE' },
        { sku: 'TWICE', trouble: { code: 'skuTwice' } },
      ],
    },
  }
  expect(await timers.until(room.importPieces(true, 'Hassan'))).toMatchObject(wouldCome)
  expect(ledger.findItem('VASE')).toBeNull()
  expect(await timers.until(room.importPieces(false, 'Hassan'))).toMatchObject(wouldCome)
  expect(ledger.findItem('VASE')).toMatchObject({ price: 8_050, stock: 4, name: { fr: 'Vase' }, vat: '20' })
  expect(ledger.findListing('VASE' as Sku)).toMatchObject({ state: 'online', changed: false })
  const asked = woo.door.asked.length
  await stage.pass(10_000)
  expect(woo.door.asked.slice(asked).filter((line) => line.includes('VASE'))).toEqual([])
  expect(await timers.until(room.importPieces(false, 'Hassan'))).toMatchObject({
    value: { added: 0, changed: 0 },
  })
  expect(stage.problems()).toEqual([])
})

test('what the shop has keeps its count and what no platform knows; a count that differs is told', async () => {
  const stage = await openRoomStage()
  onTestFinished(() => stage.close())
  const { woo, room, ledger, timers } = stage
  const before = ledger.findItem(rug)
  woo.add({ sku: rug, name: 'Grand tapis', regularPrice: '4600.00', manageStock: true, stock: 3 })
  const own: CatalogueItem = {
    ...(before as CatalogueItem),
    floor: dirham(460_001),
    owner: { owner: 'Fatima', sharePpm: 700_000 },
    barcodes: ['6110000000017'],
    category: 'rugs',
    vat: '10',
  }
  await stage.accepted({ type: 'loadCatalogue', items: [own] })
  await timers.until(room.importPieces(false, 'Hassan'))
  await timers.until(room.settled())
  expect(ledger.findItem(rug)).toEqual({
    ...own,
    name: { fr: 'Grand tapis' },
    price: 460_000,
    floor: 460_000,
    stock: 1,
  })
  expect(woo.goods().find(({ sku }) => sku === rug)?.stock).toBe(1)
})

test('of a shop in another currency nothing comes', async () => {
  const stage = await openRoomStage({ currency: 'EUR' })
  onTestFinished(() => stage.close())
  stage.woo.add({ sku: 'VASE', name: 'Vase', regularPrice: '80.50', manageStock: true, stock: 4 })
  expect(await stage.timers.until(stage.room.importPieces(false, 'Hassan'))).toMatchObject({
    ok: false,
    refusal: { code: 'otherCurrency' },
  })
  expect(stage.ledger.findItem('VASE')).toBeNull()
})

test('without a marketplace there is nothing to import', async () => {
  const stage = await openRoomStage({ kept: null })
  onTestFinished(() => stage.close())
  expect(await stage.room.importPieces(true, 'Hassan')).toMatchObject({ refusal: { code: 'noMarketplace' } })
})

const ref = { product: '1', variant: '1', stockItem: '', location: '' }
const piece = (change: Partial<OnlinePiece> = {}): OnlinePiece => ({
  sku: 'A' as Sku,
  name: { fr: 'Vase' },
  description: {},
  price: dirham(100),
  unique: false,
  count: 1,
  details: { maker: '', village: '', technique: '', materials: '', dimensions: '', stamps: '' },
  weightGrams: null,
  sizeMillimetres: null,
  photographs: [],
  ...change,
})
type Page = Done<PiecePage>
const page = (
  pieces: readonly OnlinePiece[],
  next: string | null = null,
  more: Partial<PiecePage> = {},
): Page => ({
  end: 'done',
  value: { pieces: pieces.map((each) => ({ ref, piece: each, price: amount(each.price) })), next, ...more },
})

/** Imports what a marketplace of these pages has. */
async function imported(pages: readonly Page[]) {
  const ledger = testLedger()
  ledger.append(
    [{ kind: 'marketplaceConnected', connection: 'c', platform: 'mapped', shop: 's' }],
    'Hassan',
    systemClock.now(),
  )
  const market = {
    listPieces: async (at: string | null) => pages[Number(at ?? 0)] ?? page([]),
  } as unknown as Marketplace
  const run = (isStill = true) =>
    new PieceImport({ ledger, clock: systemClock, ids: randomIds }).run(
      market,
      { dry: false, by: 'Hassan', signal: new AbortController().signal },
      () => isStill,
    )
  return { ledger, run }
}

test.each([
  ['no sku', { sku: '' as Sku }, 'malformed'],
  ['no name', { name: { fr: ' ' } }, 'malformed'],
  ['a negative count', { count: -1 }, 'negativeStock'],
  ['two of one of a kind', { unique: true, count: 2 }, 'malformed'],
  ['a count beyond all shelves', { count: 10_000_000 }, 'malformed'],
  ['a name of a page', { name: { fr: 'x'.repeat(5_000) } }, 'malformed'],
] as const)('%s is told, and the others come', async (_name, change, code) => {
  const { ledger, run } = await imported([page([piece(change), piece({ sku: 'B' as Sku })])])
  expect(await run()).toMatchObject({ value: { found: 2, added: 1, refused: [{ trouble: { code } }] } })
  expect(ledger.findItem('B')).not.toBeNull()
  expect(ledger.findItem('A')).toBeNull()
})

test('a thousand and more in whole pages, with what their adapter could not take', async () => {
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => piece({ sku: `P-${from + n}` as Sku }))
  const odd = [{ sku: 'X', name: 'X', code: 'otherCurrency', text: 'EUR' }] as const
  const { ledger, run } = await imported([page(some(0, 900), '1', { odd }), page(some(900, 900))])
  expect(await run()).toMatchObject({
    value: {
      found: 1_801,
      added: 1_800,
      refused: [{ sku: 'X', trouble: { code: 'otherCurrency', text: 'EUR' } }],
    },
  })
  expect(ledger.listingCounts()).toMatchObject({ online: 1_800 })
})

test('pages that go round, a platform that says no in the middle, or another shop by then: nothing comes', async () => {
  const round = await imported([page([piece()], '1'), page([piece({ sku: 'B' as Sku })], '1')])
  expect(await round.run()).toMatchObject({ refusal: { code: 'marketplaceSaidNo' } })
  const no: Page = { end: 'refused', code: 'keyRefused', text: 'expired', again: null }
  const half = await imported([page([piece()], '1'), no])
  expect(await half.run()).toMatchObject({
    refusal: { code: 'marketplaceSaidNo', params: { code: 'keyRefused', text: 'expired' } },
  })
  const other = await imported([page([piece()])])
  expect(await other.run(false)).toMatchObject({ refusal: { code: 'noMarketplace' } })
  for (const { ledger } of [round, half, other]) expect(ledger.findItem('A')).toBeNull()
})

test('measures and words that only one side has are kept', async () => {
  const { ledger, run } = await imported([
    page([
      piece({
        weightGrams: 900,
        details: { ...piece().details, maker: 'Maâlem Brahim', technique: 'tourné' },
      }),
    ]),
    page([]),
  ])
  await run()
  expect(ledger.findItem('A')).toMatchObject({
    maker: 'Maâlem Brahim',
    village: null,
    shipping: { weightGrams: 900, sizeMillimetres: null },
    details: { technique: 'tourné' },
  })
})
