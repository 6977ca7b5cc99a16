import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { ApiContext } from '#electron/api/context.ts'
import { openSession } from '#electron/api/session.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Till } from '#electron/till-parts.ts'
import type { ElectronParts } from './electron-parts.ts'
import { customerAddress, declarePageScheme, pageAddress, servePageScheme } from './page-scheme.ts'
import { sealContents, sealSession } from './security.ts'
import { openWindow } from './window.ts'

export interface DesktopOptions {
  /** The till's data folder; Chromium's own files go beside the ledger, so that one folder is one instance. */
  readonly data: string
  readonly openTill: () => Promise<Till>
  readonly log: Log
  readonly rendererFolder: string
  /** The bundled preload script. */
  readonly preload: string
  /** Tells whoever started us, in one sentence. */
  readonly complain: (sentence: string) => void
}

const answerMs = 300

/** The desktop shell, from the first line of `main.ts` to the last window: called before Electron is ready. */
export async function runDesktop(parts: ElectronParts, options: DesktopOptions): Promise<void> {
  const { app } = parts
  app.enableSandbox()
  app.setPath('userData', join(options.data, 'window'))
  declarePageScheme(parts.protocol)
  let window: BrowserWindow | null = null
  let customer: BrowserWindow | null = null
  let openCustomer = (): void => undefined
  let till: Till | null = null
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('web-contents-created', (_event, contents) => sealContents(contents, () => openCustomer()))
  // Also on macOS: a till without its window is not a till.
  app.on('window-all-closed', () => app.quit())
  let closing = false
  app.on('before-quit', (event) => {
    if (till === null) return
    // `exit` below ends the process without asking again; until then every wish to quit waits for the till.
    event.preventDefault()
    if (closing) return
    closing = true
    till
      .close()
      .catch((error: unknown) => options.log.error({ err: error }, 'the till did not close well'))
      .finally(() => app.exit(0))
  })

  await app.whenReady()
  try {
    till = await options.openTill()
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    options.complain(sentence)
    parts.dialog.showErrorBox('Hanout', sentence)
    app.exit(1)
    return
  }
  till.backups.onRestored(() => {
    // The window has its answer first; then the till closes, and a new one begins with what was brought back.
    setTimeout(() => {
      app.relaunch()
      app.quit()
    }, answerMs)
  })
  const context: ApiContext = {
    till,
    session: openSession(till, () => performance.now()),
    log: options.log,
  }
  parts.Menu.setApplicationMenu(null)
  sealSession(parts.session.defaultSession)
  servePageScheme(parts.protocol, options.rendererFolder)
  openCustomer = () => {
    if (customer !== null) return customer.focus()
    customer = openWindow(parts, context, options.preload, customerAddress)
    customer.on('closed', () => {
      customer = null
    })
  }
  window = openWindow(parts, context, options.preload, pageAddress)
  // A visitor's screen without a till behind it is a promise nobody keeps.
  window.on('closed', () => customer?.close())
}
