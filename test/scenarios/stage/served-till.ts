import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import { openDemoShop } from '../../harness/demo-sale.ts'
import { openShell, type TillClient } from '../../harness/shell-client.ts'
import { talkativeLog } from './talkative-log.ts'

/** A whole till with its demo shop open, as a shop runs it, and everything that leaves it. */
export interface ServedTill {
  readonly folder: string
  readonly till: Till
  readonly client: TillClient
  /** What the rooms logged, before the log's own net. */
  readonly logged: readonly string[]
  /** What was sent to the page. */
  readonly sent: readonly string[]
  /** Waits for a view of the counter. */
  until(wanted: (view: CheckoutView) => boolean): Promise<CheckoutView>
  stop(): Promise<void>
}

/** Opens it; its log, at its most talkative, is a file of the folder too. */
export async function servedTill(): Promise<ServedTill> {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-till-'))
  const logged: string[] = []
  const sent: string[] = []
  const stopped = new AbortController()
  const log = talkativeLog(folder, logged, stopped.signal)
  const till = await openTill({ folder, log })
  const served = await serveTill(till, { log, rendererFolder: folder })
  const shell = await openShell(served.newAddress())
  shell.socket.on('message', (raw) => sent.push(String(raw)))
  await openDemoShop(shell.client)
  return {
    folder,
    till,
    client: shell.client,
    logged,
    sent,
    async until(wanted) {
      for await (const view of await shell.client.counter.watch()) if (wanted(view)) return view
      throw new Error('the counter is gone')
    },
    async stop() {
      stopped.abort()
      await served.close()
      await till.close()
      rmSync(folder, { recursive: true })
    },
  }
}
