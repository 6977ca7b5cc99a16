import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { entryHash, factText } from '#electron/ledger/chain.ts'
import type { JournalEntry } from '#electron/ledger/handles.ts'
import { openShopKey, type ShopKey } from '#electron/platform/shop-key.ts'
import type { JournalPart } from '#electron/shop/arrival.ts'
import { dayTotals } from '#shared/books/day-totals.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { soldIn, TillJournal } from '#test/harness/till-journal.ts'
import { cart, done, type ShopRig, seller, till } from './shop-rig.ts'

const lived = (name: string, seed = 3): TillJournal =>
  new TillJournal(name).live({ items: 60, tickets: 60, closed: true, seed })

function shopKey(): ShopKey {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return openShopKey(folder)
}

const changedAt = (
  part: JournalPart,
  at: number,
  change: (entry: JournalEntry) => JournalEntry,
): JournalPart => ({
  ...part,
  entries: part.entries.map((entry, i) => (i === at ? change(entry) : entry)),
})

/** Says something else and hashes it honestly. */
function rehashed({ till: of }: JournalPart, entry: JournalEntry, by: string): JournalEntry {
  const { previousHash, seq, at, fact } = entry
  const hash = entryHash(previousHash, of, seq, at.utcMs, at.offsetMinutes, by, factText(fact))
  return { ...entry, by, hash }
}

export function shopJournalsContract(rigOf: () => ShopRig | Promise<ShopRig>): void {
  describe('a journal', () => {
    test('arrives part by part, in whatever parts, and again without a change', async () => {
      const rig = await rigOf()
      const shop = rig.open()
      const journal = lived('t1')
      expect(await done(shop.headOf(journal.till))).toBeNull()
      for (const part of journal.parts(97)) await done(shop.ingest(part))
      const newest = journal.entries.at(-1)
      const latestMs = Math.max(...journal.entries.map(({ at }) => at.utcMs))
      const head = {
        ...{ seq: newest?.seq, hash: newest?.hash, publicKey: null, sealedSeq: 0 },
        ...{ lastTicket: 60, latestMs },
      }
      expect(await done(shop.headOf(journal.till))).toEqual(head)
      const before = await done(shop.dayTotals('2024-01-02'))
      for (const part of journal.parts(31))
        expect(await done(rig.open().ingest(part))).toMatchObject({ end: 'stored', added: 0 })
      expect(await done(shop.headOf(journal.till))).toEqual(head)
      expect(await done(shop.dayTotals('2024-01-02'))).toEqual(before)
    })

    test('sent by two connections at once is there once', async () => {
      const rig = await rigOf()
      const journal = lived('t1')
      const part = journal.part(1, 200)
      const arrivals = await Promise.all(
        [rig.open(), rig.open(), rig.open()].map((shop) => done(shop.ingest(part))),
      )
      expect(arrivals.map((each) => (each.end === 'stored' ? each.added : each.end)).sort()).toEqual([
        0, 0, 200,
      ])
    })

    test('that overlaps what is there adds what is not', async () => {
      const shop = (await rigOf()).open()
      const journal = lived('t1')
      await done(shop.ingest(journal.part(1, 50)))
      expect(await done(shop.ingest(journal.part(30, 80)))).toMatchObject({ end: 'stored', added: 30 })
    })

    test('with a hole is not taken, and where to go on is said', async () => {
      const shop = (await rigOf()).open()
      const journal = lived('t1')
      expect(await done(shop.ingest(journal.part(2, 9)))).toEqual({ end: 'gap', head: null })
      await done(shop.ingest(journal.part(1, 10)))
      expect(await done(shop.ingest(journal.part(12, 20)))).toMatchObject({ end: 'gap', head: { seq: 10 } })
      const [first, ...rest] = journal.part(11, 20).entries
      const holed = { ...journal.part(11, 20), entries: [first, ...rest.slice(1)] as JournalEntry[] }
      expect(await done(shop.ingest(holed))).toMatchObject({ end: 'refused', code: 'notInOrder' })
      expect(await done(shop.headOf(journal.till))).toMatchObject({ seq: 10 })
    })

    test.each<[string, string, (part: JournalPart) => JournalPart]>([
      ['empty', 'empty', (part) => ({ ...part, entries: [] })],
      [
        'of somebody else',
        'brokenHash',
        (part) => changedAt(part, 4, (entry) => ({ ...entry, by: 'driss' })),
      ],
      [
        'of another time',
        'brokenHash',
        (part) => changedAt(part, 4, (entry) => ({ ...entry, at: { ...entry.at, utcMs: 1 } })),
      ],
      [
        'rehashed in the middle',
        'notInOrder',
        (part) => changedAt(part, 4, (entry) => rehashed(part, entry, 'driss')),
      ],
      [
        'that JSON cannot say',
        'malformed',
        (part) =>
          changedAt(part, 4, (entry) => ({ ...entry, fact: { ...entry.fact, kind: undefined } as never })),
      ],
      ['of another till', 'otherTill', (part) => ({ ...part, till: till('t2') })],
      ['sealed with no key', 'badSeal', (part) => ({ ...part, seal: 'AAAA' })],
    ])('%s is refused whole', async (_, code, spoil) => {
      const shop = (await rigOf()).open()
      const journal = lived('t1')
      expect(await done(shop.ingest(spoil(journal.part(1, 20))))).toMatchObject({ end: 'refused', code })
      expect(await done(shop.headOf(journal.till))).toBeNull()
      expect(await done(shop.ingest(journal.part(1, 20)))).toMatchObject({ end: 'stored', added: 20 })
    })

    test('that says something else under a number that is taken is a fork, and changes nothing', async () => {
      const shop = (await rigOf()).open()
      const journal = soldIn('t1', [demoItem(1)], Date.UTC(2026, 0, 1))
      const twin = soldIn('t1', [demoItem(2)], Date.UTC(2026, 0, 1))
      await done(shop.ingest(journal.part()))
      const head = await done(shop.headOf(journal.till))
      for (const _ of [1, 2]) expect(await done(shop.ingest(twin.part()))).toEqual({ end: 'fork', seq: 4 })
      expect(await done(shop.headOf(journal.till))).toEqual(head)
      expect(await done(shop.dayTotals('2026-01-01'))).toHaveLength(1)
    })

    test('that goes on from another newest entry is a fork of that one', async () => {
      const shop = (await rigOf()).open()
      const journal = lived('t1', 3)
      const twin = lived('t1', 4)
      await done(shop.ingest(journal.part(1, 100)))
      expect(await done(shop.ingest(twin.part(101, 110)))).toEqual({ end: 'fork', seq: 100 })
    })

    test('whose tickets have a hole, or a number twice, is refused', async () => {
      const shop = (await rigOf()).open()
      const journal = soldIn('t1', [demoItem(1)], Date.UTC(2026, 0, 1))
      const sold = journal.entries.find(({ fact }) => fact.kind === 'saleCompleted')?.fact
      if (sold?.kind !== 'saleCompleted') throw new Error('a ticket was sold')
      await done(shop.ingest(journal.part()))
      const end = journal.entries.length
      for (const number of [1, 3]) {
        const astray = soldIn('t1', [demoItem(1)], Date.UTC(2026, 0, 1))
        astray.write({ ...sold, ticket: { ...sold.ticket, number: number as TicketNumber } })
        expect(await done(shop.ingest(astray.part(end + 1)))).toEqual({
          end: 'refused',
          code: 'ticketOutOfOrder',
          seq: end + 1,
        })
      }
      journal.write({ ...sold, ticket: null as never })
      expect(await done(shop.ingest(journal.part(end + 1)))).toMatchObject({
        end: 'refused',
        code: 'malformed',
      })
    })

    test('is vouched for by its key up to the entry that was signed, and by no other', async () => {
      const shop = (await rigOf()).open()
      const journal = new TillJournal('t1')
      await done(shop.ingest(journal.part()))
      journal.seals(shopKey()).live({ items: 5, entries: 20 })
      const seven = journal.part(1, 20)
      expect(await done(shop.ingest({ ...seven, seal: shopKey().sign('hanout') }))).toMatchObject({
        end: 'refused',
        code: 'badSeal',
      })
      expect(await done(shop.ingest({ ...seven, seal: journal.part(1, 19).seal }))).toMatchObject({
        end: 'refused',
        code: 'badSeal',
      })
      expect(await done(shop.ingest(seven))).toMatchObject({ end: 'stored', head: { sealedSeq: 20 } })
      expect(await done(shop.ingest({ ...journal.part(21), seal: null }))).toMatchObject({
        end: 'stored',
        head: { sealedSeq: 20 },
      })
    })

    test('sells its pieces over whatever was claimed, and brings them back', async () => {
      const shop = (await rigOf()).open()
      const piece = demoItem(4)
      await done(shop.claim(piece.sku, cart('t9', 's9'), null))
      const [first, second] = ['t1', 't2'].map((name) => soldIn(name, [piece], Date.UTC(2026, 0, 1)))
      if (first === undefined || second === undefined) throw new Error('two tills sold')
      await done(shop.ingest(first.part()))
      await done(shop.ingest(second.part()))
      expect(await done(shop.whereIs(piece.sku))).toMatchObject({ at: { ticket: { till: 't1', number: 1 } } })
      const again = seller('t2', String(second.entries.length), 1)
      expect(await done(shop.sell(piece.sku, again))).toMatchObject({
        end: 'soldBefore',
        first: { till: 't1' },
      })

      const before = first.entries.length
      await done(shop.ingest(first.givesBack().part(before + 1)))
      expect(await done(shop.whereIs(piece.sku))).toMatchObject({ at: { ticket: { till: 't2', number: 1 } } })
      await done(shop.ingest(second.givesBack().part(before + 1)))
      expect(await done(shop.whereIs(piece.sku))).toMatchObject({ at: { place: 'shelf' } })
      expect(await done(shop.ingest(second.part()))).toMatchObject({ end: 'stored', added: 0 })
      expect(await done(shop.whereIs(piece.sku))).toMatchObject({ at: { place: 'shelf' } })
      expect(await done(shop.claim(piece.sku, cart('t3', 's3'), null))).toMatchObject({ yours: true })
    })

    test('gives each till’s day as its own books do', async () => {
      const shop = (await rigOf()).open()
      for (const [name, seed] of [
        ['t2', 5],
        ['t1', 6],
      ] as const)
        for (const part of lived(name, seed).parts(400)) await done(shop.ingest(part))
      const days = await done(shop.dayTotals('2024-01-02'))
      expect(days.map((day) => day.till)).toEqual(['t1', 't2'])
      for (const [name, seed] of [
        ['t1', 6],
        ['t2', 5],
      ] as const) {
        const own = dayTotals(lived(name, seed).entries.map(({ fact }) => fact))
        const day = days.find((each) => each.till === name)
        expect(day).toMatchObject({ sales: own.tickets, refunds: own.refunds })
        expect(formatData(dirham(day?.gross ?? 0))).toBe(own.gross)
        expect(formatData(dirham(day?.discounts ?? 0))).toBe(own.discounts)
        const tenders = own.tenders.map(({ kind }) => ({
          kind,
          amount: formatData(dirham(day?.[kind as 'cash'] ?? 0)),
        }))
        expect(tenders).toEqual(own.tenders)
      }
      expect(await done(shop.dayTotals('2024-01-01'))).toEqual([])
    })

    test('tells what the marketplace took as a tender of its own', async () => {
      const shop = (await rigOf()).open()
      const at = Date.UTC(2026, 0, 1)
      const journal = soldIn('t1', [demoItem(1)], at).sells([demoItem(2)], at, 'online')
      await done(shop.ingest(journal.part()))
      const [day] = await done(shop.dayTotals('2026-01-01'))
      const price = (n: number): number => demoItem(n).price
      expect(day).toMatchObject({ sales: 2, gross: price(1) + price(2), cash: price(1), online: price(2) })
      expect(day?.card).toBe(0)
    })

    test('of every till is told how far it has arrived, and what was refused under its name', async () => {
      const rig = await rigOf()
      const shop = rig.open()
      expect(await done(shop.tills())).toEqual([])
      const at = Date.UTC(2026, 0, 1)
      const journal = soldIn('t2', [demoItem(1)], at)
      await done(shop.ingest(journal.part()))
      await done(shop.ingest(soldIn('t2', [demoItem(2)], at).part()))
      await done(shop.ingest(soldIn('t1', [demoItem(1)], at).part()))
      const seq = journal.entries.length
      const writtenAt = { utcMs: at, offsetMinutes: 60 }
      const tills = await done(shop.tills())
      expect(tills).toMatchObject([
        { till: 't1', seq, writtenAt, unsealed: seq, forks: 0 },
        { till: 't2', seq, writtenAt, unsealed: seq, forks: 1 },
      ])
      for (const { arrivedMs, nowMs } of tills) expect(nowMs).toBeGreaterThanOrEqual(arrivedMs)
      expect(await done(rig.openOther().tills())).toEqual([])
    })

    test('has its tickets', async () => {
      const shop = (await rigOf()).open()
      await done(shop.ingest(soldIn('t1', [demoItem(1)], Date.UTC(2026, 0, 1)).part()))
      const number = 1 as TicketNumber
      expect(await done(shop.findTicket({ till: till('t1'), number }))).toMatchObject({
        kind: 'sale',
        number: 1,
      })
      expect(await done(shop.findTicket({ till: till('t2'), number }))).toBeNull()
    })
  })

  test('a closed connection says so, and closes twice', async () => {
    const shop = (await rigOf()).open()
    await shop.close()
    await shop.close()
    expect(await shop.whereIs(demoItem(4).sku)).toMatchObject({
      end: 'unknown',
      trouble: 'closing',
      sent: false,
    })
  })
}
