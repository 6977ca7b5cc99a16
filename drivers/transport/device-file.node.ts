import type { FileHandle } from 'node:fs/promises'
import { TransportError } from './transport.ts'

/** Pause before a device that takes nothing at the moment is offered the rest, ms. */
const retryMs = 20

/**
 * Writes everything to a file opened without blocking, in as many pieces as it takes.
 * @param gaveUp asked between the pieces; a device that takes nothing is left then
 * @throws TransportError `closed` once given up, or what the system said
 */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, gaveUp: () => boolean): Promise<void> {
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
