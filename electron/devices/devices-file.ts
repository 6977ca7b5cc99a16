import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { DevicesConfig } from '#shared/contract/devices.ts'

/** A `devices.json` that cannot be meant. It was left as it is. */
class DevicesRefused extends Error {
  override readonly name = 'DevicesRefused'
}

const name = z.string().trim().min(1).max(60)
const place = z.discriminatedUnion('via', [
  z.strictObject({ via: z.literal('simulated') }),
  z.strictObject({
    via: z.literal('tcp'),
    host: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/),
    port: z.number().int().min(1).max(65_535),
  }),
  z.strictObject({
    via: z.literal('serial'),
    path: z.string().min(1).max(256),
    baud: z.number().int().min(110).max(921_600),
  }),
  z.strictObject({ via: z.literal('file'), path: z.string().min(1).max(256) }),
])

/** What a configuration must be, from the file and from the screens alike. A terminal must be able to answer. */
export const devicesSchema = z.strictObject({
  terminal: z
    .strictObject({
      protocol: z.literal('naps'),
      place: place.refine(({ via }) => via !== 'file', 'a terminal needs a line that answers'),
      name,
    })
    .nullable(),
  printer: z
    .strictObject({
      protocol: z.literal('escpos'),
      place,
      name,
      profile: z.string().refine((key) => Object.hasOwn(printerProfiles, key), 'no such printer profile'),
    })
    .nullable(),
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
