import { createServer, type Socket } from 'node:net'
import { socketLink } from '#drivers/transport/tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'

/** Where a simulator can be reached, until closed. */
export interface Acceptor {
  /** For people: `tcp 127.0.0.1:4444`, `serial /tmp/terminal`. */
  readonly name: string
  close(): Promise<void>
}

export interface TcpAcceptor extends Acceptor {
  /** The port listened on; the system's choice if asked for 0. */
  readonly port: number
}

/** A connection that can be left unread, so that its far side has to wait. */
export interface HoldableLink extends Link {
  hold(): void
  release(): void
}

/** Waits for clients on a TCP port of this machine. @param options.port [0, 65535], 0 lets the system choose */
export function listenTcp(
  options: { readonly port: number; readonly host?: string },
  accept: (link: HoldableLink) => void,
): Promise<TcpAcceptor> {
  const host = options.host ?? '127.0.0.1'
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    accept(
      Object.assign(socketLink(socket), {
        hold: () => void socket.pause(),
        release: () => void socket.resume(),
      }),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, () => {
      server.off('error', reject)
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : options.port
      resolve({
        name: `tcp ${host}:${port}`,
        port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            for (const socket of sockets) socket.destroy()
          }),
      })
    })
  })
}
