import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { linkDuplex } from '#drivers/transport/link-duplex.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { type Client, longestRequest, type Manner, pieceBytes } from './client.ts'
import { testTerminalKeyPem, testTerminalPem } from './test-certificate.data.ts'

/** What the terminal shows to prove itself. */
export interface Certificate {
  /** PEM. */
  readonly cert: string
  readonly key: string
}

const testCertificate: Certificate = { cert: testTerminalPem, key: testTerminalKeyPem }

/** `POST /nexo` over TLS for clients that come on any link; it listens nowhere by itself. */
export class HttpsDoor {
  readonly #server: Server

  constructor(hear: (client: Client, text: string) => void, certificate: Certificate = testCertificate) {
    // A payment takes as long as a visitor does: no limit of the server's own.
    const limits = { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 }
    this.#server = createServer({ ...certificate, ...limits }, (request, response) => {
      void serve(request, response, hear)
    })
    // A client that does not like our certificate, or speaks no TLS, is gone; that is all.
    this.#server.on('tlsClientError', (_error, socket) => socket.destroy())
    this.#server.on('clientError', (_error, socket) => socket.destroy())
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

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  hear: (client: Client, text: string) => void,
): Promise<void> {
  const client = new HttpsClient(request, response)
  request.on('error', () => undefined)
  response.on('error', () => undefined)
  // Adyen's libraries for Java and .NET write the slash.
  if (request.url !== '/nexo' && request.url !== '/nexo/') client.status(404)
  else if (request.method !== 'POST') client.status(405)
  else {
    const body = await collect(request)
    if (body === 'tooLong') client.status(413)
    else if (body !== 'cutOff') hear(client, body.toString('utf8'))
  }
}

/** @returns `cutOff`: the client went in the middle of its request, so nothing was asked */
async function collect(request: IncomingMessage): Promise<Buffer | 'tooLong' | 'cutOff'> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > longestRequest) return 'tooLong'
      pieces.push(piece)
    }
  } catch {
    return 'cutOff'
  }
  return request.complete ? Buffer.concat(pieces) : 'cutOff'
}

class HttpsClient implements Client {
  readonly #request: IncomingMessage
  readonly #response: ServerResponse

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.#request = request
    this.#response = response
  }

  answer(message: string, manner: Manner): void {
    if (this.#response.destroyed || this.#response.headersSent) return
    const body = Buffer.from(message, 'utf8')
    this.#response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
    const size = manner.fragment ? pieceBytes : body.length
    for (let at = 0; at < body.length; at += size) this.#response.write(body.subarray(at, at + size))
    this.#response.end()
  }

  acknowledge(): void {
    this.status(200)
  }

  status(code: number): void {
    if (this.#response.destroyed || this.#response.headersSent) return
    this.#response.writeHead(code, { 'Content-Length': 0 }).end()
  }

  drop(): void {
    this.#request.socket.destroy()
  }
}
