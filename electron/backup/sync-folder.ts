import { open } from 'node:fs/promises'

/** Makes a rename in a folder durable. Windows, and some disks, have nothing to flush: they need none. */
export async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r').catch(() => null)
  try {
    await directory?.sync().catch(() => undefined)
  } finally {
    await directory?.close()
  }
}
