import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { OutboxPump } from '#electron/forwarders/outbox-pump.ts'
import { copyLedgerOf } from '#electron/ledger/copy.ts'
import { silentLog } from '#electron/platform/log.ts'
import { openShopKey } from '#electron/platform/shop-key.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { seeded } from '#test/crash/seeded.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { live, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { JournalForwarder } from './journal-forwarder.ts'
import { memoryShop } from './memory/memory-shop.ts'
import { memoryStore } from './memory/memory-store.ts'
import type { Asked, ShopDatabase } from './shop-database.ts'

const noNetwork: Asked<never> = { end: 'unknown', trouble: 'noNetwork', sent: false, text: 'no route' }
const lineLost: Asked<never> = { end: 'unknown', trouble: 'lineLost', sent: true, text: 'reset' }

/** A till with a shop that answers as it is told. */
function stage(folder = testFolder(), store = memoryStore('rabat', () => 0)) {
  const ledger = testLedger(folder)
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const real = memoryShop(store)
  const world = {
    parts: [] as number[],
    /** Before it is done, and after. */
    before: (): Asked<never> | null => null,
    after: (): Asked<never> | null => null,
  }
  const shop: Pick<ShopDatabase, 'headOf' | 'ingest'> = {
    headOf: async (till) => world.before() ?? real.headOf(till),
    async ingest(part) {
      world.parts.push(part.entries.length)
      const lost = world.before()
      if (lost !== null) return lost
      const answer = await real.ingest(part)
      return world.after() ?? answer
    },
  }
  const forwarder = new JournalForwarder({
    till: ledger.tillId,
    entriesAfter: ledger.entriesAfter,
    shop,
    keyAt: (seq) => (ledger.shopKey() !== null && seq >= 2 ? openShopKey(folder) : null),
  })
  const pump = new OutboxPump({
    ledger,
    journal: ledger.journalCursor,
    forwarderTo: (destination) => (destination === 'shop' ? forwarder : null),
    clock,
    timers,
    chance: seeded(5).next,
    log: silentLog,
  })
  const close = async (): Promise<void> => {
    await timers.until(pump.close())
    ledger.close()
  }
  onTestFinished(() => timers.until(pump.close()))
  const write = (fact: Fact = { kind: 'peopleChanged', people: [] }): void =>
    void ledger.append([fact], 'amina', clock.now())
  const settle = (): Promise<void> => timers.until(pump.settled())
  const arrived = (): number => store.journals.get(ledger.tillId)?.head?.seq ?? 0
  const newest = (): number => ledger.head()?.seq ?? 0
  return { ledger, pump, world, write, settle, arrived, newest, store, timers, folder, close }
}

test('a journal goes up whole, in parts, and then entry by entry', async () => {
  const { ledger, pump, world, write, settle, arrived, newest } = stage()
  live(ledger, { items: 40, tickets: 150 })
  pump.wake()
  await settle()
  expect(arrived()).toBe(newest())
  expect(world.parts.every((size) => size <= 500)).toBe(true)
  expect(pump.lanes()).toEqual(
    ledger.lanes().map((row) => expect.objectContaining({ destination: row.destination })),
  )
  world.parts = []
  write()
  pump.wake()
  await settle()
  expect(world.parts).toEqual([1])
  expect(arrived()).toBe(newest())
})

test('without a line the lane says how many entries wait, since when and why, and goes on by itself', async () => {
  const { pump, world, write, settle, arrived, newest, timers } = stage()
  write()
  world.before = () => noNetwork
  pump.wake()
  await settle()
  write()
  expect(pump.lanes()).toMatchObject([{ destination: 'shop', waiting: 3, setAside: 0, trouble: 'noNetwork' }])
  world.before = () => null
  await timers.advance(3_600_000)
  expect(arrived()).toBe(newest())
  expect(pump.lanes()).toEqual([])
})

test('an answer that is lost is no second entry: the database is asked how far it is', async () => {
  const { pump, world, write, settle, arrived, newest, timers, store, ledger } = stage()
  for (let n = 0; n < 20; n++) write()
  world.after = () => lineLost
  pump.wake()
  await settle()
  expect(arrived()).toBe(newest())
  expect(pump.lanes()).toMatchObject([{ waiting: newest() }])
  world.after = () => null
  await timers.advance(3_600_000)
  expect(pump.lanes()).toEqual([])
  expect(store.journals.get(ledger.tillId)?.entries).toHaveLength(newest())
})

test('a part keeps its end from its first try on, and a restart goes on with it', async () => {
  const first = stage()
  for (let n = 0; n < 4; n++) first.write()
  first.world.before = () => noNetwork
  first.pump.wake()
  await first.settle()
  first.write()
  expect(first.ledger.journalCursor.waiting('shop', 1)).toMatchObject([
    { id: 1, key: 'journal:1', tries: 1, body: { after: 0, through: 5 } },
  ])
  await first.close()
  const second = stage(first.folder, first.store)
  second.pump.wake()
  await second.timers.advance(3_600_000)
  expect(second.arrived()).toBe(6)
  expect(second.world.parts).toEqual([5, 1])
})

test('a database that was restored from a backup gets again what it lost', async () => {
  const first = stage()
  live(first.ledger, { items: 40, tickets: 150 })
  first.pump.wake()
  await first.settle()
  await first.close()
  const second = stage(first.folder)
  second.write()
  second.pump.wake()
  await second.settle()
  expect(second.arrived()).toBe(second.newest())
})

test('two ledgers under one name: the second is set aside whole until somebody says again', async () => {
  const { ledger, pump, world, write, settle, store } = stage()
  const twin = memoryShop(store)
  write()
  const { TillJournal } = await import('#test/harness/till-journal.ts')
  await twin.ingest(new TillJournal(ledger.tillId).part())
  pump.wake()
  await settle()
  write()
  pump.wake()
  await settle()
  expect(pump.lanes()).toMatchObject([
    { destination: 'shop', waiting: 0, setAside: 3, trouble: 'journalForked' },
  ])
  expect(world.parts).toEqual([2])
  ledger.journalCursor.release(1)
  pump.wake()
  await settle()
  expect(world.parts).toEqual([2, 2])
  expect(pump.lanes()).toMatchObject([{ setAside: 3 }])
})

test('what a key has signed is vouched for', async () => {
  const { pump, settle, store, ledger, folder, write } = stage()
  write({ kind: 'shopKeyMade', publicKey: openShopKey(folder).publicKey })
  write()
  pump.wake()
  await settle()
  expect(store.journals.get(ledger.tillId)?.head).toMatchObject({ sealedSeq: 3 })
})

test('a till that closes lets go, and nothing is told twice as something else', async () => {
  const { pump, write, ledger, timers, settle } = stage()
  write()
  pump.wake()
  await timers.until(pump.close())
  await settle()
  expect(ledger.journalCursor.lane('shop').setAside).toBe(0)
})

test('a till that was brought back behind what the shop has heard is seen, by name', async () => {
  const { ledger, pump, write, settle, store, folder, close } = stage()
  write()
  const backup = join(testFolder(), 'ledger.db')
  await copyLedgerOf(folder, backup)
  write()
  pump.wake()
  await settle()
  const told = store.journals.get(ledger.tillId)?.head
  await close()

  const restored = testFolder()
  copyFileSync(backup, join(restored, 'ledger.db'))
  const back = stage(restored, store)
  const { seq = 0 as Seq, hash = '', at = { utcMs: 0, offsetMinutes: 0 } } = back.ledger.head() ?? {}
  back.write({
    kind: 'ledgerRestored',
    from: { seq, hash },
    backupMadeAt: at,
    backup: hash,
    lastTicketSeen: 0,
    nonce: 'another of the same till',
  })
  back.pump.wake()
  await back.settle()
  expect(back.pump.lanes()).toContainEqual(
    expect.objectContaining({ destination: 'shop', setAside: 3, waiting: 0, trouble: 'journalForked' }),
  )
  // What was told before stands, and what was offered against it is kept as evidence.
  expect(store.journals.get(ledger.tillId)?.head).toEqual(told)
  expect(store.forks).toHaveLength(1)
})
