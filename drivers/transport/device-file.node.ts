import type { FileHandle } from 'node:fs/promises'
import { LinkCore } from './link-core.ts'
import { transportError } from './system-error.ts'
import { TransportError } from './transport.ts'

/** Pause before a device that takes nothing at the moment is offered the rest, ms. */
const retryMs = 20

/** How long a closing side still offers what was written, ms. */
const lingerMs = 1_000

export interface DeviceFile {
  readonly core: LinkCore
  /** Whether the file is no more to be written to or read from. */
  readonly isShut: () => boolean
}

/** The link to a file opened without blocking. It is lost when the file refuses what is written; nothing is read here. */
export function deviceFile(name: string, handle: FileHandle): DeviceFile {
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
  core.onClose((reason) => {
    // What was written before our own close still leaves, as long as the device takes it.
    if (reason.kind === 'disconnected') shut = true
    else setTimeout(() => (shut = true), lingerMs).unref()
  })
  return { core, isShut: () => shut }
}

/**
 * Writes everything to a file opened without blocking, in as many pieces as it takes.
 * @param gaveUp asked between the pieces; a device that takes nothing is left then
 * @throws TransportError `closed` once given up, or what the system said
 */
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
