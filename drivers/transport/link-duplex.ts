import { Duplex } from 'node:stream'
import type { Link } from './transport.ts'

/**
 * A link as a Node stream, so that the TLS and HTTP of Node run over any wire. Destroying it closes the link; a link
 * that was lost destroys it.
 */
export function linkDuplex(link: Link): Duplex {
  const duplex = new Duplex({
    // Bytes are pushed as they come: the protocols on top bound what is under way by themselves.
    read: () => undefined,
    write(chunk: Uint8Array, _encoding, done) {
      link.write(chunk).then(() => done(), done)
    },
    final(done) {
      link.close().then(() => done(), done)
    },
    destroy(error, done) {
      link.close().then(
        () => done(error),
        () => done(error),
      )
    },
  })
  link.onData((bytes) => {
    if (!duplex.destroyed) duplex.push(bytes)
  })
  link.onClose((reason) => {
    if (duplex.destroyed) return
    // The end first, so that what came before it is still read.
    duplex.push(null)
    if (reason.kind === 'disconnected') duplex.once('end', () => duplex.destroy())
  })
  return duplex
}
