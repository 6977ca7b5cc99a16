import { join } from 'node:path'
import { readSettings, writeSettings } from '#electron/platform/settings-file.ts'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import { acquirersConfigSchema } from '#shared/contract/acquirers-schema.ts'

const nobody: AcquirersConfig = { acquirers: [] }

const pathIn = (folder: string): string => join(folder, 'acquirers.json')

/** @throws SettingsRefused with a sentence that names the place of the mistake; a missing file is no acquirer */
export const readAcquirers = async (folder: string): Promise<AcquirersConfig> =>
  (await readSettings(pathIn(folder), acquirersConfigSchema, 'set up the acquirers anew')) ?? nobody

/** Durably: after a power cut there is the old file or the new one. */
export const writeAcquirers = (folder: string, config: AcquirersConfig): Promise<void> =>
  writeSettings(pathIn(folder), config)
