import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { LinkCore } from './link-core.ts'
import { transportError } from './system-error.ts'
import type { Transport } from './transport.ts'
import { TransportError } from './transport.ts'

/** Pause before a device that takes nothing at the moment is offered the rest, ms. */
const retryMs = 20

/**
 * A device that is only written to (`/dev/usb/lp0`), or a plain file that grows. Nothing is ever read from it.
 * Opened without blocking, so that a printer that stopped taking bytes stalls the job and not the till.
 */
export function fileTransport(options: { readonly path: string }): Transport {
  const { path } = options
  const name = `file ${path}`
  // A device that is unplugged must not come back as a plain file of its name.
  const create = path.startsWith('/dev/') ? 0 : constants.O_CREAT
  return {
    name,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const flags = constants.O_WRONLY | constants.O_APPEND | (constants.O_NONBLOCK ?? 0) | create
      const handle = await open(path, flags, 0o600).catch((cause) => {
        throw transportError(name, cause)
      })
      let shut = false
      const core = new LinkCore({
        async send(bytes) {
          try {
            await writeAll(handle, bytes, () => shut)
          } catch (cause) {
            const error = transportError(name, cause)
            queueMicrotask(() => core.lost(error.message))
            throw error
          }
        },
        async shut() {
          shut = true
          await handle.close()
        },
      })
      core.onClose(() => {
        shut = true
      })
      return core
    },
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, gaveUp: () => boolean): Promise<void> {
  let offset = 0
  while (offset < bytes.length) {
    if (gaveUp()) throw new TransportError('closed', 'closed while writing')
    try {
      const { bytesWritten } = await handle.write(bytes, offset, bytes.length - offset)
      offset += bytesWritten
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EAGAIN') throw cause
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}
