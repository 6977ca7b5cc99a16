import { cpSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import { type Log, silentLog } from '#electron/platform/log.ts'
import { openShopKey } from '#electron/platform/shop-key.ts'
import { catalogueFacts } from '#shared/checkout/catalogue-facts.ts'
import type { FactKind, FactOf } from '#shared/checkout/fact.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { countedItem, uniqueItem } from '#test/harness/ledger-market.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { type MemoryTill, memoryTill } from '#test/harness/tills-in-memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { memoryStore } from './memory/memory-store.ts'

const tagine = countedItem(1)
const rug = uniqueItem(1)

/** A shop, one till that loaded its catalogue, and how another one joins. */
async function stage(items = [tagine, rug]) {
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const store = memoryStore('rabat', () => clock.now().utcMs)
  const join = (log: Log = silentLog, folder = testFolder()): MemoryTill =>
    memoryTill({ store, timers, clock, log, folder })
  const first = join()
  first.desk().say(...catalogueFacts(items))
  await first.follow()
  await timers.advance(10)
  return { timers, clock, store, join, first }
}

const factsOf = <K extends FactKind>({ ledger }: MemoryTill, kind: K): readonly FactOf<K>[] =>
  [...ledger.entriesAfter(0)].flatMap(({ fact }) => (fact.kind === kind ? [fact as FactOf<K>] : []))

test('a page is not taken while something of our own is on its way: counts never go back', async () => {
  const { join, first, timers } = await stage()
  const second = join()
  await second.follow()
  first.desk().sell([tagine])
  await first.follow()
  let sold = false
  second.line.before = (call) => {
    if (call !== 'changes' || sold) return
    sold = true
    second.desk().sell([tagine, tagine])
  }
  await second.follow()
  expect(sold).toBe(true)
  await timers.advance(10)
  await second.follow()
  expect(second.ledger.stockOf(tagine.sku)).toBe(37)
  const taken = factsOf(second, 'shopStockTaken').flatMap(({ counts }) => counts.map(({ count }) => count))
  expect(taken).toEqual([37])
})

test('killed after what was taken and before its place was kept: told again, and differs no more', async () => {
  const { join, first } = await stage()
  const second = join()
  await second.follow()
  first.desk().sell([tagine, rug])
  await first.follow()
  const { market } = second.ledger
  const keep = vi.spyOn(market, 'keepShopCursor').mockImplementationOnce(() => {
    throw new Error('killed')
  })
  await second.follow()
  expect(keep.mock.calls.length, 'asked again').toBeGreaterThan(1)
  expect(keep.mock.calls[1], 'for the same page').toEqual(keep.mock.calls[0])
  expect(factsOf(second, 'shopStockTaken')).toHaveLength(1)
  expect(second.ledger.soldBy(rug.sku)).toEqual({ till: first.ledger.tillId, number: 1 })
})

test('a disk that refuses loses nothing: the next look takes it', async () => {
  const { join, first } = await stage()
  const second = join()
  await second.follow()
  first.desk().sell([rug])
  await first.follow()
  vi.spyOn(second.ledger, 'append').mockImplementationOnce(() => {
    throw new LedgerUnwritable('disk full')
  })
  await second.follow()
  expect(second.ledger.soldBy(rug.sku)).toBeNull()
  await second.follow()
  expect(second.ledger.soldBy(rug.sku)).toMatchObject({ number: 1 })
})

test('a catalogue of thousands comes page by page, with its counts, and is not told back', async () => {
  const items = Array.from({ length: 1200 }, (_, n) => demoItem(n))
  const { join, first, store } = await stage(items)
  first.desk().sell([demoItem(1), demoItem(4)])
  await first.follow()
  const second = join()
  await second.follow()
  expect(items.filter(({ sku }) => second.ledger.findItem(sku) === null)).toEqual([])
  expect(second.ledger.stockOf(demoItem(1).sku)).toBe(39)
  expect(second.ledger.pieceIsSold(demoItem(4).sku)).toBe(true)
  expect(factsOf(second, 'catalogueLoaded').every(({ fromShop }) => fromShop === true)).toBe(true)
  expect([...store.items.values()].filter(({ version }) => version > 1)).toEqual([])
  const head = second.ledger.head()?.seq
  await second.follow()
  expect(second.ledger.head()?.seq).toBe(head)
})

test('the marketplace is told of what stands there, and of nothing else', async () => {
  const { join, first } = await stage([tagine, rug, countedItem(2)])
  const second = join()
  await second.follow()
  const desk = second.desk()
  desk.connect()
  desk.choose([tagine.sku, rug.sku])
  desk.list(tagine.sku)
  first.desk().sell([tagine, countedItem(2)])
  await first.follow()
  await second.follow()
  expect(second.ledger.outbox.waiting('marketplace', 9).map(({ body }) => body)).toEqual([
    { type: 'stockDiffers', sku: tagine.sku },
  ])
})

test('a shop that cannot be heard is told of once, and is heard by itself when it is back', async () => {
  const { join, first, timers } = await stage()
  const warnings: string[] = []
  const log: Log = { ...silentLog, warn: (_, sentence) => void warnings.push(sentence) }
  const second = join(log)
  await second.follow()
  second.line.isUp = false
  await timers.advance(120_000)
  expect(warnings).toEqual(['the shop’s other tills cannot be heard'])
  first.desk().sell([rug])
  await first.follow()
  second.line.isUp = true
  await timers.advance(16_000)
  expect(second.ledger.pieceIsSold(rug.sku)).toBe(true)
})

test('what is written beside the counter goes up within a look, a turn of the counter at once', async () => {
  const { first, timers, store } = await stage()
  const arrived = (): number => store.journals.get(first.ledger.tillId)?.head?.seq ?? 0
  first.desk().say({ kind: 'peopleChanged', people: [] })
  await timers.advance(1_000)
  expect(arrived()).toBe(2)
  await timers.advance(15_000)
  expect(arrived()).toBe(3)
  first.desk().say({ kind: 'peopleChanged', people: [] })
  first.turn()
  await timers.advance(1)
  expect(arrived()).toBe(4)
})

test('what the till’s key vouches for is sealed; entries before the key was told of are not', async () => {
  const { join, store } = await stage()
  const folder = testFolder()
  const till = join(silentLog, folder)
  await till.follow()
  const standing = () => store.journals.get(till.ledger.tillId)?.head
  expect(standing()?.sealedSeq).toBe(0)
  till.desk().say({ kind: 'shopKeyMade', publicKey: openShopKey(folder).publicKey })
  await till.follow()
  expect(standing()).toMatchObject({ sealedSeq: till.ledger.head()?.seq })
  till.desk().say({ kind: 'shopKeyMade', publicKey: openShopKey(testFolder()).publicKey })
  const sealed = standing()?.sealedSeq
  await till.follow()
  expect(standing()).toMatchObject({ sealedSeq: sealed })
})

test('a till that closes in the middle of a look has taken all of a page or nothing', async () => {
  const { join, first } = await stage()
  const second = join()
  await second.follow()
  first.desk().sell([rug])
  await first.follow()
  second.shop.look()
  await second.close()
  expect(first.ledger.soldTwice()).toEqual([])
})

test('a folder that was restored from a backup hears nothing, for the shop knows another story of it', async () => {
  const { join, first, clock } = await stage()
  const warnings: unknown[] = []
  const log: Log = { ...silentLog, warn: (context) => void warnings.push(context) }
  const folder = testFolder()
  const till = join(log, folder)
  await till.follow()
  await till.close()
  const backup = testFolder()
  cpSync(folder, backup, { recursive: true })
  const before = join(silentLog, folder)
  before.desk().sell([tagine])
  await before.follow()
  await before.close()
  first.desk().sell([rug])
  await first.follow()

  const restored = join(log, backup)
  await restored.follow()
  expect(restored.ledger.pieceIsSold(rug.sku)).toBe(false)
  expect(warnings).toEqual([{ trouble: expect.stringContaining('it is none of ours') }])
  restored.ledger.append([{ kind: 'peopleChanged', people: [] }], 'amina', clock.now())
  await restored.follow()
  expect(restored.ledger.journalCursor.lane('shop')).toMatchObject({ setAside: 1 })
})
