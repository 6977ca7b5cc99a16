import type { Protocol } from 'electron'
import { rendererPage } from '../renderer-files.ts'

/** The page's own origin: neither `file:` (which could read the disk) nor `http:` (which others could claim). */
export const pageOrigin = 'hanout://app'
export const pageAddress = `${pageOrigin}/index.html`
/** The same page as the visitor sees it, for a second display. */
export const customerAddress = `${pageAddress}#customer`

/** Must run before the app is ready: privileges of a scheme are fixed then. */
export function declarePageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'hanout', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built screens, and only them, to the page. */
export function servePageScheme(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle('hanout', async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'app' || request.method !== 'GET') return new Response('not here', { status: 404 })
    const page = await rendererPage(folder, url.pathname, [])
    const body = typeof page.body === 'string' ? page.body : new Uint8Array(page.body)
    return new Response(body, { status: page.status, headers: { ...page.headers } })
  })
}
