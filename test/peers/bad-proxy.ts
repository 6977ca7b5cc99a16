import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faultyWeb, type WebFaultPlan } from '#drivers/marketplaces/faulty-web.ts'
import { fetchWeb } from '#drivers/marketplaces/fetch-web.ts'
import type { Web, WebRequest } from '#drivers/marketplaces/web.ts'
import { realTimers } from '#drivers/transport/timers.ts'

export interface BadProxy {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  close(): Promise<void>
}

/** Longer than whoever asks waits. */
const patienceMs = 60_000

/**
 * A proxy on the loopback that loses, doubles and delays what passes, over real connections: what gets no answer is left
 * open until whoever asked gives up, what does not arrive is a connection that is gone.
 */
export async function badProxy(upstream: string, plan: WebFaultPlan): Promise<BadProxy> {
  const web = faultyWeb(fetchWeb(realTimers), plan, realTimers)
  const server = createServer((request, response) => void pass(web, upstream, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Of this connection only, or made anew by the next one. */
const hopByHop = /^(connection|content-length|content-encoding|host|keep-alive|transfer-encoding)$/

async function pass(
  web: Web,
  upstream: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = new AbortController()
  response.on('close', () => given.abort())
  const outcome = await web({
    method: request.method as WebRequest['method'],
    url: upstream + (request.url ?? '/'),
    headers: kept(request.headers),
    body: await bodyOf(request),
    timeoutMs: patienceMs,
    mostBytes: 32 * 1024 * 1024,
    signal: given.signal,
  })
  if (outcome.end !== 'answered') return void request.socket.destroy()
  response.writeHead(outcome.status, kept(outcome.headers)).end(outcome.body)
}

const kept = (
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !hopByHop.test(name))
      .map(([name, value]) => [name, String(value ?? '')]),
  )

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return parts.length === 0 ? null : Buffer.concat(parts)
}
