import { join } from 'node:path'
import { readSettings, writeSettings } from '#electron/platform/settings-file.ts'
import {
  type AccountingSettings,
  accountingSettingsSchema,
  unsetAccounting,
} from '#shared/books/accounting/accounting-settings.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'

const accountingPath = (folder: string): string => join(folder, 'accounting.json')

/**
 * How the shop of a folder keeps its books; before anyone said so, as its country does.
 * @returns `templateMalformed` naming the file where somebody wrote into it what cannot be meant
 */
export async function findAccounting(folder: string): Promise<Result<AccountingSettings, Refusal>> {
  try {
    const kept = await readSettings(
      accountingPath(folder),
      accountingSettingsSchema,
      'choose the accounts again',
    )
    return ok(kept ?? unsetAccounting)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SettingsRefused') throw error
    return err(refuse('templateMalformed', { place: 'accounting.json', reason: error.message }))
  }
}

export const writeAccounting = (folder: string, settings: AccountingSettings): Promise<void> =>
  writeSettings(accountingPath(folder), settings)
