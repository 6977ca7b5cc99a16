import type { Session, WebContents } from 'electron'
import { customerAddress, pageOrigin } from './page-scheme.ts'

/** What the page may load; receipts and papers are drawn from `data:` and `blob:`. */
const mayLoad = (address: string): boolean =>
  address.startsWith(`${pageOrigin}/`) || /^(data|blob):/.test(address)

/** Takes from every page of this session all that a till's screen has no use for. */
export function sealSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url) }))
  session.on('will-download', (event, item) => {
    // A text the page made itself (a wire trace) may be kept; nothing is fetched from elsewhere.
    if (!item.getURL().startsWith(`blob:${pageOrigin}/`)) event.preventDefault()
  })
}

/**
 * The page stays where it is: no navigation, no embedded view, and no window of its own making. The visitor's is opened
 * by us, sealed like the first.
 */
export function sealContents(contents: WebContents, openCustomer: () => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (url === customerAddress) openCustomer()
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
