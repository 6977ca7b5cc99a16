import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** A file of settings that cannot be meant. It was left as it is. */
class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused'
}

/**
 * Settings that are kept in a file of their own.
 * @param anew what somebody does who moves it away, for the sentence
 * @returns `null`: there is no file
 * @throws SettingsRefused with a sentence that names the place of the mistake
 */
export async function readSettings<T>(path: string, schema: z.ZodType<T>, anew: string): Promise<T | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new SettingsRefused(`${path} cannot be read: check that this account may read it`, { cause })
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new SettingsRefused(`${path} is no JSON: correct it, or move it away and ${anew}`, { cause })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') || 'its top level'
  throw new SettingsRefused(
    `${path} is wrong at ${where} (${issue?.message}): correct it, or move it away and ${anew}`,
  )
}

/** Replaces the file as a whole, durably: after a power cut there is the old one or the new one. */
export const writeSettings = (path: string, settings: object): Promise<void> =>
  replaceFile(path, `${JSON.stringify(settings, null, 2)}\n`)

/** The same of any text; only its owner may read it. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(fresh, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  await syncFolderOf(path)
}

/** Takes such a file away, durably; one that is not there is away. */
export async function removeSettings(path: string): Promise<void> {
  await rm(path, { force: true })
  await syncFolderOf(path)
}

/** A rename is durable once its folder is. */
export async function syncFolderOf(path: string): Promise<void> {
  // Windows has no folders to sync.
  const directory = await open(dirname(path), 'r').catch(() => null)
  await directory?.sync().catch(() => undefined)
  await directory?.close()
}
