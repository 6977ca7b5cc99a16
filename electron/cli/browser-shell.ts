import { openKeychain } from '#electron/platform/keychain.node.ts'
import { openLog } from '#electron/platform/log.ts'
import { appRoot } from '#electron/platform/paths.ts'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
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

/** For the answer to whoever asked for it, before the page is cut off. */
const answerMs = 300

/**
 * Opens the till and serves it on a loopback page until told to stop; opens it anew, on the same port, once a backup was
 * brought back into it.
 * @throws when the folder is in use or unreadable, the port taken, or the screens do not build
 */
export async function runBrowserShell(options: BrowserShellOptions): Promise<void> {
  const { data, open, say } = options
  const log = openLog({ level: 'warn' })
  const keychain = await openKeychain()
  let { port } = options
  let told: Promise<'told'> | null = null
  for (;;) {
    // The till first: a second one on this folder is refused before anything is built or listened on.
    const till = await openTill({ folder: data, log, keychain })
    try {
      const restored = untilRestored(till)
      await ensureBuilt(appRoot, screens, say)
      const served = await serveTill(till, { port, log })
      port = served.port
      if (told === null) {
        const address = served.newAddress()
        say(`Hanout is open at ${address}`)
        if (open) openInBrowser(address)
      }
      const quiet = onEnter(() => say(`A new address, for one more browser: ${served.newAddress()}`))
      told ??= untilTold().then(() => 'told')
      const why = await Promise.race([told, restored])
      quiet()
      await served.close()
      if (why === 'told') return
      say('The till begins anew with what was brought back.')
    } finally {
      await till.close()
    }
  }
}

function untilRestored(till: Till): Promise<'restored'> {
  return new Promise((resolve) => {
    till.backups.onRestored(() => void setTimeout(() => resolve('restored'), answerMs))
  })
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
