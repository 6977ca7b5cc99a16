import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { verifyPage } from '#electron/books/archive/verify-page.data.ts'
import { runBookJob } from '#electron/books/run-job.ts'
import { openShopKey } from '#electron/platform/shop-key.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { openBrowser, openPage } from '#test/harness/browser.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { type Figure, median, type Row } from './figure.ts'

/** Of the month, and of the shop's history before and after it; smaller ones to try it out. */
const tickets = Number(process.env.HANOUT_ARCHIVE_TICKETS ?? 27_000)
const runs = 3
const days = 30
const now = { utcMs: Date.UTC(2026, 0, 1), offsetMinutes: 60 }
const month = { from: '2024-01-01', to: '2024-01-31' } as const

/** One archive of the month, by the books' process. @returns ms from asking to the file, and where it is */
async function archived(
  folder: string,
  run: number,
): Promise<{ readonly ms: number; readonly file: string }> {
  const out = join(folder, `run-${run}`)
  mkdirSync(out)
  const from = performance.now()
  const answer = await runBookJob({ folder, now, out, job: { kind: 'archive', ...month } }, () => undefined)
  const ms = performance.now() - from
  if (!answer.ok || answer.value.kind !== 'file') throw new Error('an archive is a file')
  return { ms, file: answer.value.file }
}

/** From the choice of the file to the verdict on the screen. @returns ms */
async function checkedInBrowser(page: Page, file: string): Promise<number> {
  const from = performance.now()
  await page.setInputFiles('#file', file)
  const verdict = page.locator('.verdict')
  await verdict.waitFor({ timeout: 120_000 })
  const ms = performance.now() - from
  if ((await verdict.getAttribute('data-verdict')) !== 'whole')
    throw new Error(`the bench archive is not whole: ${await page.locator('#answer').innerText()}`)
  return ms
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    generateLedger(folder, {
      items: 2000,
      tickets,
      ticketsPerDay: Math.ceil(tickets / days),
      closed: true,
    })
    // The shop's key: the books make none.
    openShopKey(folder)
    const writing: number[] = []
    const checking: number[] = []
    let file = ''
    for (let i = 0; i < runs; i++) {
      const made = await archived(folder, i)
      writing.push(made.ms)
      file = made.file
    }
    const html = join(folder, 'verify.html')
    writeFileSync(html, verifyPage)
    const browser = await openBrowser()
    try {
      for (let i = 0; i < runs; i++) {
        const { page, context } = await openPage(browser, { locale: 'en' })
        await context.setOffline(true)
        await page.goto(pathToFileURL(html).href)
        checking.push(await checkedInBrowser(page, file))
        await context.close()
      }
    } finally {
      await browser.close()
    }
    const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
    const size = `${mega(statSync(file).size)} packed`
    const of = `of a month of ${tickets.toLocaleString('en')} tickets`
    return [
      {
        figure: `archive ${of} (${size}), from asking to the file`,
        bar: '≤ 3 s',
        median: median(writing) / 1000,
        p95: null,
        unit: 's',
        met: median(writing) <= 3000,
      },
      {
        figure: `check ${of} in a browser, whole`,
        bar: '≤ 5 s',
        median: median(checking) / 1000,
        p95: null,
        unit: 's',
        met: median(checking) <= 5000,
      },
    ]
  })
}

export const figure: Figure = { name: 'archive', bar: 'archive ≤ 3 s, check in a browser ≤ 5 s', run }
