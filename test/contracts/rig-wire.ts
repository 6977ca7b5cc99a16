import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { type SerialOptions, serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'

/** A wire between a driver and its simulator. */
export interface RigWire {
  /** The driver's end. */
  readonly transport: Transport
  /** Nobody answers at the far end any more. */
  close(): Promise<void>
}

/** @param accept gets the simulator's end of each open */
export type MakeWire = (accept: (link: Link) => void) => Promise<RigWire>

/** What is put around a wire: a bad line, a tap. */
export type WrapWire = (inner: Transport) => Transport

/** In this process; the only wire that virtual time can pass on. */
export const memoryWire =
  (wrap: WrapWire = (inner) => inner): MakeWire =>
  async (accept) => {
    let plugged = true
    const inner = memoryTransport('memory', (link) => {
      if (!plugged) throw new TransportError('refused', 'unplugged')
      accept(link)
    })
    return {
      transport: wrap(inner),
      close: async () => {
        plugged = false
      },
    }
  }

/** A loopback socket. */
export const tcpWire =
  (wrap: WrapWire = (inner) => inner): MakeWire =>
  async (accept) => {
    const listener = await listenTcp({ port: 0 }, accept)
    return {
      transport: wrap(tcpTransport({ host: '127.0.0.1', port: listener.port })),
      close: () => listener.close(),
    }
  }

/** A pseudo-terminal, found under one path whenever the simulator unplugs itself and comes back. */
export const serialWire =
  (line: Omit<SerialOptions, 'path'>): MakeWire =>
  async (accept) => {
    const folder = await mkdtemp(join(tmpdir(), 'hanout-rig-'))
    const linkPath = join(folder, 'terminal')
    const pty = await openPty({ linkPath, awayMs: 30 }, accept)
    return {
      transport: serialTransport({ path: linkPath, ...line }),
      close: async () => {
        await pty.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  }
