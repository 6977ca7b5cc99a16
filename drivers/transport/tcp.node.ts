import { connect, type Socket } from 'node:net'
import { LinkCore } from './link-core.ts'
import { transportError } from './system-error.ts'
import type { Link, Transport } from './transport.ts'
import { TransportError } from './transport.ts'

export interface TcpOptions {
  readonly host: string
  readonly port: number
  /** [100, 60000] ms, default 5000. Covers the name look-up. */
  readonly connectTimeoutMs?: number
  /**
   * How long a closing side waits for the far side to close too before it lets go. [0, 60000] ms, default 1000. What is
   * sent to us after that would reset the connection, and with it what the far side has not read: a printer, which
   * reads as slowly as it prints and says so meanwhile, needs as long as its paper.
   */
  readonly lingerMs?: number
}

/** Idle time before the kernel asks whether the far side still lives, ms. */
const keepAliveMs = 10_000
const usualLingerMs = 1_000

/** A TCP client. Each `open` is a new connection; reading never stops, so a far side that closes is noticed. */
export function tcpTransport(options: TcpOptions): Transport {
  const name = `tcp ${options.host}:${options.port}`
  const timeoutMs = options.connectTimeoutMs ?? 5_000
  return {
    name,
    open(signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new TransportError('aborted', `${name}: gave up opening`))
        const socket = connect({ host: options.host, port: options.port })
        const fail = (error: TransportError): void => {
          settle()
          socket.on('error', () => undefined)
          socket.destroy()
          reject(error)
        }
        const onError = (cause: Error): void => fail(transportError(name, cause))
        const onAbort = (): void => fail(new TransportError('aborted', `${name}: gave up opening`))
        const timer = setTimeout(
          () => fail(new TransportError('timeout', `${name}: no answer in ${timeoutMs} ms`)),
          timeoutMs,
        )
        const settle = (): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', onAbort)
          socket.off('error', onError)
        }
        signal?.addEventListener('abort', onAbort)
        socket.once('error', onError)
        socket.once('connect', () => {
          settle()
          resolve(socketLink(socket, options.lingerMs))
        })
      })
    },
  }
}

/** A connected socket as a link; for clients and for the listeners of simulators. */
export function socketLink(socket: Socket, lingerMs = usualLingerMs): Link {
  socket.setNoDelay(true)
  socket.setKeepAlive(true, keepAliveMs)
  let trouble = 'the far side closed the connection'
  const core = new LinkCore({
    send: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(transportError('tcp', error)) : resolve()))
      }),
    shut: () =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve()
        // end(), not destroy(): a reset would throw away what the far side has not read yet.
        const letGo = setTimeout(() => socket.destroy(), lingerMs)
        socket.once('close', () => {
          clearTimeout(letGo)
          resolve()
        })
        socket.end()
        // Reading goes on, or a full receive buffer would keep the far side's end from arriving.
        socket.resume()
      }),
  })
  socket.on('data', (bytes) => core.receive(bytes))
  socket.on('error', (error) => {
    trouble = error.message
  })
  socket.on('close', () => core.lost(trouble))
  return core
}
