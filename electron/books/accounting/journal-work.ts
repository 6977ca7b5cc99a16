import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import {
  type AccountingSettings,
  accountingSettingsSchema,
  planOf,
} from '#shared/books/accounting/accounting-settings.ts'
import { type Chart, chartOf } from '#shared/books/accounting/chart.ts'
import type { NumberedEntry } from '#shared/books/accounting/number-entries.ts'
import { fileNameOf } from '#shared/books/accounting/template/file-name.ts'
import { type RenderedJournal, renderJournal } from '#shared/books/accounting/template/render-journal.ts'
import type { JournalTemplate } from '#shared/books/accounting/template/template.ts'
import type { JournalPreview } from '#shared/contract/books/accounting.ts'
import type { ShopIdentity } from '#shared/kernel/shop.ts'
import { rulesOf } from '#shared/tax/countries/countries.ts'
import type { CountryCode } from '#shared/tax/regime.ts'
import { BooksRefused, type BookWork } from '../book-world.ts'
import { type AskedDays, askedRange } from '../exports/asked-range.ts'
import { findAccounting } from './accounting-file.ts'
import { journalOfDays } from './journal-of-days.ts'
import { findTemplate } from './template-files.ts'

/** The country whose accounts and money a shop has. */
export const countryOf = (ledger: Pick<ReadLedger, 'settings'>): CountryCode =>
  ledger.settings()?.tax?.country ?? 'MA'

const chartFor = (ledger: ReadLedger, settings: AccountingSettings): Chart =>
  chartOf({
    plan: planOf(settings, countryOf(ledger)),
    language: settings.language,
    findOwner: (owner) => ledger.findOwner(owner)?.contract ?? null,
  })

/** @throws BooksRefused where the template cannot be read or a column of it is too narrow */
async function render(
  ledger: ReadLedger,
  template: JournalTemplate,
  chart: Chart,
  entries: readonly NumberedEntry[],
): Promise<RenderedJournal> {
  const { journalVTE, journalCAI, journalBQ, journalOD } = chart.words
  const made = renderJournal(template, entries, {
    currency: rulesOf(countryOf(ledger)).currency,
    journalNames: { VTE: journalVTE, CAI: journalCAI, BQ: journalBQ, OD: journalOD },
  })
  if (!made.ok) throw new BooksRefused(made.error)
  return made.value
}

/** @throws BooksRefused where the shop's settings of its books cannot be meant */
async function settingsFor(folder: string): Promise<AccountingSettings> {
  const found = await findAccounting(folder)
  if (!found.ok) throw new BooksRefused(found.error)
  return found.value
}

async function templateFor(folder: string, key: string): Promise<JournalTemplate> {
  const found = await findTemplate(folder, key)
  if (!found.ok) throw new BooksRefused(found.error)
  return found.value
}

/** Who the taxpayer is, in the name of a file: the SIREN in France, the ICE in Morocco, or what tax number there is. */
function fiscalIdOf({ ice, taxId }: Pick<ShopIdentity, 'ice' | 'taxId'>, country: CountryCode): string {
  const digits = (text: string): string => text.replace(/\D/g, '')
  if (country === 'FR') return (digits(taxId) || digits(ice)).padStart(9, '0').slice(0, 9)
  return digits(ice) || digits(taxId) || '000000000000000'
}

export interface JournalJob extends AskedDays {
  /** Absent: as the shop chose. */
  readonly template?: string | undefined
}

/**
 * The accounting journal of some days, written by a template. Beside the file the answer says how many entries and lines it
 * has, how many shifts are still open and so not in it, how many characters the encoding had not, and how many texts were cut.
 */
export const journalWork: BookWork<JournalJob> = async (job, world) => {
  const { ledger, folder } = world
  const range = askedRange(job, world)
  const settings = await settingsFor(folder)
  const template = await templateFor(folder, job.template ?? settings.template)
  const chart = chartFor(ledger, settings)
  const { entries, openShifts } = journalOfDays(ledger, range, chart, world.progress)
  const { bytes, lines, replaced, cut } = await render(ledger, template, chart, entries)
  const shop = ledger.settings()?.shop ?? { ice: '', taxId: '' }
  const name = fileNameOf(template.fileName, range, fiscalIdOf(shop, countryOf(ledger)))
  const file = join(world.out, name)
  await writeFile(file, bytes)
  const counts = { entries: entries.length, lines, openShifts, replaced, cut }
  return { kind: 'file', file, name, mediaType: mediaTypeOf(template), bytes: bytes.length, ...counts }
}

const charsets = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'windows-1252': 'windows-1252',
  'windows-1256': 'windows-1256',
}
const mediaTypeOf = ({ fileName, encoding }: JournalTemplate): string =>
  `text/${fileName.endsWith('.csv') ? 'csv' : 'plain'}; charset=${charsets[encoding]}`

export interface PreviewJob extends AskedDays {
  /** As somebody is about to keep them. */
  readonly settings: AccountingSettings
}

const shownLines = 60

/** What a day comes to under settings that are tried out. */
export const journalPreviewWork: BookWork<PreviewJob> = async (job, world) => {
  const { ledger, folder } = world
  const range = askedRange(job, world)
  const settings = accountingSettingsSchema.parse(job.settings)
  const template = await templateFor(folder, settings.template)
  const chart = chartFor(ledger, settings)
  const { entries, openShifts } = journalOfDays(ledger, range, chart)
  const { text, replaced, cut } = await render(ledger, template, chart, entries)
  const value: JournalPreview = {
    entries,
    openShifts,
    text: text.split(/\r?\n/).slice(0, shownLines),
    replaced,
    cut,
  }
  return { kind: 'value', value }
}
