import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import { socketLink } from '#drivers/transport/tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'

const pem = (name: string): string =>
  readFileSync(new URL(`../fixtures/host-tls/${name}.pem`, import.meta.url), 'utf8')

/** Certificates of a host on this machine and of tills, each good or wrong in one way; a certificate and its key in one. */
export const hostPems = {
  authority: pem('authority'),
  host: pem('host'),
  otherName: pem('other-name'),
  expiredHost: pem('expired-host'),
  strangerHost: pem('stranger-host'),
  till: pem('till'),
  expiredTill: pem('expired-till'),
  strangerTill: pem('stranger-till'),
} as const

export interface TlsDoor {
  readonly port: number
  close(): Promise<void>
}

/**
 * Waits on this machine for tills that show a certificate of our authority; others are turned away in the handshake.
 * @param shown certificate and key of the host
 */
export function listenTls(shown: string, accept: (link: Link) => void): Promise<TlsDoor> {
  const sockets = new Set<TLSSocket>()
  const server = createServer(
    { cert: shown, key: shown, ca: hostPems.authority, requestCert: true, rejectUnauthorized: true },
    (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      accept(socketLink(socket))
    },
  )
  server.on('tlsClientError', () => undefined)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            for (const socket of sockets) socket.destroy()
          }),
      })
    })
  })
}
