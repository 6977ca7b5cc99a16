import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ShopDoor } from './shop-door.ts'

export interface ShopListener {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  close(): Promise<void>
}

/** What a request may bring: a dozen photographs. */
const mostBytes = 32 * 1024 * 1024

/** Opens the door on a port of this machine. @param port 0: any free one; @throws Error when it is taken */
export function listenShop(door: ShopDoor, port: number): Promise<ShopListener> {
  const server = createServer((request, response) => {
    void serve(door, request, response).catch(() => request.socket.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}

async function serve(door: ShopDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) return void request.socket.destroy()
    parts.push(part)
  }
  const seen = door.ask({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
    ),
    body: Buffer.concat(parts),
  })
  if (seen === 'lost') request.socket.destroy()
  else if (seen !== null) response.writeHead(seen.status, seen.headers).end(seen.body)
}
