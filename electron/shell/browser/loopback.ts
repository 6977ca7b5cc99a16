import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { ApiContext } from '#electron/api/context.ts'
import { largestRequestBytes } from '#electron/api/wire.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { sealingHeaders } from '../content-security.ts'
import { rendererPage } from '../renderer-files.ts'
import { type Admission, openAdmission } from './admission.ts'
import { type AdmittedBrowser, readBrowsers, writeBrowsers } from './browsers-file.ts'
import { refusalPage } from './refusal-page.ts'
import { serveSocket } from './socket.ts'

export interface LoopbackOptions {
  readonly context: ApiContext
  /** The built screens. */
  readonly rendererFolder: string
  /** 0: where this folder's till listened last, or else whichever is free. */
  readonly port: number
  /** The wall clock, Unix milliseconds. */
  readonly nowMs: () => number
}

export interface Loopback {
  readonly port: number
  /** A fresh one-time address; the one printed before it is void. */
  newAddress(): string
  /** Ends every connection and frees the port. */
  close(): Promise<void>
}

/** Pages that may be open at once: a till has one screen, perhaps a second for the visitor. */
const mostSockets = 16
const forbidden = JSON.stringify(refuse('forbidden'))

/** Serves the screens and the till's API on 127.0.0.1, to admitted browsers only. @throws when the port is taken. */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  // Above the largest request there is room to say no by name; far above it the connection is cut.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 4 * largestRequestBytes,
    perMessageDeflate: false,
  })
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 })
  const { folder } = options.context.till
  const known = readBrowsers(folder)
  await listening(server, options.port, known.port)
  const { port } = server.address() as AddressInfo
  const remember = (admitted: readonly AdmittedBrowser[]): void => {
    try {
      writeBrowsers(folder, { port, admitted })
    } catch (error) {
      options.context.log.warn({ err: error }, 'after a restart the browsers will need a new address')
    }
  }
  const { nowMs } = options
  const admission = openAdmission({ port, admitted: known.admitted, onAdmitted: remember, nowMs })

  server.on('request', (request, response) => {
    answer(request, response, admission, options.rendererFolder).catch((error: unknown) => {
      options.context.log.error({ err: error }, 'a page could not be served')
      if (response.headersSent) response.destroy()
      else refusePage(response, 500, JSON.stringify(refuse('internal')), 'application/json')
    })
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    if (!mayOpenSocket(request, admission) || sockets.clients.size >= mostSockets) {
      stream.end(
        `HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: ${forbidden.length}\r\nConnection: close\r\n\r\n${forbidden}`,
      )
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(socket, options.context))
  })

  return {
    port,
    newAddress: () => `http://127.0.0.1:${port}/?t=${admission.newToken()}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** @param last tried first where any port will do */
async function listening(server: Server, wanted: number, last: number | null): Promise<void> {
  if (wanted !== 0 || last === null) return listeningOn(server, wanted)
  await listeningOn(server, last).catch(() => listeningOn(server, 0))
}

const listeningOn = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })

const mayOpenSocket = ({ url, headers }: IncomingMessage, admission: Admission): boolean =>
  url === '/till' &&
  admission.isOurHost(headers) &&
  admission.isOurPage(headers) &&
  admission.isInside(headers)

function refusePage(response: ServerResponse, status: number, body: string, type: string): void {
  const headers = { ...sealingHeaders, 'Content-Type': type, 'Cache-Control': 'no-store' }
  response.writeHead(status, { ...headers, 'Content-Security-Policy': "default-src 'none'" })
  response.end(body)
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  admission: Admission,
  folder: string,
): Promise<void> {
  const { headers, method } = request
  if (!admission.isOurHost(headers)) return refusePage(response, 403, forbidden, 'application/json')
  if (method !== 'GET' && method !== 'HEAD') return refusePage(response, 405, forbidden, 'application/json')
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const token = url.pathname === '/' ? url.searchParams.get('t') : null
  const inside = admission.isInside(headers)
  if (token !== null && (inside || method === 'GET')) {
    const cookie = inside ? null : admission.admit(token)
    if (inside || cookie !== null) {
      response.writeHead(303, {
        ...sealingHeaders,
        Location: '/',
        'Cache-Control': 'no-store',
        ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
      })
      response.end()
      return
    }
  }
  if (!inside) return refusePage(response, 403, refusalPage(), 'text/html; charset=utf-8')
  const page = await rendererPage(folder, url.pathname, [`ws://${headers.host}`])
  response.writeHead(page.status, page.headers)
  response.end(method === 'HEAD' ? undefined : page.body)
}
