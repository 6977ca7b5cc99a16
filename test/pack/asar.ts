import { readFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface PackedFile {
  readonly path: string
  readonly size: number
  /** Beside the archive, in `app.asar.unpacked`. */
  readonly unpacked: boolean
  /** Place in the archive's body, bytes; 0 when unpacked. */
  readonly offset: number
}

interface Node {
  readonly files?: Readonly<Record<string, Node>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
  readonly link?: string
}

/** What an Electron archive holds: its header is JSON after four little-endian lengths (Chromium Pickle). */
export function readAsar(archive: string): { files: PackedFile[]; extract(folder: string): Promise<void> } {
  const bytes = readFileSync(archive)
  const headerBytes = bytes.readUInt32LE(4)
  const jsonBytes = bytes.readUInt32LE(12)
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + jsonBytes)) as Node
  const bodyAt = 8 + headerBytes
  const files: PackedFile[] = []
  const walk = (node: Node, path: string): void => {
    if (node.link !== undefined) throw new Error(`a link in the archive: ${path}`)
    for (const [name, child] of Object.entries(node.files ?? {}))
      walk(child, path === '' ? name : `${path}/${name}`)
    if (node.files !== undefined) return
    const unpacked = node.unpacked === true
    files.push({ path, size: node.size ?? 0, unpacked, offset: Number(node.offset ?? 0) })
  }
  walk(header, '')

  return {
    files,
    /** Lays everything out as a folder, as Electron makes it look to the program. */
    async extract(folder) {
      for (const file of files) {
        const target = join(folder, file.path)
        await mkdir(dirname(target), { recursive: true })
        if (file.unpacked) await copyFile(join(`${archive}.unpacked`, file.path), target)
        else await writeFile(target, bytes.subarray(bodyAt + file.offset, bodyAt + file.offset + file.size))
        await chmod(target, 0o644)
      }
    },
  }
}
