import { expect, test } from 'vitest'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { marketDesk } from '#test/harness/ledger-market.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { itemSha256 } from '../item-sha256.ts'
import { verifyLedger } from '../verify/verify.ts'

const items = Array.from({ length: 6 }, (_, n) => demoItem(n))
const skus = items.map(({ sku }) => sku).sort()
const [first, second, third] = skus as [Sku, Sku, Sku]
const itemOf = (sku: Sku): CatalogueItem => items.find((item) => item.sku === sku) as CatalogueItem
const all = { text: '', limit: 100, offset: 0 }

function shop() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const desk = marketDesk(ledger)
  desk.say({ kind: 'catalogueLoaded', items })
  desk.connect()
  return { folder, ledger, desk }
}

test('what is chosen waits until it is put, and is online then', () => {
  const { ledger, desk } = shop()
  expect(ledger.findListing(first)).toBeNull()
  expect(ledger.listingCounts()).toEqual({ online: 0, waiting: 0, refused: 0, off: 6 })
  desk.choose([second, first])
  expect(ledger.listingsToPut(null, 9)).toEqual([first, second])
  expect(ledger.listingsToPut(first, 9)).toEqual([second])
  expect(ledger.listedSkus(null, 9)).toEqual([])
  desk.list(first)
  expect(ledger.findListing(first)).toEqual({
    sku: first,
    state: 'online',
    ref: { product: `p-${first}`, variant: `v-${first}`, stockItem: '', location: 'shop' },
    sha256: itemSha256(itemOf(first)),
    changed: false,
    trouble: null,
  })
  expect(ledger.listingsToPut(null, 9)).toEqual([second])
  expect(ledger.listedSkus(null, 9)).toEqual([first])
  expect(ledger.listingCounts()).toEqual({ online: 1, waiting: 1, refused: 0, off: 4 })
})

test('an item that becomes another one is put again; a count alone is no other item', () => {
  const { ledger, desk } = shop()
  desk.choose([first])
  desk.list(first)
  desk.say({ kind: 'catalogueLoaded', items: [{ ...itemOf(first), stock: 7 }] })
  expect(ledger.findListing(first)?.changed).toBe(false)
  desk.say({ kind: 'catalogueLoaded', items: [{ ...itemOf(first), price: dirham(1) }] })
  expect(ledger.findListing(first)).toMatchObject({ state: 'online', changed: true })
  expect(ledger.listingsToPut(null, 9)).toEqual([first])
  desk.say({ kind: 'catalogueLoaded', items: [itemOf(first)] })
  expect(ledger.listingsToPut(null, 9)).toEqual([])
})

test('one that changed while it was being put is put again', () => {
  const { ledger, desk } = shop()
  desk.choose([first])
  const sha256 = itemSha256(itemOf(first))
  desk.say({ kind: 'catalogueLoaded', items: [{ ...itemOf(first), price: dirham(1) }] })
  const ref = { product: '1', variant: '2', stockItem: '3', location: '4' }
  desk.say({ kind: 'pieceListed', sku: first, ref, sha256 })
  expect(ledger.findListing(first)).toMatchObject({ changed: true, sha256 })
  expect(ledger.listingsToPut(null, 9)).toEqual([first])
})

test('one that was refused is put again when it is chosen again, or has become another item', () => {
  const { ledger, desk } = shop()
  const trouble = { code: 'notAllowed', text: 'no key for that' }
  desk.choose([first, second])
  for (const sku of [first, second]) desk.say({ kind: 'listingRefused', sku, trouble })
  expect(ledger.findListing(first)).toMatchObject({ state: 'refused', trouble })
  expect(ledger.listingsToPut(null, 9)).toEqual([])
  desk.say({ kind: 'catalogueLoaded', items: [itemOf(first), { ...itemOf(second), maker: 'Zineb' }] })
  expect(ledger.listingsToPut(null, 9)).toEqual([second])
  desk.choose([first])
  expect(ledger.findListing(first)).toMatchObject({ state: 'waiting', trouble: null })
  expect(ledger.listingCounts()).toEqual({ online: 0, waiting: 2, refused: 0, off: 4 })
})

test('one that is taken off is off at once; its place is known until the shop is another one', () => {
  const { ledger, desk } = shop()
  desk.choose([first])
  desk.list(first)
  desk.choose([first], false)
  expect(ledger.findListing(first)).toMatchObject({ state: 'off', sha256: itemSha256(itemOf(first)) })
  desk.say({ kind: 'pieceHidden', sku: first })
  expect(ledger.findListing(first)).toMatchObject({ state: 'off', sha256: null })
  expect(ledger.listedSkus(null, 9)).toEqual([first])
  desk.choose([first])
  expect(ledger.listingsToPut(null, 9)).toEqual([first])
})

test('another shop: every place is forgotten, and what is chosen waits again', () => {
  const { ledger, desk } = shop()
  desk.choose([first, second, third])
  desk.list(first)
  desk.say({ kind: 'listingRefused', sku: second, trouble: { code: 'refused', text: '' } })
  desk.choose([third], false)
  desk.say({ kind: 'marketplaceConnected', connection: 'connection-1', platform: 'medusa', shop: 'Renamed' })
  expect(ledger.findListing(first)?.state).toBe('online')
  expect(ledger.marketConnection()).toEqual({
    connection: 'connection-1',
    platform: 'medusa',
    shop: 'Renamed',
  })
  desk.connect('connection-2')
  expect(ledger.findListing(first)).toMatchObject({ state: 'waiting', ref: null, sha256: null })
  expect(ledger.listingsToPut(null, 9)).toEqual([first, second])
  expect(ledger.listedSkus(null, 9)).toEqual([])
  expect(ledger.listingCounts()).toEqual({ online: 0, waiting: 2, refused: 0, off: 4 })
})

test('lists are in the order of skus, by state, by words, and page by page', () => {
  const { ledger, desk } = shop()
  desk.choose([first, second])
  desk.list(second)
  expect(ledger.listListings({ ...all, state: null })).toEqual(skus)
  expect(ledger.listListings({ ...all, state: null, limit: 2, offset: 3 })).toEqual(skus.slice(3, 5))
  expect(ledger.listListings({ ...all, state: 'waiting' })).toEqual([first])
  expect(ledger.listListings({ ...all, state: 'online' })).toEqual([second])
  expect(ledger.listListings({ ...all, state: 'off' })).toEqual(skus.slice(2))
  const word = itemOf(first).name.fr?.split(' ')[0] ?? ''
  expect(ledger.listListings({ ...all, state: 'waiting', text: word })).toEqual([first])
  expect(ledger.listListings({ ...all, state: null, text: word })).toContain(first)
  expect(ledger.listListings({ ...all, state: 'online', text: 'nothing like it' })).toEqual([])
  expect(ledger.listListings({ ...all, state: 'off', text: '…' })).toEqual([])
})

test('what cannot follow is refused, and nothing of it is written', () => {
  const { folder, ledger, desk } = shop()
  const head = ledger.head()
  const ref = { product: '1', variant: '2', stockItem: '', location: '' }
  expect(() => desk.choose(['NOT-000001' as Sku])).toThrow('is not in the catalogue')
  expect(() => desk.choose(Array.from({ length: 1001 }, () => first))).toThrow(RangeError)
  expect(() => desk.say({ kind: 'pieceListed', sku: first, ref, sha256: '' })).toThrow('never chosen')
  expect(() => desk.say({ kind: 'pieceHidden', sku: first })).toThrow('never chosen')
  expect(ledger.head()).toEqual(head)
  expect(verifyLedger(folder).problems).toEqual([])
  const bare = marketDesk(testLedger())
  expect(() => bare.say({ kind: 'pieceListed', sku: first, ref, sha256: '' })).toThrow(
    'no marketplace is connected',
  )
})
