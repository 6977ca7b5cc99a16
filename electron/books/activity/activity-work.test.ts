import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReadOnly } from '#electron/ledger/open.ts'
import { holds } from '#electron/platform/shop-key.ts'
import { formatAmount } from '#shared/money/format.ts'
import { parseSignedText } from '#shared/receipt/signed-code.ts'
import { fixedKey } from '#test/harness/archive-forger.ts'
import { pdfPages } from '#test/harness/pdf-pages.ts'
import { tradeDays } from '#test/harness/traded-months.ts'
import type { BookWorld } from '../book-world.ts'
import { twelveMonths } from './activity-figures.ts'
import { type ActivityJob, activityWork } from './activity-work.ts'

const key = fixedKey()
const days = [
  '2025-11-28',
  '2025-12-30',
  '2026-01-15',
  '2026-06-02',
  '2026-06-03',
  '2026-11-02',
  '2026-11-03',
]
let folder: string
let runs = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-activity-'))
  tradeDays(folder, { days, key, sales: 5 })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function made(job: Partial<ActivityJob>, signing: BookWorld['key'] = () => key) {
  const ledger = openReadOnly(folder)
  runs += 1
  const out = join(folder, `out-${runs}`)
  mkdirSync(out)
  try {
    const now = { utcMs: Date.UTC(2026, 11, 3, 9), offsetMinutes: 60 }
    const world: BookWorld = { ledger, folder, now, key: signing, out, progress: () => undefined }
    const answer = await activityWork({ owner: null, month: '2026-11', language: 'fr', ...job }, world)
    if (answer.kind !== 'file') throw new Error('a PDF is a file')
    const pages = await pdfPages(readFileSync(answer.file), 200)
    const [page] = pages
    if (page === undefined) throw new Error('a page')
    const { data, width, height } = PNG.sync.read(Buffer.from(await page.draw()))
    const code = jsQR(Uint8ClampedArray.from(data), width, height)?.data ?? ''
    return { name: answer.name, pages: pages.length, text: page.text.replaceAll('\u00a0', ' '), code }
  } finally {
    ledger.close()
  }
}

/** Lines of a month worked out a second time, from the journal: ticket, owner, gross and due, signed. */
function linesOf(month: string) {
  const ledger = openReadOnly(folder)
  const lines = [...ledger.entriesAfter(0)].flatMap(({ fact }) => {
    if (fact.kind !== 'saleCompleted' && fact.kind !== 'refundCompleted') return []
    const { ticket } = fact
    if (!ticket.businessDay.startsWith(month)) return []
    const sign = ticket.kind === 'sale' ? 1 : -1
    return ticket.lines.map(({ owner, gross, ownerDue }) => ({
      ticket: ticket.number,
      owner: owner?.owner ?? null,
      gross: sign * gross,
      due: sign * ownerDue,
    }))
  })
  ledger.close()
  return lines
}
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0)
const amount = (minor: number): string => formatAmount(minor).replaceAll('\u00a0', ' ')

test('twelve months end with the one asked for', () => {
  expect(twelveMonths('2026-02')).toEqual([
    ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10'],
    ...['2025-11', '2025-12', '2026-01', '2026-02'],
  ])
})

describe.each([
  ['the shop', null],
  ['an artisan', 'Coopérative Taznakht'],
] as const)('of %s', (_who, owner) => {
  test('one page, whose amounts are those of the ticket lines, and whose code says the same', async () => {
    const { pages, text, code, name } = await made({ owner })
    expect([pages, name]).toEqual([1, 'hanout-activity-2026-11.pdf'])
    const own = twelveMonths('2026-11').map((month) =>
      linesOf(month).filter((line) => owner === null || line.owner === owner),
    )
    const takings = own.map((lines) => sum(lines.map(({ gross }) => gross)))
    const dues = own.map((lines) => sum(lines.map(({ due }) => due)))
    const sales = sum(
      own.map((lines) => new Set(lines.filter(({ gross }) => gross > 0).map(({ ticket }) => ticket)).size),
    )
    expect(sum(takings)).toBeGreaterThan(0)
    for (const each of [...takings, ...dues, sum(takings), sum(dues)]) expect(text).toContain(amount(each))
    const signed = parseSignedText(code)
    expect(signed?.code).toMatchObject({
      kind: 'activity',
      whom: owner ?? '',
      month: '2026-11',
      sales,
      takings,
      dues,
    })
    expect(holds(key.publicKey, signed?.text ?? '', signed?.signature ?? '')).toBe(true)
  })
})

test('a till without a key says that it is not signed, and draws no code', async () => {
  const { text, code } = await made({}, () => null)
  expect(text).toContain('Non signé')
  expect(code).toBe('')
})

test('an artisan nobody knows, a month that has not come, and one that is none', async () => {
  await expect(made({ owner: 'nobody' })).rejects.toMatchObject({ refusal: { code: 'unknownOwner' } })
  await expect(made({ month: '2027-01' })).rejects.toMatchObject({ refusal: { code: 'rangeInFuture' } })
  await expect(made({ month: '2026-13' })).rejects.toMatchObject({ refusal: { code: 'badRange' } })
})
