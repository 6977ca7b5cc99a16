import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { testFolder } from './ledger-folder.ts'

export interface SmallDisk {
  readonly folder: string
  /** Writes until there is no room left. */
  fill(): void
  free(): void
}

/**
 * A disk of a few megabytes of its own, which needs leave to mount one.
 * @returns `null` where this machine does not give it
 */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = testFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a')
      try {
        // Ever smaller, down to the last page.
        for (let size = 1024 * 1024; size >= 512; size /= 2) {
          try {
            for (;;) if (writeSync(file, Buffer.alloc(size, 1)) < size) break
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          }
        }
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast, { force: true }),
  }
}
