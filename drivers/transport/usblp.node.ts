import { constants } from 'node:fs'
import { access, type FileHandle, open } from 'node:fs/promises'
import { deviceFile } from './device-file.node.ts'
import { transportError } from './system-error.ts'
import { type Link, type Transport, TransportError } from './transport.ts'

/** Pause before a printer that has nothing to say is asked again, ms. */
const quietMs = 10
/** More than a printer ever says at once, bytes. */
const largestRead = 4_096

/**
 * A USB printer as Linux's `usblp` driver gives it (`/dev/usb/lp0`): written to and read from at once, so that its status
 * is heard while it prints. Opened without blocking: one that stopped taking bytes stalls the job and not the till. The
 * system lets one program have it at a time (`busy`), and the account of the till needs the right to it (`denied`).
 */
export function usbPrinterTransport(options: { readonly path: string }): Transport {
  const { path } = options
  const name = `usb ${path}`
  return {
    name,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY).catch(
        (cause) => {
          throw transportError(name, cause)
        },
      )
      const stat = await handle.stat()
      if (stat.isCharacterDevice() && signal?.aborted !== true) return usbLink(name, path, handle)
      await handle.close()
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      throw new TransportError('notFound', `${name} is no device`)
    },
  }
}

function usbLink(name: string, path: string, handle: FileHandle): Link {
  const { core, isShut } = deviceFile(name, handle)
  void listen()
  return core

  async function listen(): Promise<void> {
    const buffer = Buffer.alloc(largestRead)
    while (!isShut()) {
      try {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
        if (bytesRead > 0) {
          core.receive(Uint8Array.from(buffer.subarray(0, bytesRead)))
          continue
        }
        // A packet with nothing in it, as some printers answer all day, or a device that went: its name tells.
        await access(path)
      } catch (cause) {
        const { code } = cause as NodeJS.ErrnoException
        // One that only takes: it stays a printer, and says nothing.
        if (code === 'EINVAL') return
        if (code !== 'EAGAIN') return isShut() ? undefined : core.lost((cause as Error).message)
      }
      await new Promise((resolve) => setTimeout(resolve, quietMs))
    }
  }
}
