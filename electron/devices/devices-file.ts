import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { devicesConfigSchema } from '#shared/contract/devices-schema.ts'
import { deviceIssues } from './device-rules.ts'

/** A `devices.json` that cannot be meant. It was left as it is. */
class DevicesRefused extends Error {
  override readonly name = 'DevicesRefused'
}

/** The door's shapes, and the rules of the drivers. */
export const devicesSchema = devicesConfigSchema.superRefine((config, context) => {
  for (const { path, message } of deviceIssues(config)) {
    context.addIssue({ code: 'custom', path: [...path], message })
  }
})

const nothing: DevicesConfig = { terminal: null, printer: null }

const pathIn = (folder: string): string => join(folder, 'devices.json')

/** @throws DevicesRefused with a sentence that names the place of the mistake; a missing file is no device */
export async function readDevices(folder: string): Promise<DevicesConfig> {
  const path = pathIn(folder)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return nothing
    throw new DevicesRefused(`${path} cannot be read: check that this account may read it`, { cause })
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new DevicesRefused(`${path} is no JSON: correct it, or move it away and set up the devices anew`, {
      cause,
    })
  }
  const parsed = devicesSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') || 'its top level'
  throw new DevicesRefused(
    `${path} is wrong at ${where} (${issue?.message}): correct it, or move it away and set up the devices anew`,
  )
}

/** Replaces the file as a whole, durably: after a power cut there is the old one or the new one. */
export async function writeDevices(folder: string, config: DevicesConfig): Promise<void> {
  const path = pathIn(folder)
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(fresh, 'wx', 0o600)
    try {
      await file.writeFile(`${JSON.stringify(config, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  // Windows has no folders to sync.
  const directory = await open(folder, 'r').catch(() => null)
  await directory?.sync().catch(() => undefined)
  await directory?.close()
}
