import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { ensureBuilt, screens } from '#electron/cli/built.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { openLog } from '#electron/platform/log.ts'
import { appRoot } from '#electron/platform/paths.ts'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
import type { PageOptions } from '../../harness/browser.ts'
import { openPage } from '../../harness/browser.ts'
import { must } from '../../harness/demo-sale.ts'
import { openShell } from '../../harness/shell-client.ts'
import { phase } from './counter-hands.ts'
import { giveKnownKey } from './known-key.ts'
import { PacedTimers } from './paced-timers.ts'

/** A Monday morning in Marrakech, standing still, so that two runs print the same paper. */
const morning: Clock = { now: () => ({ utcMs: Date.UTC(2026, 10, 23, 9, 30), offsetMinutes: 60 }) }

/** A visitor who has the card in hand already, and a bank that is not asleep. */
const quickPace = 0.3

export interface TillPage {
  readonly page: Page
  readonly till: Till
  /** Of the simulated terminal. */
  readonly timers: PacedTimers
  /** Of all that leaves the till: tries, and lines to acquirers. */
  readonly forwardTimers: PacedTimers
  /** Whatever the page wrote to its console as an error. */
  readonly complaints: string[]
  /** A further page of the same till, as a browser that was closed and opened again. */
  another(options: PageOptions): Promise<Page>
  close(): Promise<void>
}

export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: string[]
}

/** A browser of its own on an address that a till printed. */
export async function openAt(browser: Browser, address: string, options: PageOptions): Promise<Watched> {
  const { page, context } = await openPage(browser, options)
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(address)
  return { page, context, complaints }
}

/** The demo shop in the middle of its morning, for situations that begin there: unlocked, 500 dirhams in the drawer. */
async function openDemoFor(address: string, name: string): Promise<void> {
  const { client, close } = await openShell(address)
  try {
    const started = await client.house.startDemo()
    const unlocked = await client.house.unlock({ person: name.toLowerCase(), pin: '1234' })
    if (!started.ok || !unlocked.ok) throw new Error('the demo shop did not open')
    await must(client, { type: 'openShift', cashier: name, float: 50_000 })
  } finally {
    await close()
  }
}

/**
 * A whole till on an empty folder with its real screens in a real browser: the composition a shop runs, with the time
 * and the ids it is given.
 */
export async function openTillPage(
  browser: Browser,
  options: PageOptions & {
    seed?: string
    pace?: number
    /** Default: as long as a shop waits. */
    forwardPace?: number
    selling?: 'Amina' | 'Hassan'
  },
): Promise<TillPage> {
  await ensureBuilt(appRoot, screens, () => undefined)
  const folder = mkdtempSync(join(tmpdir(), 'hanout-e2e-'))
  giveKnownKey(folder)
  const log = openLog({ level: 'error' })
  let made = 0
  const ids = {
    next() {
      made += 1
      return `${options.seed ?? 'e2e'}-${String(made).padStart(6, '0')}`
    },
  }
  const timers = new PacedTimers(options.pace ?? quickPace)
  const forwardTimers = new PacedTimers(options.forwardPace ?? 1)
  const till = await openTill({
    folder,
    log,
    clock: morning,
    ids,
    simulatedTimers: timers,
    timers: forwardTimers,
  })
  const served = await serveTill(till, { log })
  if (options.selling !== undefined) await openDemoFor(served.newAddress(), options.selling)
  const { page, context, complaints } = await openAt(browser, served.newAddress(), options)
  // Whoever scans at once must find a counter that listens.
  if (options.selling !== undefined) await phase(page, 'idle')
  const contexts = [context]
  return {
    page,
    till,
    timers,
    forwardTimers,
    complaints,
    async another(wanted) {
      const next = await openAt(browser, served.newAddress(), wanted)
      contexts.push(next.context)
      return next.page
    },
    async close() {
      timers.release()
      forwardTimers.release()
      for (const each of contexts) await each.close()
      await served.close()
      await till.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
