import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Clock } from '#electron/platform/clock.ts'
import { type Ids, randomIds } from '#electron/platform/ids.ts'
import { makeFolder } from '#electron/platform/make-folder.ts'
import type { TillId } from '#shared/kernel/ids.ts'
import { genesis } from './chain.ts'
import { applicationId, checkHeader, connect, opening } from './database.ts'
import type { ReadLedger } from './handles.ts'
import { journalRows } from './journal.ts'
import { holdFolder } from './lock.ts'
import { migrate, schemaVersion, versionOf } from './migrate.ts'
import { endInterrupted } from './print-queue.ts'
import { type History, readLedger } from './read-ledger.ts'
import { LedgerRefused } from './refused.ts'
import { diskReserve } from './reserve.ts'
import { emptyHead, headReads } from './subjects/head.ts'
import { type Ledger, writeLedger } from './write-ledger.ts'

/** Where the ledger of a till's folder is. */
export const ledgerPath = (folder: string): string => join(folder, 'ledger.db')

export interface OpenOptions {
  readonly folder: string
  /** Read for the first entry of a new ledger, and for what a power cut interrupted. */
  readonly clock: Clock
  readonly ids?: Ids
  /** Whether a folder without a ledger gets a new one. A ledger that is there is never replaced. */
  readonly create: boolean
}

/**
 * Opens the one ledger of a folder for selling, and holds the folder until `close` (or the process ends).
 * @throws LedgerRefused when it is missing, in use, foreign, newer, damaged or unreadable; nothing was changed
 */
export function openLedger(options: OpenOptions): Ledger {
  const { folder } = options
  const path = ledgerPath(folder)
  if (options.create) prepareFolder(folder)
  else if (!existsSync(path)) throw missing(folder)
  const letGo = holdFolder(folder)
  try {
    if (!existsSync(path)) createLedger(path, options)
    return openHeld(path, folder, options.clock, letGo)
  } catch (error) {
    letGo()
    throw error
  }
}

function openHeld(path: string, folder: string, clock: Clock, letGo: () => void): Ledger {
  checkHeader(path)
  const db = opening(path, () => connect(path, { readonly: false }))
  try {
    return opening(path, () => {
      migrate(db)
      checkHead(db, path)
      const ledger = writeLedger(db, diskReserve(folder), letGo)
      endInterrupted(ledger, clock.now())
      return ledger
    })
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens a ledger to read it, also while a till is selling on it: reads see one moment at a time.
 * @throws LedgerRefused
 */
export function openReadOnly(folder: string): ReadLedger & History & { close(): void } {
  const db = connectReadOnly(folder)
  try {
    return { ...opening(folder, () => readLedger(db)), close: () => void db.close() }
  } catch (error) {
    db.close()
    throw error
  }
}

/** A read-only connection to a folder's ledger of this program's schema. @throws LedgerRefused */
export function connectReadOnly(folder: string): Database.Database {
  const path = ledgerPath(folder)
  if (!existsSync(path)) throw missing(folder)
  checkHeader(path)
  const db = opening(path, () => connect(path, { readonly: true }))
  try {
    const version = opening(path, () => versionOf(db))
    if (version > schemaVersion)
      throw new LedgerRefused(
        'newer',
        `the ledger has schema ${version}, this program knows ${schemaVersion}`,
      )
    if (version < schemaVersion)
      throw new LedgerRefused(
        'unreadable',
        `the ledger has schema ${version}: start the till once to bring it up`,
      )
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const missing = (folder: string): LedgerRefused =>
  new LedgerRefused('missing', `there is no ledger in ${folder}`)

const whyNoFolder: Readonly<Record<string, string>> = {
  EEXIST: 'it is a file',
  ENOTDIR: 'a part of its path is a file',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no folder can be made there',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
}

/** Makes the till's folder unless it is there. @throws LedgerRefused with the reason in words */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    const why = whyNoFolder[code] ?? message
    throw new LedgerRefused('unreadable', `${folder} cannot be the till’s folder: ${why}`, error)
  }
}

/** Built aside and moved into place whole: a power cut leaves either no ledger or one with its first entry. */
function createLedger(path: string, { clock, ids = randomIds }: OpenOptions): void {
  if (existsSync(`${path}-wal`))
    throw new LedgerRefused('corrupted', `${path} is gone but its write-ahead log is there`)
  const fresh = `${path}.new`
  for (const suffix of ['', '-wal', '-shm']) rmSync(fresh + suffix, { force: true })
  const tillId = ids.next() as TillId
  opening(fresh, () => {
    const db = createDatabase(fresh, tillId)
    const ledger = writeLedger(db, null, () => {})
    ledger.append([{ kind: 'tillCreated', tillId, currency: 'MAD' }], '', clock.now())
    ledger.close()
  })
  renameSync(fresh, path)
  flushFolder(dirname(path))
}

/** An empty database of this program's schema, journal empty, at a path where there is none. */
export function createDatabase(path: string, tillId: string): Database.Database {
  new Database(path).close()
  const empty = new Database(path)
  empty.pragma(`application_id = ${applicationId}`)
  empty.close()
  const db = connect(path, { readonly: false })
  migrate(db)
  headReads(db).create(emptyHead(tillId, genesis))
  return db
}

/** A rename is durable once its folder is (not on Windows, which has no such call and needs none). */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** The newest entry is the one the head remembers; the rest of the chain is `verify`'s business. */
function checkHead(db: Database.Database, path: string): void {
  const head = headReads(db).find()
  if (head === undefined) throw new LedgerRefused('corrupted', `${path} has lost its head row`)
  const rows = journalRows(db)
  const newest = rows.find(head.seq)
  if (head.seq !== 0 && newest?.hash !== head.hash)
    throw new LedgerRefused('corrupted', `entry ${head.seq} of ${path} is not the one last written`)
  if (rows.after(head.seq, 1).length > 0)
    throw new LedgerRefused('corrupted', `${path} has entries after its head`)
}
