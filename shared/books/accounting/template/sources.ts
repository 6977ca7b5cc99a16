/**
 * What a column of a template may say of a line of the journal. `number` of the entry, `line` within it; `amount` without a
 * sign beside `side`; `signedAmount` below zero on the credit side; `accountOrAuxiliary` the person's where there is one;
 * `text` a text of the template's own.
 */
export const columnSources = [
  'journal',
  'journalName',
  'number',
  'line',
  'date',
  'pieceDate',
  'validDate',
  'piece',
  'entryLabel',
  'label',
  'account',
  'accountName',
  'auxiliary',
  'auxiliaryName',
  'accountOrAuxiliary',
  'debit',
  'credit',
  'amount',
  'signedAmount',
  'side',
  'currency',
  'text',
] as const
export type ColumnSource = (typeof columnSources)[number]

/** Once an entry, on its first line, where a template asks for that: what Odoo reads as the head of an entry. */
export const headSources: ReadonlySet<ColumnSource> = new Set([
  'journal',
  'journalName',
  'number',
  'date',
  'pieceDate',
  'validDate',
  'piece',
  'entryLabel',
])

export const dateFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'DD/MM/YYYY', 'DD/MM/YY', 'DDMMYYYY', 'DDMMYY'] as const
export type DateFormat = (typeof dateFormats)[number]

export const encodings = ['utf-8', 'utf-8-bom', 'windows-1252', 'windows-1256'] as const
export type Encoding = (typeof encodings)[number]
