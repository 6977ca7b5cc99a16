import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { live, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import type { BookJob } from './jobs.ts'
import { exportsFolder, openBooks } from './open-books.ts'
import { BooksCalledOff } from './run-job.ts'

const dayMs = 86_400_000
const nowMs = Date.UTC(2026, 10, 27, 18)
const asked: BookJob = { kind: 'workbook', from: '2024-01-02', to: '2024-01-31', language: 'fr' }

/** A till that sold some tickets, and its books. */
function opened(tickets = 10) {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 50, tickets })
  let utcMs = nowMs
  const books = openBooks({ folder, clock: { now: () => ({ utcMs, offsetMinutes: 60 }) } })
  return { folder, ledger, books, out: exportsFolder(folder), later: (ms: number) => (utcMs += ms) }
}

test('a file is whole, lies where works leave theirs, and is handed out in pieces', async () => {
  const { books, out } = opened()
  const heard: number[] = []
  const answer = await books.run(asked, (done, of) => heard.push(done / of))
  if (!answer.ok || answer.value.kind !== 'file') throw new Error('a workbook is a file')
  const { file, name, bytes } = answer.value
  expect(readdirSync(out)).toEqual([basename(file)])
  expect(name).toBe('hanout-2024-01-02_2024-01-31.xlsx')
  const pieces: Uint8Array[] = []
  for await (const piece of (await books.openFile(basename(file), 1000)) ?? []) pieces.push(piece)
  expect(pieces.length).toBe(Math.ceil(bytes / 1000))
  expect(Buffer.concat(pieces).equals(readFileSync(file))).toBe(true)
  for (const part of heard) expect(part).toBeLessThanOrEqual(1)
})

test('only files of the exports folder are handed out', async () => {
  const { books, folder, out } = opened(1)
  mkdirSync(out)
  writeFileSync(join(out, 'note.txt'), 'not made by a work')
  for (const name of ['../ledger.db', 'note.txt', '1-../../ledger.db', join(folder, 'ledger.db'), ''])
    expect(await books.openFile(name, 1000), name).toBeNull()
})

test('one work at a time; the next one is taken once it is over', async () => {
  const { books } = opened()
  const first = books.run(asked)
  expect(await books.run(asked)).toEqual({ ok: false, error: { code: 'booksBusy' } })
  expect((await first).ok).toBe(true)
  expect((await books.run(asked)).ok).toBe(true)
})

test('a refusal leaves nothing behind and the books free', async () => {
  const { books, out } = opened(1)
  expect(await books.run({ ...asked, from: '2024-01-32' })).toEqual({
    ok: false,
    error: { code: 'badRange' },
  })
  const future = await books.run({ ...asked, to: '2026-11-28' })
  expect(future).toEqual({ ok: false, error: { code: 'rangeInFuture', params: { today: '2026-11-27' } } })
  expect(readdirSync(out)).toEqual([])
})

test('a work that is called off ends at once and leaves nothing', async () => {
  const { books, out } = opened(30)
  const off = new AbortController()
  const under = books.run(asked, () => off.abort(), off.signal)
  const early = new AbortController()
  await expect(under).rejects.toThrow(BooksCalledOff)
  expect(readdirSync(out)).toEqual([])
  early.abort()
  await expect(books.run(asked, () => undefined, early.signal)).rejects.toThrow(BooksCalledOff)
  expect((await books.run(asked)).ok).toBe(true)
})

test('closing the till calls the work off', async () => {
  const { books, out } = opened()
  const under = books.run(asked)
  const ended = expect(under).rejects.toThrow(BooksCalledOff)
  await books.close()
  await ended
  expect(readdirSync(out)).toEqual([])
})

test('files are kept for seven days, fifty at most; what a killed till left half done goes', async () => {
  const { books, out, later } = opened(1)
  mkdirSync(join(out, '.part-0123'), { recursive: true })
  writeFileSync(join(out, '.part-0123', 'half.xlsx'), 'half')
  const names = Array.from({ length: 60 }, (_, at) => `${nowMs - at * 1000}-made.xlsx`)
  for (const name of [...names, `${nowMs - 8 * dayMs}-old.xlsx`]) writeFileSync(join(out, name), '')
  later(1)
  expect((await books.run(asked)).ok).toBe(true)
  const kept = readdirSync(out).toSorted().toReversed()
  expect(kept).toEqual([`${nowMs + 1}-hanout-2024-01-02_2024-01-31.xlsx`, ...names.slice(0, 49)])
  later(7 * dayMs + 1)
  await books.run(asked)
  expect(readdirSync(out)).toEqual([`${nowMs + 7 * dayMs + 2}-hanout-2024-01-02_2024-01-31.xlsx`])
})

test('where nothing can be written the work is refused', async () => {
  const { books, folder } = opened(1)
  writeFileSync(exportsFolder(folder), 'a file where the folder would be')
  expect(await books.run(asked)).toEqual({ ok: false, error: { code: 'folderUnwritable' } })
})
