import { createServer, type Server } from 'node:tls'
import { linkDuplex } from '#drivers/transport/link-duplex.ts'
import { socketLink } from '#drivers/transport/tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { testAuthorityPem, testHostKeyPem, testHostPem } from './test-certificate.data.ts'

/** What the host proves itself with, and whom it lets in; PEM. */
export interface HostCertificate {
  readonly cert: string
  readonly key: string
  /** Authority of the tills' certificates, without one of which none is let in; `null`: anybody is. */
  readonly clients: string | null
}

/** @param asksClients only tills with the test certificate, or another of its authority, are let in */
export const testHostCertificate = (asksClients: boolean): HostCertificate => ({
  cert: testHostPem,
  key: testHostKeyPem,
  clients: asksClients ? testAuthorityPem : null,
})

/** TLS for clients that come on any link; it listens nowhere by itself. */
export class TlsDoor {
  readonly #server: Server

  constructor(
    { cert, key, clients }: HostCertificate,
    accept: (link: Link) => void,
    report: (line: string) => void,
  ) {
    const asking = clients === null ? {} : { ca: clients, requestCert: true, rejectUnauthorized: true }
    this.#server = createServer({ cert, key, minVersion: 'TLSv1.2', ...asking }, (socket) =>
      accept(socketLink(socket)),
    )
    // A client that does not like our certificate, has none we like, or speaks no TLS, is gone; that is all.
    this.#server.on('tlsClientError', (error, socket) => {
      report(`line dropped: ${error.message}`)
      socket.destroy()
    })
  }

  accept(link: Link): void {
    const wire = linkDuplex(link)
    wire.on('error', () => undefined)
    this.#server.emit('connection', wire)
  }

  close(): void {
    this.#server.close()
  }
}
