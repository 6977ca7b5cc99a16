import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ensureBuilt, screens } from '#electron/cli/built.ts'
import { appRoot } from '#electron/platform/paths.ts'
import { phase, unlockAs } from '#test/e2e/stage/counter-hands.ts'
import { scan } from '#test/e2e/stage/scanner.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { openBrowser, openPage } from '#test/harness/browser.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { type Figure, median, p95, type Row } from './figure.ts'
import type { Ask, Told } from './programs/measured-till.ts'

const items = 100_000
const warmUp = 20
const samples = 120
/** Lines of a sale before it is cancelled and the next begins: what a busy counter has open. */
const linesOfSale = 10
const tillBarMs = 16
const paintBarMs = 50
const program = join(import.meta.dirname, 'programs', 'measured-till.ts')

type Wanted<Kind extends Told['told']> = Extract<Told, { readonly told: Kind }>

async function heard<Kind extends Told['told']>(till: ChildProcess, kind: Kind): Promise<Wanted<Kind>> {
  for (;;) {
    const [told] = (await once(till, 'message')) as [Told]
    if (told.told === kind) return told as Wanted<Kind>
  }
}

const ask = (till: ChildProcess, what: Ask['ask']): void => void till.send({ ask: what } satisfies Ask)

/** The page's own clock, in its global scope: from the Enter of a scan until what was waited for is painted. */
interface Watching {
  painted: Promise<number>
}

/** Counted things only: they can be sold again and again. */
const barcodeOf = (n: number): string => demoItem(((n * 7_919) % (items / 5)) * 5).barcodes[0] ?? ''

/** Scans once. @returns ms from the last key, as the browser received it, to the frame after the one that shows `selector` */
async function scanUntil(page: Page, code: string, selector: string): Promise<number> {
  await page.evaluate((wanted) => {
    const watching = globalThis as unknown as Watching
    watching.painted = new Promise((resolve) => {
      let fromMs = 0
      const onKey = (event: KeyboardEvent): void => {
        if (event.key === 'Enter') fromMs = event.timeStamp
      }
      addEventListener('keydown', onKey, { capture: true })
      const observer = new MutationObserver(() => {
        if (document.querySelector(wanted) === null) return
        observer.disconnect()
        removeEventListener('keydown', onKey, { capture: true })
        // The first frame draws it; when the second begins, the first has left for the glass.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - fromMs)))
      })
      observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-count'] })
    })
  }, selector)
  await scan(page, code)
  return page.evaluate(() => (globalThis as unknown as Watching).painted)
}

/** @returns ms from key to paint, of scans at the till's own screens */
async function scans(browser: Browser, address: string, till: ChildProcess): Promise<number[]> {
  const { page, context } = await openPage(browser, { locale: 'fr' })
  await page.goto(address)
  await unlockAs(page, 'p-amina')
  await phase(page, 'idle')
  await page.getByTestId('tiles').locator('button').first().waitFor()
  const times: number[] = []
  for (let n = 0; n < warmUp + samples; n++) {
    const line = (n % linesOfSale) + 1
    const ms = await scanUntil(page, barcodeOf(n), `[data-testid="line-${line}"]`)
    if (n >= warmUp) times.push(ms)
    if (line === linesOfSale) {
      ask(till, 'cancelSale')
      await phase(page, 'idle')
    }
  }
  await context.close()
  return times
}

/** @returns ms from key to paint, of an echo over a bare socket of the same process */
async function echoes(browser: Browser, address: string): Promise<number[]> {
  const { page, context } = await openPage(browser, { locale: 'fr' })
  await page.goto(address)
  await page.locator('[data-open=yes]').waitFor()
  const times: number[] = []
  for (let n = 0; n < warmUp + samples; n++) {
    const ms = await scanUntil(page, barcodeOf(n), `#seen[data-count="${n + 1}"]`)
    if (n >= warmUp) times.push(ms)
  }
  await context.close()
  return times
}

async function run(): Promise<readonly Row[]> {
  await ensureBuilt(appRoot, screens, () => undefined)
  return withFolder(async (folder) => {
    generateLedger(folder, { items, tickets: 100 })
    const till = fork(program, [folder])
    const browser = await openBrowser()
    try {
      const { address, bareAddress } = await heard(till, 'served')
      const bare = await echoes(browser, bareAddress)
      const paint = await scans(browser, address, till)
      ask(till, 'times')
      const inTill = (await heard(till, 'times')).times.slice(warmUp)
      return [
        {
          figure: 'scan → answer and view sent, in the till, 100,000 items',
          bar: `p95 ≤ ${tillBarMs} ms`,
          median: median(inTill),
          p95: p95(inTill),
          unit: 'ms',
          met: inTill.length === samples && p95(inTill) <= tillBarMs,
        },
        {
          figure: 'scan → line painted in Chromium, 100,000 items',
          bar: `p95 ≤ ${paintBarMs} ms`,
          median: median(paint),
          p95: p95(paint),
          unit: 'ms',
          yardstick: `${Number(median(bare).toPrecision(3))} ms: a number echoed over a bare socket and painted`,
          ratio: median(paint) / median(bare),
          met: p95(paint) <= paintBarMs,
        },
      ]
    } finally {
      await browser.close()
      const ended = once(till, 'exit')
      ask(till, 'end')
      await ended
    }
  })
}

export const figure: Figure = { name: 'scan', bar: 'p95 ≤ 16 ms in the till, ≤ 50 ms to paint', run }
