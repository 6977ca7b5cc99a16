import { setTimeout as delay } from 'node:timers/promises'
import { SerialPort } from 'serialport'
import { LinkCore } from './link-core.ts'
import { hangupBinding } from './serial-hangup.node.ts'
import { transportError } from './system-error.ts'
import type { Link, Transport } from './transport.ts'
import { TransportError } from './transport.ts'

export interface SerialOptions {
  /** `/dev/ttyACM0`, `COM3`, or a link to one. */
  readonly path: string
  /** Bits per second, [110, 921600]. */
  readonly baud: number
  readonly dataBits?: 7 | 8
  readonly stopBits?: 1 | 2
  readonly parity?: 'none' | 'even' | 'odd'
  readonly flow?: 'none' | 'rtscts' | 'xonxoff'
}

/** A serial line, 8N1 without flow control unless told otherwise. The port is locked while a link is open. */
export function serialTransport(options: SerialOptions): Transport {
  const { path, baud, dataBits = 8, stopBits = 1, parity = 'none', flow = 'none' } = options
  const name = `serial ${path} ${baud} ${dataBits}${parity.slice(0, 1).toUpperCase()}${stopBits}`
  const bitsPerByte = 1 + dataBits + (parity === 'none' ? 0 : 1) + stopBits
  return {
    name,
    bytesPerSecond: baud / bitsPerByte,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const settings = {
        binding: hangupBinding,
        path,
        baudRate: baud,
        dataBits,
        stopBits,
        parity,
        rtscts: flow === 'rtscts',
        xon: flow === 'xonxoff',
        xoff: flow === 'xonxoff',
        autoOpen: false,
      }
      const port = new SerialPort(settings)
      const link = portLink(name, port)
      await openPatiently(name, port, signal)
      // The operating system cannot be interrupted while it opens; what came too late is let go of again.
      if (signal?.aborted) {
        await link.close()
        throw new TransportError('aborted', `${name}: gave up opening`)
      }
      return link
    },
  }
}

/** How long a closing side still offers what was written to a far side that said stop, ms. */
const lingerMs = 1_000

/**
 * A port that was let go of a moment ago may still be locked: the system keeps it as long as any of its own threads looks
 * at it. Another program's lock does not pass in so short a time.
 */
const lockTries = 10
const lockPauseMs = 20

/** @throws TransportError `busy` where another program has the port */
async function openPatiently(name: string, port: SerialPort, signal?: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await new Promise<void>((resolve, reject) => {
        port.open((error) => (error ? reject(transportError(name, error)) : resolve()))
      })
    } catch (error) {
      const locked = error instanceof TransportError && error.code === 'busy'
      if (!locked || tries === lockTries || signal?.aborted) throw error
      await delay(lockPauseMs)
    }
  }
}

function portLink(name: string, port: SerialPort): Link {
  let trouble = 'the port went away'
  /** Ends a write that hangs. */
  let abandon = (): void => undefined
  const core = new LinkCore({
    send: (bytes) =>
      new Promise((resolve, reject) => {
        const fail = (error: unknown): void => reject(transportError(name, error))
        // Without this a port that vanishes while it drains would leave the writer waiting for ever.
        const onClose = (): void => fail(new TransportError('closed', `${name}: closed while writing`))
        port.once('close', onClose)
        abandon = onClose
        port.write(Buffer.from(bytes), (writeError) => {
          if (writeError) {
            port.off('close', onClose)
            return fail(writeError)
          }
          port.drain((drainError) => {
            port.off('close', onClose)
            if (drainError) fail(drainError)
            else resolve()
          })
        })
      }),
    shut: () =>
      new Promise((resolve) => {
        if (!port.isOpen) return resolve()
        port.close(() => resolve())
      }),
  })
  // A far side that said stop and never says go would keep the writer, and with it the port, for ever.
  core.onClose((reason) => {
    if (reason.kind === 'canceled') setTimeout(() => throwAway(), lingerMs).unref()
  })
  port.on('data', (bytes: Buffer) => core.receive(bytes))
  port.on('error', (error: Error) => {
    trouble = error.message
  })
  port.on('close', (error: Error | null) => core.lost(error?.message ?? trouble))
  return core

  function throwAway(): void {
    if (port.isOpen) port.flush(() => abandon())
  }
}
