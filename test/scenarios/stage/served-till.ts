import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Log, openLog } from '#electron/platform/log.ts'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import { openDemoShop } from '../../harness/demo-sale.ts'
import { openShell, type TillClient } from '../../harness/shell-client.ts'

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

/** @param stopped a question to a terminal may end after the till, and the folder is gone then */
function talkativeLog(folder: string, logged: string[], stopped: AbortSignal): Log {
  const kept = openLog({
    level: 'debug',
    to: {
      write(line) {
        if (!stopped.aborted) appendFileSync(join(folder, 'hanout.log'), line)
      },
    },
  })
  const both = (level: keyof Log) => (context: object, sentence: string) => {
    const { err } = context as { err?: Error }
    logged.push(JSON.stringify({ ...context, err: err?.stack, sentence }))
    kept[level](context, sentence)
  }
  return { debug: both('debug'), info: both('info'), warn: both('warn'), error: both('error') }
}
