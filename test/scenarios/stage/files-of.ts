import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder, whatever it is, byte for byte as Latin-1: digits are the same in UTF-8. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return new Map(
    files.map((file) => [file.name, readFileSync(join(file.parentPath, file.name), 'latin1')] as const),
  )
}
