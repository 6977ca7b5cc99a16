import { join } from 'node:path'
import { z } from 'zod'
import { readSettings, removeSettings, writeSettings } from '#electron/platform/settings-file.ts'
import { type MarketConfig, marketConfigSchema } from '#shared/marketplace/config.ts'

/** What `marketplace.json` holds: the settings, and the name under which the ledger knows this shop. */
export interface KeptMarket {
  /** Made when the shop was set up. */
  readonly connection: string
  /** When that was, by the wall clock: orders placed before and ended are nobody's any more. */
  readonly sinceUtcMs: number
  readonly config: MarketConfig
}

const keptSchema = z.strictObject({
  connection: z.string().regex(/^[\w-]{1,64}$/),
  sinceUtcMs: z.number().int().min(0),
  config: marketConfigSchema,
})

const pathIn = (folder: string): string => join(folder, 'marketplace.json')

/** @throws SettingsRefused with a sentence that names the place of the mistake; `null`: no marketplace is set up */
export const readMarket = (folder: string): Promise<KeptMarket | null> =>
  readSettings(pathIn(folder), keptSchema, 'set up the marketplace anew')

/** Durably: after a power cut there is the old file or the new one. */
export const writeMarket = (folder: string, kept: KeptMarket | null): Promise<void> =>
  kept === null ? removeSettings(pathIn(folder)) : writeSettings(pathIn(folder), kept)
