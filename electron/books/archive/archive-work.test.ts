import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeTools } from '#electron/cli/archive-tools.ts'
import { entryHash, factText } from '#electron/ledger/chain.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import { holds, type ShopKey } from '#electron/platform/shop-key.ts'
import type { Manifest } from '#shared/archive/manifest.ts'
import { verifyArchive } from '#shared/archive/verify-archive.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { type ArchiveFiles, archiveOf, opened, strangersKey } from '#test/harness/archive-forger.ts'
import { tradeDays } from '#test/harness/traded-months.ts'
import { archivePage } from '../../../scripts/build-archive-page.ts'
import { BooksRefused } from '../book-world.ts'
import { verifyPage } from './verify-page.data.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const key: ShopKey = strangersKey()
let folder: string
let archive: Buffer
let files: ArchiveFiles
let manifest: Manifest

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-archived-'))
  tradeDays(folder, { days: ['2026-10-30', '2026-11-02', '2026-11-03', '2026-12-01'], key })
  archive = await archiveOf(folder, november, key)
  files = opened(archive)
  manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Line {
  readonly hash: string
  readonly previousHash: string
  readonly entry: {
    readonly seq: number
    readonly utcMs: number
    readonly offsetMinutes: number
    readonly by: string
    readonly tillId: string
    readonly fact: Fact
  }
}
const journal = (): Line[] =>
  String(files.get('journal.jsonl'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)

/** A table read by code of its own: these have no line break inside a cell. */
function rowsOf(name: string): Record<string, string>[] {
  const [head = '', ...rows] = String(files.get(name)).replace('\ufeff', '').trimEnd().split('\r\n')
  const cells = (row: string): string[] =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((each) =>
      (each[1] ?? each[2] ?? '').replaceAll('""', '"'),
    )
  const names = cells(head)
  return rows.map((row) => Object.fromEntries(cells(row).map((cell, index) => [names[index] ?? '', cell])))
}
const centimes = (text: string | undefined): number => Math.round(Number(text) * 100)
const sum = (rows: readonly Record<string, string>[], name: string): number =>
  rows.reduce((total, row) => total + centimes(row[name]), 0)

describe('journal.jsonl', () => {
  test('is the stretch of the ledger, and its chain is the ledger’s own', () => {
    const ledger = openReadOnly(folder)
    const all = [...ledger.entriesAfter(0)]
    ledger.close()
    const lines = journal()
    const first = lines[0]?.entry.seq ?? 0
    expect(lines).toHaveLength(manifest.entries.count)
    expect(lines[0]?.previousHash).toBe(all[first - 2]?.hash)
    for (const { hash, previousHash, entry } of lines) {
      const { by, fact, offsetMinutes, seq, tillId, utcMs } = entry
      expect(entryHash(previousHash, tillId, seq, utcMs, offsetMinutes, by, factText(fact))).toBe(hash)
      expect(all[seq - 1]).toMatchObject({ hash, previousHash, by, fact })
    }
  })

  test('can be recomputed from its text alone', () => {
    for (const line of String(files.get('journal.jsonl')).split('\n').slice(0, -1)) {
      const [, hash = '', previous = '', entry = ''] =
        /^\{"hash":"(.{64})","previousHash":"(.{64})","entry":(.*)\}$/.exec(line) ?? []
      expect(
        createHash('sha256')
          .update(previous + entry)
          .digest('hex'),
      ).toBe(hash)
    }
  })

  test('begins where the last month ended, and ends with the Z of its last shift', async () => {
    const kinds = journal().map(({ entry }) => entry.fact.kind)
    expect(kinds.slice(0, 2)).toEqual(['periodClosed', 'shiftOpened'])
    expect(kinds.slice(-2)).toEqual(['shiftClosed', 'periodClosed'])
    expect(kinds.filter((kind) => kind === 'shiftOpened')).toHaveLength(2)
    const october = await archiveOf(folder, { from: '2026-10-01', to: '2026-10-31' }, key)
    const before = JSON.parse(String(opened(october).get('manifest.json'))) as Manifest
    expect(before.entries).toMatchObject({ first: 1, previousHash: '0'.repeat(64) })
    expect(manifest.entries).toMatchObject({
      first: before.entries.last + 1,
      previousHash: before.entries.hash,
    })
  })
})

test('the tables come to what the tickets of the journal come to', () => {
  const tickets = journal().flatMap(({ entry: { fact } }) =>
    fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted' ? [fact.ticket] : [],
  )
  const gross = tickets.reduce((total, { kind, gross: each }) => total + (kind === 'sale' ? each : -each), 0)
  expect(tickets.length).toBeGreaterThan(8)
  expect(tickets.some(({ kind }) => kind === 'refund')).toBe(true)
  for (const name of ['tickets.csv', 'lines.csv', 'vat.csv'])
    expect(sum(rowsOf(name), 'gross'), name).toBe(gross)
  expect(sum(rowsOf('tenders.csv'), 'amount')).toBe(gross)
  expect(sum(rowsOf('vat.csv'), 'net') + sum(rowsOf('vat.csv'), 'vat')).toBe(gross)
  expect(rowsOf('tickets.csv').map(({ number }) => Number(number))).toEqual(
    tickets.map(({ number }) => number),
  )
  expect(manifest.totals.gross).toBe(gross)
})

test('closings are those of its stretch and the month’s own, each with a signature that holds', () => {
  const closings = String(files.get('closings.jsonl'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { fact: Extract<Fact, { kind: 'periodClosed' }> })
  expect(closings.map(({ fact }) => [fact.closing.period, fact.closing.of.slice(0, 7)])).toEqual([
    ['month', '2026-10'],
    ['shift', expect.any(String)],
    ['shift', expect.any(String)],
    ['month', '2026-11'],
  ])
  for (const { fact } of closings) {
    const text = factText(fact.closing as unknown as Fact)
    expect(holds(key.publicKey, text, fact.signed?.signature ?? '')).toBe(true)
  }
  expect(rowsOf('closings.csv').map(({ period }) => period)).toEqual(['month', 'shift', 'shift', 'month'])
})

test('every file is sealed by its hash, and the manifest by the shop’s key', () => {
  for (const { name, bytes, sha256 } of manifest.files) {
    expect(files.get(name)).toHaveLength(bytes)
    expect(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    ).toBe(sha256)
  }
  const signature = String(files.get('manifest.sig')).trim()
  expect(holds(key.publicKey, String(files.get('manifest.json')), signature)).toBe(true)
})

test('the same month gives the same bytes', async () => {
  expect((await archiveOf(folder, november, key)).equals(archive)).toBe(true)
})

test('the page in it is the one its sources make', async () => {
  expect(String(files.get('verify.html'))).toBe(verifyPage)
  // Else run scripts/build-archive-page.ts.
  expect((await archivePage()) === verifyPage).toBe(true)
  expect(verifyPage).toContain(`content="default-src 'none'; script-src 'sha256-`)
})

describe('what a month is', () => {
  test('a month that goes on is a part of it', async () => {
    const open = mkdtempSync(join(tmpdir(), 'hanout-archived-'))
    tradeDays(open, { days: ['2026-12-01', '2026-12-23'], key })
    const { finding, manifest: said } = await verifyArchive(
      await archiveOf(open, { from: '2026-12-01', to: '2026-12-23' }, key),
      nodeTools,
      { key: null },
    )
    rmSync(open, { recursive: true })
    expect(finding).toBeNull()
    expect(said?.complete).toBe(false)
  })

  test('one whose till had no key is not whole: nobody vouches for it', async () => {
    const keyless = await archiveOf(folder, november, null)
    expect((await verifyArchive(keyless, nodeTools, { key: null })).finding?.code).toBe('unsigned')
  })

  test.each([
    ['from its middle', { from: '2026-11-02', to: '2026-11-30' }, 'badRange'],
    ['over its end', { from: '2026-11-01', to: '2026-12-01' }, 'badRange'],
    ['backwards', { from: '2026-11-01', to: '2026-10-01' }, 'badRange'],
    ['with no shift', { from: '2026-09-01', to: '2026-09-30' }, 'nothingToClose'],
  ])('%s it is refused', async (_name, days, code) => {
    await expect(archiveOf(folder, days, key)).rejects.toThrow(new BooksRefused({ code } as never).message)
  })
})
