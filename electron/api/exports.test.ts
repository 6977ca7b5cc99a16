import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { openBooks } from '#electron/books/open-books.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { ExportAsked, ExportWord } from '#shared/contract/books/exports-door.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { live, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

const asked: ExportAsked = { kind: 'workbook', from: '2024-01-02', to: '2024-01-31', language: 'ar' }

/** The demo shop with `person` standing at it, whose books are those of a real folder. */
async function opened(person: 'hassan' | 'omar' | 'amina' | null, tickets = 20) {
  const folder = testFolder()
  live(testLedger(folder), { items: 20, tickets })
  const fake = fakeTill()
  const books = openBooks({
    folder,
    clock: { now: () => ({ utcMs: Date.UTC(2026, 10, 27), offsetMinutes: 60 }) },
  })
  const till = { ...fake.till, books }
  const session = openSession(till, () => 0)
  const client = createRouterClient(router, { context: { till, session, log: silentLog } })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  return { client, books }
}

async function wordsOf(words: AsyncIterable<ExportWord>): Promise<readonly ExportWord[]> {
  const heard: ExportWord[] = []
  for await (const word of words) heard.push(word)
  return heard
}

test('a manager hears how far it is and fetches the file in pieces', async () => {
  const { client } = await opened('omar', 30)
  const heard = await wordsOf(await client.exports.run(asked))
  expect(heard.slice(0, -1).every(({ kind }) => kind === 'progress')).toBe(true)
  expect(heard.length).toBeGreaterThan(1)
  const last = heard.at(-1)
  if (last?.kind !== 'made') throw new Error('a file')
  const { file, name, bytes, mediaType } = last.file
  expect(file).not.toContain('/')
  expect([name, mediaType]).toEqual([
    'hanout-2024-01-02_2024-01-31.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  const pieces: string[] = []
  for await (const { base64 } of await client.exports.file({ file })) {
    expect(base64.length).toBeLessThanOrEqual(256_000)
    pieces.push(base64)
  }
  const whole = Buffer.from(pieces.join(''), 'base64')
  expect(whole.length).toBe(bytes)
  expect(whole.subarray(0, 2).toString()).toBe('PK')
})

test('a cashier and a locked till get nothing', async () => {
  for (const [person, code] of [
    ['amina', 'managerNeeded'],
    [null, 'locked'],
  ] as const) {
    const { client } = await opened(person, 1)
    expect(await refusalOf(client.exports.run(asked))).toMatchObject({ code })
    expect(await refusalOf(client.exports.file({ file: '1-x.xlsx' }))).toMatchObject({ code })
  }
})

test('what cannot be is said as the last word', async () => {
  const { client } = await opened('hassan', 1)
  const said = async (more: Partial<{ from: string; to: string }>) =>
    wordsOf(await client.exports.run({ ...asked, ...more }))
  expect(await said({ from: 'yesterday' })).toEqual([{ kind: 'refused', refusal: { code: 'badRange' } }])
  expect(await said({ to: '2027-01-01' })).toMatchObject([
    { kind: 'refused', refusal: { code: 'rangeInFuture' } },
  ])
})

test('a file that is not there, or is none of the exports', async () => {
  const { client } = await opened('hassan', 1)
  for (const file of ['1-nothing.xlsx', '../ledger.db', 'shop-key.pem']) {
    expect(await refusalOf(client.exports.file({ file })), file).toEqual({
      code: 'badInput',
      params: { field: 'file' },
    })
  }
})

test('whoever stops listening calls it off, and the books are free', async () => {
  const { client, books } = await opened('hassan', 30)
  const off = new AbortController()
  const words = await client.exports.run(asked, { signal: off.signal })
  expect(await words.next()).toMatchObject({ value: { kind: 'progress' } })
  off.abort()
  await words.return()
  // The process is on its way out; what it held is let go of with it.
  await expect.poll(async () => (await books.run(asked)).ok, { timeout: 20_000 }).toBe(true)
})
