import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '#electron/platform/make-folder.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'

export interface SheetFolder {
  /** Says what came out, and where it is kept. */
  readonly take: (sheet: PaperSheet) => void
  /** Resolves when all that was taken is kept, or said to be lost. */
  readonly kept: () => Promise<void>
}

/**
 * Papers of a simulated printer, one PNG each: `sheet-0001.png`.
 * @param kind what one is called. @param out folder, made if absent; without, none is kept
 * @throws Error when the folder cannot be made
 */
export function sheetFolder(
  kind: 'sheet' | 'label',
  out: string | undefined,
  say: (line: string) => void,
): SheetFolder {
  if (out !== undefined) makeFolder(out)
  const keeping = new Set<Promise<void>>()

  const keep = async ({ id, png, widthDots, heightDots }: PaperSheet): Promise<void> => {
    const size = `${kind} ${id}: ${widthDots} x ${heightDots} dots`
    if (out === undefined) return say(size)
    const path = join(out, `${kind}-${String(id).padStart(4, '0')}.png`)
    try {
      await writeFile(path, Buffer.from(png, 'base64'))
      say(`${size}, ${path}`)
    } catch (error) {
      say(`${kind} ${id} is lost: ${error instanceof Error ? error.message : error}`)
    }
  }

  return {
    take(sheet) {
      const kept = keep(sheet)
      keeping.add(kept)
      void kept.then(() => keeping.delete(kept))
    },
    async kept() {
      await Promise.all(keeping)
    },
  }
}
