import { findAccounting, writeAccounting } from '#electron/books/accounting/accounting-file.ts'
import { findTemplate, listTemplates } from '#electron/books/accounting/template-files.ts'
import type { JournalPreview } from '#shared/contract/books/accounting.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import { done, door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'

export const accountingProcedures = {
  get: door.accounting.get.handler(async ({ context }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const { folder, ledger, clock } = context.till
    const settings = await findAccounting(folder)
    if (!settings.ok) return { ok: false, refusal: settings.error }
    const country = ledger.settings()?.tax?.country ?? 'MA'
    const today = businessDayNow(ledger.openShift(), clock.now())
    const templates = await listTemplates(folder)
    return { ok: true, value: { settings: settings.value, country, today, templates } }
  }),

  configure: door.accounting.configure.handler(async ({ context, input }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const { folder } = context.till
    const template = await findTemplate(folder, input.template)
    if (!template.ok) return { ok: false, refusal: template.error }
    await writeAccounting(folder, input)
    return done
  }),

  preview: door.accounting.preview.handler(async ({ context, input: { day, settings } }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const job = { kind: 'journalPreview', from: day, to: day, settings } as const
    const answer = await context.till.books.run(job)
    if (!answer.ok) return { ok: false, refusal: answer.error }
    if (answer.value.kind !== 'value') throw new Error('a preview is no file')
    return { ok: true, value: answer.value.value as JournalPreview }
  }),
}
