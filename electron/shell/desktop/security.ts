import type { Session, WebContents } from 'electron'
import { pageOrigin } from './page-scheme.ts'

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
  session.on('will-download', (event) => event.preventDefault())
}

/** The page stays where it is: no navigation, no new window, no embedded view. */
export function sealContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
