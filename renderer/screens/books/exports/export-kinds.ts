import type { ExportAsked } from '#shared/contract/books/exports-door.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'

/** What can be chosen, in the order it stands on the page. */
export const exportKinds = [
  'workbook',
  'csvDays',
  'csvLines',
  'z',
  'month',
  'year',
  'journal',
  'dsfinvk',
  'archive',
] as const
export type ExportKind = (typeof exportKinds)[number]

export type Encoding = Extract<ExportAsked, { kind: 'csv' }>['encoding']

export const isCsv = (kind: ExportKind): kind is 'csvDays' | 'csvLines' =>
  kind === 'csvDays' || kind === 'csvLines'
/** Whether its words are in one language or another; a journal's are the bookkeeper's, the others' are for everyone. */
export const hasLanguage = (kind: ExportKind): boolean =>
  kind !== 'journal' && kind !== 'dsfinvk' && kind !== 'archive'

/** The work that the till is asked for. */
export function askedOf(
  kind: ExportKind,
  days: DayRange,
  { language, encoding }: { readonly language: ScreenLanguage; readonly encoding: Encoding },
): ExportAsked {
  switch (kind) {
    case 'workbook':
      return { kind, ...days, language }
    case 'csvDays':
    case 'csvLines':
      return { kind: 'csv', ...days, language, encoding, rows: kind === 'csvDays' ? 'days' : 'lines' }
    case 'z':
      return { kind: 'zPdf', language, of: { ...days, period: 'shift' } }
    case 'month':
    case 'year':
      return { kind: 'zPdf', language, of: { ...days, period: kind } }
    case 'journal':
    case 'dsfinvk':
    case 'archive':
      return { kind, ...days }
  }
}
