import { type } from '@orpc/contract'
import { z } from 'zod'
import { accountingSettingsSchema } from '../../books/accounting/accounting-settings.ts'
import type { Answer } from '../contract.ts'
import { door } from '../door.ts'
import type { AccountingView, JournalPreview } from './accounting.ts'

/** Accounts and templates of the journal; managers and owners only (`managerNeeded`). */
export const accountingDoor = {
  get: door.output(type<Answer<AccountingView>>()),
  /** Refused as `unknownColumn` or `templateMalformed` where the template cannot be used. */
  configure: door.input(accountingSettingsSchema).output(type<Answer>()),
  /** What a day comes to under settings that are not kept yet. Refused as a journal is, and as `booksBusy`. */
  preview: door
    .input(z.object({ day: z.string().max(10), settings: accountingSettingsSchema }))
    .output(type<Answer<JournalPreview>>()),
}
