import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Of a till's folder: what a backup leaves out, at its top. All else goes along, also what nobody here knows of. */
const leftOut: readonly RegExp[] = [
  // The ledger goes along as a copy of one moment; its lock, the room it reserves and a training's are made anew.
  /^ledger\.db/,
  /^till\.lock/,
  /^disk\.reserve$/,
  /^training\.db/,
  // Goes along unwrapped.
  /^shop-key\.pem/,
  // Which browsers are let in, and what scheduled backups are sealed with, is this machine's.
  /^browsers\.json/,
  /^backups\.(json|secret)/,
  // What the desktop shell's browser keeps of its own.
  /^window$/,
  // Files that were made to be fetched; what is being brought back, and what was there before.
  /^exports$/,
  /^backup-work$/,
  /^restore\./,
  /^before-restore-/,
  // Half a settings file of a moment ago.
  /\.json\.[0-9a-f]{12}$/,
  /\.new$/,
]

/** Files of a folder that a backup keeps, as paths with `/`, sorted. Links and devices are none. */
export async function keptFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = []
  await walk(folder, '', files)
  return files.sort()
}

async function walk(folder: string, under: string, files: string[]): Promise<void> {
  for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
    if (under === '' && leftOut.some((pattern) => pattern.test(entry.name))) continue
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) await walk(folder, path, files)
    else if (entry.isFile()) files.push(path)
  }
}
