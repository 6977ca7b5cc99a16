import { join } from 'node:path'
import { readSettings, writeSettings } from '#electron/platform/settings-file.ts'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { devicesConfigSchema } from '#shared/contract/devices-schema.ts'
import { deviceIssues } from './device-rules.ts'

/** The door's shapes, and the rules of the drivers. */
export const devicesSchema = devicesConfigSchema.superRefine((config, context) => {
  for (const { path, message } of deviceIssues(config)) {
    context.addIssue({ code: 'custom', path: [...path], message })
  }
})

const nothing: DevicesConfig = { terminal: null, printer: null }

const pathIn = (folder: string): string => join(folder, 'devices.json')

/** @throws SettingsRefused with a sentence that names the place of the mistake; a missing file is no device */
export const readDevices = async (folder: string): Promise<DevicesConfig> =>
  (await readSettings(pathIn(folder), devicesSchema, 'set up the devices anew')) ?? nothing

/** Durably: after a power cut there is the old file or the new one. */
export const writeDevices = (folder: string, config: DevicesConfig): Promise<void> =>
  writeSettings(pathIn(folder), config)
