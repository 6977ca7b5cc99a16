import { isIP } from 'node:net'
import { checkServerIdentity, createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { socketLink } from './tcp.node.ts'
import { secured, TlsError, type TlsTrouble } from './tls.node.ts'
import type { Transport, TransportErrorCode } from './transport.ts'
import { TransportError } from './transport.ts'

export interface TlsClientOptions {
  /** What the far side's certificate must be for: a name, or an address it lists. */
  readonly host: string
  /** PEM of an authority that is trusted beside the system's own; `null`: none. */
  readonly authority: string | null
  /** Who we are, PEM both; `null`: we show no certificate. The key stays in this process's memory. */
  readonly own: { readonly certificate: string; readonly key: string } | null
}

const codes: Readonly<Record<TlsTrouble, TransportErrorCode>> = {
  untrusted: 'denied',
  notTls: 'unsupported',
  lost: 'io',
}

/**
 * TLS over another transport, each side known by its certificate. The handshake is part of opening. A far side that
 * does not take our certificate says so only after it, as TLS 1.3 has it (RFC 8446 §4.4.2.4): the link is lost then,
 * with its reason, before anything was read.
 * @throws TransportError `unsupported` where a certificate or key is none
 */
export function tlsTransport(inner: Transport, options: TlsClientOptions): Transport {
  const name = `${inner.name} with TLS`
  const secureContext = contextOf(options, name)
  return {
    name,
    async open(signal) {
      const link = await inner.open(signal)
      try {
        const socket = await secured(link, {
          secureContext,
          // RFC 6066 §3: an address is no name to ask for.
          ...(isIP(options.host) === 0 ? { servername: options.host } : {}),
          isName: (certificate) => checkServerIdentity(options.host, certificate) === undefined,
          signal: signal ?? new AbortController().signal,
        })
        socket.once('close', () => void link.close())
        return socketLink(socket)
      } catch (cause) {
        await link.close()
        const code = cause instanceof TlsError && !signal?.aborted ? codes[cause.trouble] : 'aborted'
        throw new TransportError(code, `${name}: ${(cause as Error).message}`, { cause })
      }
    },
  }
}

function contextOf({ authority, own }: TlsClientOptions, name: string): SecureContext {
  try {
    return createSecureContext({
      ca: [...getCACertificates('default'), ...(authority === null ? [] : [authority])],
      ...(own === null ? {} : { cert: own.certificate, key: own.key }),
    })
  } catch {
    // What the library says may quote the key.
    throw new TransportError(
      'unsupported',
      `${name}: a certificate or key that is none, or not of one another`,
    )
  }
}
