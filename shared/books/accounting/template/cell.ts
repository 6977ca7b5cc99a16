import { assertNever } from '../../../kernel/result.ts'
import type { BusinessDay } from '../../../kernel/stamp.ts'
import type { EntryLine } from '../journal-entry.ts'
import type { NumberedEntry } from '../number-entries.ts'
import type { ColumnSource, DateFormat } from './sources.ts'
import { type JournalTemplate, journalName, type TemplateColumn } from './template.ts'

/** Where in the journal a line of the file comes from. */
export interface LinePlace {
  readonly entry: NumberedEntry
  readonly line: EntryLine
  /** 1 = first of its entry. */
  readonly position: number
}

/** What the file is told beside its entries. */
export interface JournalContext {
  readonly currency: string
  /** Names of the journals in the language of the entries. */
  readonly journalNames: Readonly<Record<NumberedEntry['journal'], string>>
}

/** `12,50` of 1250. */
export function decimalOf(minor: number, mark: ',' | '.'): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`
}

export function dateIn(day: BusinessDay, format: DateFormat): string {
  const [year = '', month = '', date = ''] = day.split('-')
  switch (format) {
    case 'YYYY-MM-DD':
      return day
    case 'YYYYMMDD':
      return `${year}${month}${date}`
    case 'DD/MM/YYYY':
      return `${date}/${month}/${year}`
    case 'DD/MM/YY':
      return `${date}/${month}/${year.slice(2)}`
    case 'DDMMYYYY':
      return `${date}${month}${year}`
    case 'DDMMYY':
      return `${date}${month}${year.slice(2)}`
    default:
      return assertNever(format)
  }
}

/** Texts that people wrote: they may be cut to a width. Anything else that does not fit is refused. */
export const cuttable: ReadonlySet<ColumnSource> = new Set([
  'journalName',
  'entryLabel',
  'label',
  'accountName',
  'auxiliaryName',
  'text',
])

/** What a column says of a line, before it is fitted to an encoding and a width. */
export function cellOf(
  template: JournalTemplate,
  column: TemplateColumn,
  { entry, line, position }: LinePlace,
  context: JournalContext,
): string {
  const day = (on: BusinessDay): string => dateIn(on, column.date ?? template.date)
  const money = (minor: number): string => decimalOf(minor, template.decimal)
  const oneSide = (minor: number): string => (minor === 0 && template.zero === 'empty' ? '' : money(minor))
  switch (column.source) {
    case 'journal':
      return journalName(template, entry.journal)
    case 'journalName':
      return context.journalNames[entry.journal]
    case 'number':
      return String(entry.number)
    case 'line':
      return String(position)
    case 'date':
    case 'pieceDate':
      return day(entry.date)
    case 'validDate':
      return day(entry.validatedOn)
    case 'piece':
      return entry.piece
    case 'entryLabel':
      return entry.label
    case 'debit':
    case 'credit':
      return oneSide(line[column.source])
    case 'amount':
      return money(line.debit + line.credit)
    case 'signedAmount':
      return money(line.debit - line.credit)
    case 'side':
      return template.sides[line.debit > 0 ? 0 : 1]
    case 'accountOrAuxiliary':
      return line.auxiliary || line.account
    case 'currency':
      return context.currency
    case 'text':
      return column.text ?? ''
    default:
      return line[column.source]
  }
}
