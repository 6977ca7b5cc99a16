import { openLog } from '#electron/platform/log.ts'
import { appRoot } from '#electron/platform/paths.ts'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'
import { ensureBuilt, screens } from './built.ts'
import { openInBrowser } from './default-browser.ts'
import { untilTold } from './signals.ts'

export interface BrowserShellOptions {
  /** The till's data folder. */
  readonly data: string
  /** 0: where this folder’s till listened last, or else whichever is free. */
  readonly port: number
  /** Whether to open the default browser, where there is one. */
  readonly open: boolean
  readonly say: (line: string) => void
}

/**
 * Opens the till and serves it on a loopback page until told to stop.
 * @throws when the folder is in use or unreadable, the port taken, or the screens do not build
 */
export async function runBrowserShell({ data, port, open, say }: BrowserShellOptions): Promise<void> {
  const log = openLog({ level: 'warn' })
  // The till first: a second one on this folder is refused before anything is built or listened on.
  const till = await openTill({ folder: data, log })
  try {
    await ensureBuilt(appRoot, screens, say)
    const served = await serveTill(till, { port, log })
    const address = served.newAddress()
    say(`Hanout is open at ${address}`)
    if (open) openInBrowser(address)
    const quiet = onEnter(() => say(`A new address, for one more browser: ${served.newAddress()}`))
    await untilTold()
    quiet()
    await served.close()
  } finally {
    await till.close()
  }
}

/** Someone at a terminal may press Enter; a pipe or a service has nobody to press it. */
function onEnter(act: () => void): () => void {
  if (!process.stdin.isTTY) return () => undefined
  process.stdin.on('data', act)
  return () => {
    process.stdin.off('data', act)
    process.stdin.pause()
  }
}
