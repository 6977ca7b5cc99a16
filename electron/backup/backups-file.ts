import { join } from 'node:path'
import { z } from 'zod'
import { readSettings, writeSettings } from '#electron/platform/settings-file.ts'

const pathIn = (folder: string): string => join(folder, 'backups.json')
const count = (least: number, most: number) => z.number().int().min(least).max(most)

const schema = z.strictObject({
  settings: z.strictObject({
    folder: z.string().min(1).max(500),
    afterClosing: z.boolean(),
    everyHours: count(1, 24).nullable(),
    keep: z.strictObject({ newest: count(1, 400), months: count(0, 120) }),
  }),
  /** The last good one. */
  last: z
    .strictObject({
      at: z.strictObject({ utcMs: z.number().int(), offsetMinutes: z.number().int() }),
      file: z.string().max(200),
      bytes: z.number().int().min(0),
      lastTicket: z.number().int().min(0),
      seq: z.number().int().min(0),
    })
    .nullable(),
})

/** What a till remembers of its backups. */
export type BackupsFile = z.infer<typeof schema>

/** @returns `null`: nobody chose a place yet. @throws SettingsRefused */
export const readBackups = (folder: string): Promise<BackupsFile | null> =>
  readSettings(pathIn(folder), schema, 'choose the place of the backups anew')

export const writeBackups = (folder: string, kept: BackupsFile): Promise<void> =>
  writeSettings(pathIn(folder), kept)
