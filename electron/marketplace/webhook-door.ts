import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CurrentMarket } from '#electron/forwarders/marketplace/connected-market.ts'
import type { Log } from '#electron/platform/log.ts'

export interface WebhookDoorParts {
  readonly current: CurrentMarket
  /** The platform says that something happened: orders are to be asked for. */
  readonly wake: () => void
  readonly log: Log
}

/** An event names an order; a whole order with all its lines is well below this. */
const mostBytes = 1024 * 1024
/** For one request, milliseconds. */
const patienceMs = 10_000
const mostConnections = 64
/** Events remembered, so that one said again wakes nobody. */
const mostRemembered = 1_000

/**
 * Where a platform's webhooks come in. An event is believed by its signature only, and no further than that there is
 * something to ask for: late, doubled, reordered and forged ones do no harm, lost ones cost a wait.
 */
export class WebhookDoor {
  readonly #parts: WebhookDoorParts
  readonly #heard = new Set<string>()
  #server: Server | null = null

  constructor(parts: WebhookDoorParts) {
    this.#parts = parts
  }

  /** @returns the port, or `null`: it is taken or not to be had, and orders are only asked for */
  async open(place: { readonly host: string; readonly port: number }): Promise<number | null> {
    await this.close()
    const server = createServer((request, response) => void this.#answer(request, response))
    server.requestTimeout = patienceMs
    server.headersTimeout = patienceMs
    server.maxConnections = mostConnections
    this.#server = server
    return new Promise((resolve) => {
      server.on('error', (error) => {
        this.#parts.log.warn({ err: error }, 'webhooks cannot come in')
        resolve(null)
      })
      server.listen(place.port, place.host, () => resolve((server.address() as AddressInfo).port))
    })
  }

  async close(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server?.listening !== true) return
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = await this.#judge(request).catch(() => 400)
    // What is left of a request that was too large is not waited for.
    response.writeHead(status, { 'content-length': '0', connection: 'close' }).end()
  }

  /** @returns the HTTP status */
  async #judge(request: IncomingMessage): Promise<number> {
    if (request.method !== 'POST') return 405
    const market = this.#parts.current()?.market
    if (market?.readEvent === undefined) return 404
    const body = await bodyOf(request)
    if (body === null) return 413
    const read = market.readEvent(headersOf(request), body)
    if (!read.ok) return read.code === 'badSignature' ? 401 : 400
    if (!this.#isNew(read.event)) return 200
    this.#parts.wake()
    return 200
  }

  #isNew(event: string): boolean {
    if (this.#heard.has(event)) return false
    this.#heard.add(event)
    const [oldest] = this.#heard
    if (this.#heard.size > mostRemembered && oldest !== undefined) this.#heard.delete(oldest)
    return true
  }
}

/** @returns `null` as soon as it is more than anybody means */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** One that comes several times is one text, as HTTP joins them. */
const headersOf = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
