import type { BrowserWindow } from 'electron'
import type { ApiContext } from '#electron/api/context.ts'
import type { ElectronParts } from './electron-parts.ts'
import { servePort } from './port.ts'

/** A page that dies is drawn again; one that dies this often in a row (within a minute each) is left alone. */
const mostRevivals = 5
const revivalMs = 60_000

/**
 * Opens a window on a page of the till. Each time its page has loaded (also after a reload) it is handed one fresh
 * port; the sale is not in the page, so losing it loses nothing.
 */
export function openWindow(
  parts: Pick<ElectronParts, 'BrowserWindow' | 'MessageChannelMain'>,
  context: ApiContext,
  preload: string,
  address: string,
): BrowserWindow {
  const window = new parts.BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    title: 'Hanout',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  const contents = window.webContents
  contents.on('did-finish-load', () => {
    const { port1, port2 } = new parts.MessageChannelMain()
    servePort(port1, context)
    contents.postMessage('hanout-port', null, [port2])
  })
  let revivals = 0
  let revivedAtMs = Number.NEGATIVE_INFINITY
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    context.log.error({ reason }, 'the page died')
    const nowMs = performance.now()
    revivals = nowMs - revivedAtMs < revivalMs ? revivals + 1 : 1
    revivedAtMs = nowMs
    if (revivals <= mostRevivals) contents.reload()
  })
  window.once('ready-to-show', () => window.show())
  window.loadURL(address).catch((error: unknown) => {
    context.log.error({ err: error }, 'the page did not load')
  })
  return window
}
