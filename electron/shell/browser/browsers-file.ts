import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A browser that spent a one-time address: the hash of what it shows, never the thing itself. */
export interface AdmittedBrowser {
  /** SHA-256 of its pass, base64url. */
  readonly hash: string
  /** When it must bring a new address, Unix milliseconds. */
  readonly untilMs: number
}

/** What the browser shell of a folder remembers between two starts, so that an open page comes back by itself. */
export interface KnownBrowsers {
  /** Where it listened last. */
  readonly port: number | null
  readonly admitted: readonly AdmittedBrowser[]
}

const schema = z.object({
  port: z.number().int().min(1).max(65_535).nullable(),
  admitted: z
    .array(z.object({ hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/), untilMs: z.number().int() }))
    .max(1000),
})

export const browsersPath = (folder: string): string => join(folder, 'browsers.json')

/** Nothing is known where the file is missing or cannot be meant: each browser then needs a new address, no more. */
export function readBrowsers(folder: string): KnownBrowsers {
  try {
    return schema.parse(JSON.parse(readFileSync(browsersPath(folder), 'utf8')))
  } catch {
    return { port: null, admitted: [] }
  }
}

/** Replaces the file as a whole; only this account may read it. @throws when the disk refuses */
export function writeBrowsers(folder: string, known: KnownBrowsers): void {
  const path = browsersPath(folder)
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(fresh, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    renameSync(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}
