import { join } from 'node:path'
import { readSettings, writeSettings } from '#electron/platform/settings-file.ts'
import {
  type AccountingSettings,
  accountingSettingsSchema,
  unsetAccounting,
} from '#shared/books/accounting/accounting-settings.ts'

const accountingPath = (folder: string): string => join(folder, 'accounting.json')

/**
 * How the shop of a folder keeps its books; before anyone said so, as its country does.
 * @throws SettingsRefused with a sentence that names the place of the mistake
 */
export const readAccounting = async (folder: string): Promise<AccountingSettings> =>
  (await readSettings(accountingPath(folder), accountingSettingsSchema, 'choose the accounts again')) ??
  unsetAccounting

export const writeAccounting = (folder: string, settings: AccountingSettings): Promise<void> =>
  writeSettings(accountingPath(folder), settings)
