import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { Manifest } from '#shared/archive/manifest.ts'
import {
  type ArchiveFiles,
  type ForgedLine,
  journalLines,
  opened,
  packed,
  rechained,
  sealed,
  writeJournal,
} from './archive-forger.ts'

/** Something that is done to the files. */
export type Change = (files: ArchiveFiles) => void

export const fileText = (files: ArchiveFiles, name: string): string => String(files.get(name))

export const replaced =
  (name: string, from: string | RegExp, to: string): Change =>
  (files) => {
    const before = fileText(files, name)
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${name} has no ${from}`)
    files.set(name, Buffer.from(after))
  }

/** With the old manifest and signature: somebody with a ZIP program. */
export const byHand = (change: Change) => async (archive: Buffer) => {
  const files = opened(archive)
  change(files)
  return packed(files)
}

/** With a manifest that fits, and no key to sign it with. */
export const withoutKey = (change: Change) => async (archive: Buffer) => {
  const files = opened(archive)
  change(files)
  return sealed(files, null)
}

/** By somebody who has the shop's key: only what the archive says of itself can give it away. */
export const withTheKey =
  (change: Change, manifest?: (before: Manifest) => Manifest) => async (archive: Buffer, shop: ShopKey) => {
    const files = opened(archive)
    change(files)
    return sealed(files, shop, manifest)
  }

export const journal =
  (change: (lines: ForgedLine[]) => ForgedLine[]): Change =>
  (files) =>
    writeJournal(files, change(journalLines(files)))

export const firstSale = (lines: readonly ForgedLine[]): number =>
  lines.findIndex(({ entry }) => entry.includes('"kind":"saleCompleted"'))

export const rechain = (lines: readonly ForgedLine[]): ForgedLine[] =>
  rechained(lines, Number(/"seq":(\d+),"tillId"/.exec(lines[0]?.entry ?? '')?.[1]))
