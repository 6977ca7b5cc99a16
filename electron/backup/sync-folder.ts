import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes a rename in a folder durable. Windows, and some disks, have nothing to flush: they need none. */
export async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r').catch(() => null)
  try {
    await directory?.sync().catch(() => undefined)
  } finally {
    await directory?.close()
  }
}

/** The same of a folder and all that are in it. */
export async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name))
  await syncFolder(folder)
}
