import type { Duplex } from 'node:stream'
import { connect, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls'
import { linkDuplex } from './link-duplex.ts'
import type { Link } from './transport.ts'

export interface TlsOptions {
  /** Certificate authorities to trust, PEM, and no others. Absent: those Node trusts. */
  readonly ca?: string
  /** Authorities, and who we are, read already; in place of `ca`. */
  readonly secureContext?: SecureContext
  /** Name that is asked for: a far side with several has a certificate for each. Absent: none is. */
  readonly servername?: string
  /** Whether the name in the certificate is the far side's. Its authority was checked before. */
  readonly isName: (certificate: PeerCertificate) => boolean
  /** Gives up the handshake. */
  readonly signal: AbortSignal
}

/**
 * `untrusted`: the far side speaks TLS, but its certificate is not from there or not its own. `notTls`: it speaks
 * something else. `lost`: the line went, or was given up.
 */
export type TlsTrouble = 'untrusted' | 'notTls' | 'lost'

/** No secure line came about: nothing but the handshake was sent. */
export class TlsError extends Error {
  override readonly name = 'TlsError'
  readonly trouble: TlsTrouble
  constructor(trouble: TlsTrouble, detail: string) {
    super(detail)
    this.trouble = trouble
  }
}

/**
 * TLS over an open link. Resolves once both sides are known to each other.
 * @throws TlsError; the link is closed then
 */
export function secured(link: Link, options: TlsOptions): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const wire: Duplex = linkDuplex(link)
    const socket = connect({
      socket: wire,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
      ...(options.secureContext === undefined ? {} : { secureContext: options.secureContext }),
      ...(options.servername === undefined ? {} : { servername: options.servername }),
      minVersion: 'TLSv1.2',
      // The address of a terminal in a shop says nothing; its certificate's own name does.
      checkServerIdentity: (_host, certificate) =>
        options.isName(certificate) ? undefined : new Error('the certificate is for another name'),
    })
    const end = (error: TlsError): void => {
      settle()
      socket.on('error', () => undefined)
      socket.destroy()
      wire.destroy()
      reject(error)
    }
    const onError = (cause: NodeJS.ErrnoException): void => end(new TlsError(troubleOf(cause), cause.message))
    const onClose = (): void => end(new TlsError('lost', 'the line was lost before it was secure'))
    const onAbort = (): void => end(new TlsError('lost', 'gave up before the line was secure'))
    const settle = (): void => {
      socket.off('error', onError)
      socket.off('close', onClose)
      wire.off('close', onClose)
      options.signal.removeEventListener('abort', onAbort)
    }
    socket.once('error', onError)
    socket.once('close', onClose)
    wire.once('close', onClose)
    wire.on('error', () => undefined)
    options.signal.addEventListener('abort', onAbort)
    socket.once('secureConnect', () => {
      settle()
      resolve(socket)
    })
    if (options.signal.aborted) onAbort()
  })
}

/** OpenSSL and Node name what went wrong only by code. */
function troubleOf({ code = '', message }: NodeJS.ErrnoException): TlsTrouble {
  if (
    /wrong version|unsupported protocol|packet length|unknown protocol|bad record|http request/i.test(message)
  ) {
    return 'notTls'
  }
  if (/CERT|SELF_SIGNED|ISSUER|SIGNATURE/.test(code) || /certificate/i.test(message)) return 'untrusted'
  return code.startsWith('ERR_SSL') || code === 'EPROTO' ? 'notTls' : 'lost'
}
