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
/** A burst that a busy machine stretched into slow typing is no scan. */
const lostMs = 10_000
const program = join(import.meta.dirname, 'programs', 'measured-till.ts')

type Wanted<Kind extends Told['told']> = Extract<Told, { readonly told: Kind }>

async function heard<Kind extends Told['told']>(till: ChildProcess, kind: Kind): Promise<Wanted<Kind>> {
  for (;;) {
    const [told] = (await once(till, 'message')) as [Told]
    if (told.told === kind) return told as Wanted<Kind>
  }
}

const ask = (till: ChildProcess, what: Ask['ask']): void => void till.send({ ask: what } satisfies Ask)

/** The page's own clock, in its global scope. */
interface Watching {
  /** When the browser received the last Enter, on `performance.now()`'s clock. */
  enteredMs: number
  /** Resolves to the ms from that Enter until what was waited for is painted. */
  painted: Promise<number>
}

/** A page that knows when it was last given an Enter, before any listener of its own takes the key away. */
async function openWatching(browser: Browser, address: string): Promise<Page> {
  const { page } = await openPage(browser, { locale: 'fr' })
  await page.addInitScript(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') (globalThis as unknown as Watching).enteredMs = event.timeStamp
    }
    addEventListener('keydown', onKey, { capture: true })
  })
  await page.goto(address)
  return page
}

/** Counted things only: they can be sold again and again. */
const barcodeOf = (n: number): string => demoItem(((n * 7_919) % (items / 5)) * 5).barcodes[0] ?? ''

/**
 * Scans once.
 * @returns ms from the last key, as the browser received it, to the frame after the one that shows `selector`
 */
async function scanUntil(page: Page, code: string, selector: string): Promise<number> {
  await page.evaluate((wanted) => {
    const watching = globalThis as unknown as Watching
    watching.painted = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector(wanted) === null) return
        observer.disconnect()
        // The first frame draws it; when the second begins, the first has left for the glass.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.now() - watching.enteredMs)),
        )
      })
      observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-count'] })
    })
  }, selector)
  await scan(page, code)
  const ms = await page.evaluate(
    (giveUpMs) =>
      Promise.race([
        (globalThis as unknown as Watching).painted,
        new Promise<null>((resolve) => setTimeout(() => resolve(null), giveUpMs)),
      ]),
    lostMs,
  )
  if (ms === null) throw new Error(`nothing was painted ${lostMs} ms after a scan: is this machine idle?`)
  return ms
}

/** @returns ms from key to paint, of scans at the till's own screens */
async function scans(browser: Browser, address: string, till: ChildProcess): Promise<number[]> {
  const page = await openWatching(browser, address)
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
  await page.context().close()
  return times
}

/** @returns ms from key to paint, of an echo over a bare socket of the same process */
async function echoes(browser: Browser, address: string): Promise<number[]> {
  const page = await openWatching(browser, address)
  await page.locator('[data-open=yes]').waitFor()
  const times: number[] = []
  for (let n = 0; n < warmUp + samples; n++) {
    const ms = await scanUntil(page, barcodeOf(n), `#seen[data-count="${n + 1}"]`)
    if (n >= warmUp) times.push(ms)
  }
  await page.context().close()
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
      const echoed = await echoes(browser, bareAddress)
      const paint = await scans(browser, address, till)
      ask(till, 'times')
      const told = await heard(till, 'times')
      const inTill = told.times.slice(warmUp)
      const disk = told.bare.slice(warmUp)
      return [
        {
          figure: 'scan → answer and view sent, in the till, 100,000 items',
          bar: `p95 ≤ ${tillBarMs} ms`,
          median: median(inTill),
          p95: p95(inTill),
          unit: 'ms',
          yardstick: `${Number(median(disk).toPrecision(3))} ms (p95 ${Number(p95(disk).toPrecision(3))}): one bare durable insert`,
          ratio: median(inTill) / median(disk),
          met: inTill.length === samples && p95(inTill) <= tillBarMs,
        },
        {
          figure: 'scan → line painted in Chromium, 100,000 items',
          bar: `p95 ≤ ${paintBarMs} ms`,
          median: median(paint),
          p95: p95(paint),
          unit: 'ms',
          yardstick: `${Number(median(echoed).toPrecision(3))} ms: a number echoed over a bare socket and painted`,
          ratio: median(paint) / median(echoed),
          met: p95(paint) <= paintBarMs,
        },
      ]
    } finally {
      await browser.close()
      if (till.connected) {
        const ended = once(till, 'exit')
        ask(till, 'end')
        await ended
      }
    }
  })
}

export const figure: Figure = { name: 'scan', bar: 'p95 ≤ 16 ms in the till, ≤ 50 ms to paint', run }
