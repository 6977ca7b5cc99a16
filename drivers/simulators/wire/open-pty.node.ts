import { rmSync } from 'node:fs'
import { rm, symlink } from 'node:fs/promises'
import type { ReadStream } from 'node:tty'
import * as pty from '@lydell/node-pty'
import { SerialPort } from 'serialport'
import { LinkCore } from '#drivers/transport/link-core.ts'
import { transportError } from '#drivers/transport/system-error.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { Acceptor } from './listen-tcp.node.ts'

export interface PtyOptions {
  /** A symbolic link to the client's end is kept here, as a stable name; replaced if it exists, gone after `close`. */
  readonly linkPath?: string
  /** How long the line stays away after the simulator closed it, ms, default 250: a USB plug pulled and put back. */
  readonly awayMs?: number
}

export interface PtyAcceptor extends Acceptor {
  /** What a client opens: the link path, or the present device. */
  readonly path: string
}

/** What node-pty's `open` gives and its types leave out. */
interface OpenPty {
  readonly master: ReadStream
  readonly slave: ReadStream
  readonly ptsName: string
}

/**
 * A serial line made of a pseudo-terminal: `accept` gets our end, a client opens `path` like any serial port. As on a
 * real line nobody notices the client leaving. When the simulator closes its end the device vanishes, its name with it,
 * comes back after `awayMs` and is accepted anew.
 * @throws TransportError where the system has no pseudo-terminals
 */
export async function openPty(options: PtyOptions, accept: (link: Link) => void): Promise<PtyAcceptor> {
  const { linkPath, awayMs = 250 } = options
  let closed = false
  let path = ''
  let present: Link | null = null
  let returning: NodeJS.Timeout | null = null

  const appear = async (): Promise<void> => {
    const made = await makeLine()
    path = made.path
    present = made.link
    if (linkPath !== undefined) {
      await rm(linkPath, { force: true })
      await symlink(path, linkPath)
    }
    made.link.onClose(() => {
      if (closed) return
      // At once: the system gives the number of a device that is gone to the next one, and the name must not lead there.
      if (linkPath !== undefined) rmSync(linkPath, { force: true })
      returning = setTimeout(() => void appear().catch(() => undefined), awayMs)
    })
    accept(made.link)
  }
  await appear()

  return {
    get name() {
      return `serial ${linkPath ?? path}`
    },
    get path() {
      return linkPath ?? path
    },
    async close() {
      closed = true
      if (returning !== null) clearTimeout(returning)
      await present?.close()
      if (linkPath !== undefined) await rm(linkPath, { force: true })
    },
  }
}

async function makeLine(): Promise<{ readonly path: string; readonly link: Link }> {
  const { open } = pty as unknown as { open(options: { encoding: null }): OpenPty }
  const { master, slave, ptsName } = open({ encoding: null })
  // Held open through the serial library, never read: that puts the line discipline in raw mode (no echo, no newline
  // translation either way) before a client comes, and keeps the line alive while there is none.
  const hold = await SerialPort.binding
    .open({ path: ptsName, baudRate: 9600, lock: false, hupcl: false })
    .catch((cause: unknown) => {
      throw transportError(ptsName, cause)
    })
  // node-pty reads this end too and would steal the client's bytes.
  slave.destroy()
  const core = new LinkCore({
    send: (bytes) =>
      new Promise((resolve, reject) => {
        master.write(Buffer.from(bytes), (error) =>
          error ? reject(transportError(ptsName, error)) : resolve(),
        )
      }),
    shut: async () => {
      master.destroy()
      await hold.close()
    },
  })
  master.on('data', (bytes: Buffer) => core.receive(bytes))
  master.on('error', (error: Error) => core.lost(error.message))
  master.on('close', () => core.lost('the line was closed'))
  return { path: ptsName, link: core }
}
