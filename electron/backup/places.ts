import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where each system shows disks that are plugged in, right there or one folder (of whoever is at the desk) below. */
const roots: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/media', '/run/media', '/mnt'],
  darwin: ['/Volumes'],
}
const letters = 'DEFGHIJKLMNOPQRSTUVWXYZ'

/** Folders of disks that are plugged in, as far as this system shows them where it usually does. */
export async function pluggedDisks(platform: NodeJS.Platform = process.platform): Promise<readonly string[]> {
  if (platform === 'win32') {
    const disks = [...letters].map((letter) => `${letter}:\\`)
    const there = await Promise.all(disks.map(deviceOf))
    return disks.filter((_, i) => there[i] !== null)
  }
  const found = await Promise.all((roots[platform] ?? []).map((root) => disksIn(root, 2)))
  return found.flat().sort()
}

/** A folder that is on another device than the one it is in. */
async function disksIn(folder: string, deep: number): Promise<readonly string[]> {
  const own = await deviceOf(folder)
  if (own === null || deep === 0) return []
  const names = await readdir(folder).catch(() => [])
  const found = names.map(async (name) => {
    const path = join(folder, name)
    const device = await deviceOf(path)
    if (device === null) return []
    return device === own ? disksIn(path, deep - 1) : [path]
  })
  return (await Promise.all(found)).flat()
}

const deviceOf = (path: string): Promise<number | null> =>
  stat(path).then(
    (found) => (found.isDirectory() ? found.dev : null),
    () => null,
  )
