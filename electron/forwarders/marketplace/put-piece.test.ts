import { expect, test } from 'vitest'
import { itemSha256 } from '#electron/ledger/item-sha256.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { dirham } from '#shared/money/amount.ts'
import { uniqueItem } from '#test/harness/ledger-market.ts'
import { countedItems, marketStage, pieces } from '#test/harness/market-stage.ts'
import { refOf, refused } from '#test/harness/platform-shelf.ts'

const [pots] = countedItems as [CatalogueItem]
const [rug] = pieces as [CatalogueItem]
const vase = uniqueItem(7)

/** A piece that is chosen and was never online. */
function withNewPiece(wanted: Parameters<typeof marketStage>[0] = {}) {
  const stage = marketStage(wanted)
  stage.desk.say({ kind: 'catalogueLoaded', items: [vase] })
  stage.desk.choose([vase.sku])
  return stage
}

test('a piece is put with its photographs, written down as it was put, and its count told', async () => {
  const { say, settle, ledger, market } = withNewPiece({
    photographs: async (sku) => [{ name: `${sku}.jpg`, bytes: Uint8Array.of(1, 2) }],
  })
  const put = market.putPiece
  const seen: unknown[] = []
  market.putPiece = (piece, ...rest) => {
    seen.push(piece.photographs, piece.count)
    return put(piece, ...rest)
  }
  say({ type: 'putPiece', sku: vase.sku })
  await settle()
  expect(seen).toEqual([[{ name: `${vase.sku}.jpg`, bytes: Uint8Array.of(1, 2) }], 1])
  expect(ledger.findListing(vase.sku)).toMatchObject({
    state: 'online',
    ref: refOf(vase.sku),
    sha256: itemSha256(vase),
    changed: false,
  })
  expect(ledger.market.told('connection-1', vase.sku)).toMatchObject({ count: 1 })
  expect(ledger.lanes()).toEqual([])
})

test('another price while it is put is put again by whoever looks', async () => {
  const { say, settle, ledger, market, desk } = withNewPiece()
  const put = market.putPiece
  market.putPiece = (...args) => {
    desk.say({ kind: 'catalogueLoaded', items: [{ ...vase, price: dirham(99_000) }] })
    return put(...args)
  }
  say({ type: 'putPiece', sku: vase.sku })
  await settle()
  expect(ledger.findListing(vase.sku)).toMatchObject({ sha256: itemSha256(vase), changed: true })
})

test('a platform that leaves the count of a piece it has is told it after', async () => {
  const { say, settle, market } = marketStage()
  market.stock(pots.sku, 3)
  say({ type: 'putPiece', sku: pots.sku })
  await settle()
  expect(market.countOf(pots.sku)).toBe(6)
})

test('deleted online, it is made anew', async () => {
  const { say, settle, market, ledger } = marketStage()
  const good = market.goods.get(pots.sku)
  if (good) good.gone = true
  say({ type: 'putPiece', sku: pots.sku })
  await settle()
  expect(market.timesOf('putPiece')).toBe(2)
  expect(new Set(market.calls.map(({ key }) => key)).size).toBe(market.calls.length)
  expect(market.free(pots.sku)).toBe(6)
  expect(ledger.findListing(pots.sku)).toMatchObject({ state: 'online' })
})

test.each(['skuTwice', 'otherCurrency', 'notAllowed', 'notEnough', 'refused'] as const)(
  'refused as %s it waits in the list with the platform’s own words, and the lane goes on',
  async (code) => {
    const { say, settle, market, ledger } = withNewPiece()
    market.putPiece = async () => refused(code)
    say({ type: 'putPiece', sku: vase.sku }, { type: 'stockDiffers', sku: pots.sku })
    await settle()
    expect(ledger.findListing(vase.sku)).toMatchObject({
      state: 'refused',
      trouble: { code, text: `it says ${code}` },
    })
    expect(ledger.lanes()).toEqual([])
  },
)

test.each([
  ['keyRefused', 'notSignedOn'],
  ['unavailable', 'refused'],
  ['tooMany', 'refused'],
  ['malformed', 'garbage'],
] as const)('%s is nothing about the piece: it is put later', async (code, trouble) => {
  const { say, settle, market, ledger, pump, timers } = withNewPiece()
  const put = market.putPiece
  market.putPiece = async () => refused(code)
  say({ type: 'putPiece', sku: vase.sku })
  await settle()
  expect(pump.lanes()).toMatchObject([{ waiting: 1, trouble }])
  market.putPiece = put
  await timers.advance(60_000)
  expect(ledger.findListing(vase.sku)).toMatchObject({ state: 'online' })
})

test('a page for an answer again and again is the platform’s no to this piece', async () => {
  const { say, settle, market, ledger, timers } = withNewPiece()
  market.putPiece = async () => refused('malformed')
  say({ type: 'putPiece', sku: vase.sku })
  await settle()
  await timers.advance(600_000)
  expect(ledger.findListing(vase.sku)).toMatchObject({ state: 'refused', trouble: { code: 'malformed' } })
  expect(ledger.lanes()).toEqual([])
})

test('not wanted any more, it is not put; wanted again, it is not hidden', async () => {
  const { say, settle, market, desk, ledger } = withNewPiece()
  desk.choose([vase.sku], false)
  say({ type: 'putPiece', sku: vase.sku }, { type: 'hidePiece', sku: pots.sku })
  await settle()
  expect(market.calls).toEqual([])
  expect(ledger.lanes()).toEqual([])
})

test('hidden, it is bought by nobody; deleted online, it is hidden already', async () => {
  const { say, settle, market, desk, ledger } = marketStage()
  const good = market.goods.get(pots.sku)
  if (good) good.gone = true
  desk.choose([rug.sku, pots.sku], false)
  say({ type: 'hidePiece', sku: rug.sku }, { type: 'hidePiece', sku: pots.sku })
  await settle()
  expect(market.free(rug.sku)).toBe(0)
  expect(ledger.findListing(rug.sku)).toMatchObject({ state: 'off', sha256: null })
  expect(ledger.findListing(pots.sku)).toMatchObject({ state: 'off', sha256: null })
  expect(ledger.lanes()).toEqual([])
})

test('a piece that was sold is told before pieces that wait to be put', async () => {
  const { say, settle, market, desk } = marketStage({ takesMs: () => 400 })
  say(...Array.from({ length: 8 }, () => ({ type: 'putPiece', sku: pots.sku }) as const))
  desk.sell([rug])
  await settle()
  const told = market.calls.findIndex(({ name }) => name === 'setStocks')
  expect(market.calls.slice(0, told)).toHaveLength(0)
  const names = market.calls.map(({ name }) => name)
  // Every two seconds at most, and not after each of them.
  expect(names.filter((name) => name === 'setStocks').length).toBeLessThan(5)
  expect(market.countOf(rug.sku)).toBe(0)
})
