import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { holdFolder } from '#electron/ledger/lock.ts'
import { syncFolder } from './sync-folder.ts'

/** Where a backup is unfolded and looked at; worth nothing before it is renamed. */
export const stagedName = 'restore.new'
const readyPrefix = 'restore.ready.'

/** Under this name a folder is whole and waits to be put in place; what it replaces goes to `before-restore-…`. */
export const readyName = (nonce: string): string => `${readyPrefix}${nonce.slice(0, 8)}`
const asideOf = (ready: string): string => `before-restore-${ready.slice(readyPrefix.length)}`

const ledgerFiles = ['ledger.db', 'ledger.db-wal', 'ledger.db-shm']

/**
 * Puts in place what was brought back and waits, if anything does: first thing of every start, so that a power cut in the
 * middle is finished by the next. Each name is moved out of the waiting folder once, and while it is in there, whatever
 * bears it in the till's folder is from before: it is moved aside, not removed.
 * @returns the folder with what was there before; `null`: nothing waited, or nothing was replaced
 * @throws LedgerRefused `inUse`; the system's error, and the next call goes on
 */
export async function finishRestore(folder: string): Promise<string | null> {
  // What is wrong with a folder that is none, the ledger says in its own words.
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return null
  const waits = (): string | undefined => readdirSync(folder).find((name) => name.startsWith(readyPrefix))
  if (waits() === undefined && !existsSync(join(folder, stagedName))) return null
  const letGo = holdFolder(folder)
  try {
    const ready = waits()
    const aside = ready === undefined ? null : await putInPlace(folder, ready)
    rmSync(join(folder, stagedName), { recursive: true, force: true })
    return aside
  } finally {
    letGo()
  }
}

/** The same for whoever holds the folder. */
export async function putInPlace(folder: string, ready: string): Promise<string | null> {
  const from = join(folder, ready)
  const aside = join(folder, asideOf(ready))
  const names = readdirSync(from)
  for (const name of names.filter((each) => each !== 'ledger.db')) exchange(folder, from, aside, name, [name])
  // The ledger last, and its log never without it: a log of one ledger beside another would be read into it.
  if (names.includes('ledger.db')) exchange(folder, from, aside, 'ledger.db', ledgerFiles)
  await syncFolder(folder)
  rmSync(from, { recursive: true, force: true })
  await syncFolder(folder)
  return existsSync(aside) ? aside : null
}

function exchange(
  folder: string,
  from: string,
  aside: string,
  name: string,
  replaced: readonly string[],
): void {
  for (const old of replaced) {
    if (!existsSync(join(folder, old))) continue
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    renameSync(join(folder, old), join(aside, old))
  }
  renameSync(join(from, name), join(folder, name))
}
