import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BookWorld } from '#electron/books/book-world.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import type { Period } from '#shared/closing/closing.ts'
import { formatAmount } from '#shared/money/format.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { pdfPages } from '#test/harness/pdf-pages.ts'
import { tradeDays } from '#test/harness/traded-months.ts'
import { type ZPdfJob, zPdf } from './z-pdf.ts'

const now = { utcMs: Date.UTC(2027, 0, 3, 9), offsetMinutes: 60 }
const days = ['2026-10-30', '2026-11-02', '2026-11-03', '2026-12-01', '2027-01-02']
const all = { from: '2026-10-01', to: '2027-01-02' }

/** A till that traded on these days, and the pages of what is asked of it. */
function traded() {
  const folder = testFolder()
  tradeDays(folder, { days, key: null })
  const ledger = openReadOnly(folder)
  const out = join(folder, 'out')
  mkdirSync(out)
  const world: BookWorld = { ledger, folder, now, key: () => null, out, progress: () => undefined }
  const made = async (of: ZPdfJob['of']) => {
    const answer = await zPdf({ language: 'fr', of }, world)
    if (answer.kind !== 'file') throw new Error('a PDF is a file')
    expect(answer.mediaType).toBe('application/pdf')
    const pages = await pdfPages(readFileSync(answer.file))
    return { name: answer.name, texts: pages.map(({ text }) => text.replaceAll('\u00a0', ' ')) }
  }
  return { ledger, made }
}

const amount = (minor: number): string => formatAmount(minor).replaceAll('\u00a0', ' ')

test('every Z of some days, each with its own figures; a shift that is open has none', async () => {
  const { ledger, made } = traded()
  const closed = ledger.shiftsOn(all).filter((shift) => shift.closed !== null)
  const { name, texts } = await made({ ...all, period: 'shift' })
  expect(name).toBe('hanout-z-2026-10-01_2027-01-02.pdf')
  const whole = texts.join('\n')
  expect(whole.match(/CLÔTURE Z/g)).toHaveLength(closed.length)
  for (const { closing } of ledger.closingsIn('shift', all))
    expect(whole).toContain(amount(closing.figures.gross))
  const one = await made({ from: '2026-11-02', to: '2026-11-02', period: 'shift' })
  expect(one.texts.join('').match(/CLÔTURE Z/g)).toHaveLength(1)
})

test('months and years in PDF, and a single closing by its entry', async () => {
  const { ledger, made } = traded()
  for (const period of ['month', 'year'] as const satisfies readonly Period[]) {
    const closings = ledger.closingsIn(period, all)
    expect(closings.length).toBeGreaterThan(0)
    const { texts, name } = await made({ ...all, period })
    expect(name).toBe(`hanout-${period}-2026-10-01_2027-01-02.pdf`)
    for (const { closing } of closings) expect(texts.join('\n')).toContain(amount(closing.figures.gross))
  }
  const [z] = ledger.closingsIn('shift', all)
  const [month] = ledger.closingsIn('month', all)
  if (z === undefined || month === undefined) throw new Error('both were made')
  const own = await made({ closing: z.seq })
  expect(own.name).toBe('hanout-z-1.pdf')
  expect(own.texts.join('')).toContain(amount(z.closing.figures.gross))
  expect((await made({ closing: month.seq })).name).toBe('hanout-month-1.pdf')
})

test('no such closing; days without one; days that have not come', async () => {
  const { made } = traded()
  await expect(made({ closing: 1 })).rejects.toMatchObject({ refusal: { code: 'unknownClosing' } })
  const quiet = { from: '2026-11-10', to: '2026-11-20' }
  await expect(made({ ...quiet, period: 'shift' })).rejects.toMatchObject({
    refusal: { code: 'unknownClosing' },
  })
  await expect(made({ ...quiet, period: 'month' })).rejects.toMatchObject({
    refusal: { code: 'unknownClosing' },
  })
  const future = { from: '2026-11-10', to: '2027-01-04' }
  await expect(made({ ...future, period: 'year' })).rejects.toMatchObject({
    refusal: { code: 'rangeInFuture' },
  })
})
