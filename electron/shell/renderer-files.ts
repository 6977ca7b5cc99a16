import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { contentSecurityPolicy, sealingHeaders, withNonce } from './content-security.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export interface PageAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** The file of the built screens that `pathname` names; `null` when it names anything else. */
function fileOf(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  // A dot file is ours, not the page's.
  if (/[\0\\]|(^|\/)\./.test(decoded)) return null
  // A path without a type is one of the screens' own addresses: the page draws it.
  const path = normalize(join(folder, extname(decoded) === '' ? 'index.html' : decoded))
  return path.startsWith(folder + sep) && types[extname(path)] !== undefined ? path : null
}

/**
 * Answers one request for the built screens, sealed by the content security policy.
 * @param connect further origins the page may talk to (the WebSocket of the browser shell)
 */
export async function rendererPage(
  folder: string,
  pathname: string,
  connect: readonly string[],
): Promise<PageAnswer> {
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    ...sealingHeaders,
    'Content-Security-Policy': contentSecurityPolicy(nonce, connect),
    // Names of built assets carry their hash; everything else may change with the next version.
    'Cache-Control': pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
  }
  const path = fileOf(folder, pathname)
  const bytes = path === null ? null : await readFile(path).catch(() => null)
  if (path === null || bytes === null) {
    return {
      status: 404,
      headers: { ...headers, 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
      body: 'not here',
    }
  }
  const html = extname(path) === '.html'
  return {
    status: 200,
    headers: { ...headers, 'Content-Type': types[extname(path)] as string },
    body: html ? withNonce(bytes.toString('utf8'), nonce) : bytes,
  }
}
