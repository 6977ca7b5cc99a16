import { type JournalTemplate, templateSchema } from '../template.ts'

/** Templates that come with the till, by the name settings and the command line know them by. */
const raw = {
  /** Read by people and by spreadsheets set to French or Arabic of Morocco. */
  canonical: {
    name: 'CSV',
    fileName: 'journal-{from}-{to}.csv',
    encoding: 'utf-8-bom',
    guard: true,
    columns: [
      { name: 'Journal', source: 'journal' },
      { name: 'N°', source: 'number' },
      { name: 'Date', source: 'date' },
      { name: 'Pièce', source: 'piece' },
      { name: 'Compte', source: 'account' },
      { name: 'Intitulé', source: 'accountName' },
      { name: 'Tiers', source: 'auxiliary' },
      { name: 'Nom du tiers', source: 'auxiliaryName' },
      { name: 'Écriture', source: 'entryLabel' },
      { name: 'Libellé', source: 'label' },
      { name: 'Débit', source: 'debit' },
      { name: 'Crédit', source: 'credit' },
      { name: 'Devise', source: 'currency' },
      { name: 'Validé le', source: 'validDate' },
    ],
  },
  /** The sample of Sage 100’s developer pages: eleven columns between tabs, one piece a journal, date and number. */
  sage100: {
    name: 'Sage 100',
    fileName: 'sage100-{from}-{to}.txt',
    encoding: 'windows-1252',
    separator: '\t',
    quotes: 'never',
    date: 'DDMMYY',
    zero: 'empty',
    columns: [
      { name: 'Type', source: 'text', text: 'G' },
      { name: 'Jou', source: 'journal' },
      { name: 'Date', source: 'date' },
      { name: 'N°', source: 'number' },
      { name: 'Général', source: 'account' },
      { name: 'Tiers', source: 'auxiliary' },
      { name: 'Libellé', source: 'label' },
      { name: 'Règlement', source: 'text', text: '' },
      { name: 'Echéance', source: 'text', text: '' },
      { name: 'Débit', source: 'debit' },
      { name: 'Crédit', source: 'credit' },
    ],
  },
  /** XIMPORT as Dolibarr writes it for Ciel: 142 characters a line, decimals with a comma. */
  ciel: {
    name: 'Ciel (XIMPORT)',
    fileName: 'XIMPORT.TXT',
    encoding: 'windows-1252',
    separator: '',
    quotes: 'never',
    date: 'YYYYMMDD',
    head: false,
    journals: { VTE: 'VT', CAI: 'CA', BQ: 'BQ', OD: 'OD' },
    columns: [
      { name: 'number', source: 'number', width: 5 },
      { name: 'journal', source: 'journal', width: 2 },
      { name: 'date', source: 'date', width: 8 },
      { name: 'due', source: 'date', width: 8 },
      { name: 'piece', source: 'piece', width: 12 },
      { name: 'account', source: 'accountOrAuxiliary', width: 11 },
      { name: 'label', source: 'label', width: 25 },
      { name: 'amount', source: 'amount', width: 13, align: 'right' },
      { name: 'side', source: 'side', width: 1 },
      { name: 'analytic', source: 'text', text: '', width: 18 },
      { name: 'account name', source: 'accountName', width: 34 },
      { name: 'format', source: 'text', text: 'O2003', width: 5 },
    ],
  },
  /** Journal entries as Odoo imports them: the head of an entry on its first line alone. */
  odoo: {
    name: 'Odoo',
    fileName: 'odoo-{from}-{to}.csv',
    separator: ',',
    decimal: '.',
    date: 'YYYY-MM-DD',
    headOnce: true,
    guard: false,
    columns: [
      { name: 'ref', source: 'piece' },
      { name: 'date', source: 'date' },
      { name: 'journal_id', source: 'journalName' },
      { name: 'line_ids/account_id', source: 'account' },
      { name: 'line_ids/partner_id', source: 'auxiliaryName' },
      { name: 'line_ids/name', source: 'label' },
      { name: 'line_ids/debit', source: 'debit' },
      { name: 'line_ids/credit', source: 'credit' },
    ],
  },
  /** Fichier des écritures comptables: LPF art. A47 A-1, VII. */
  fec: {
    name: 'FEC',
    fileName: '{fiscalId}FEC{to:YYYYMMDD}.txt',
    separator: '\t',
    quotes: 'never',
    date: 'YYYYMMDD',
    columns: [
      { name: 'JournalCode', source: 'journal' },
      { name: 'JournalLib', source: 'journalName' },
      { name: 'EcritureNum', source: 'number' },
      { name: 'EcritureDate', source: 'date' },
      { name: 'CompteNum', source: 'account' },
      { name: 'CompteLib', source: 'accountName' },
      { name: 'CompAuxNum', source: 'auxiliary' },
      { name: 'CompAuxLib', source: 'auxiliaryName' },
      { name: 'PieceRef', source: 'piece' },
      { name: 'PieceDate', source: 'pieceDate' },
      { name: 'EcritureLib', source: 'label' },
      { name: 'Debit', source: 'debit' },
      { name: 'Credit', source: 'credit' },
      { name: 'EcritureLet', source: 'text', text: '' },
      { name: 'DateLet', source: 'text', text: '' },
      { name: 'ValidDate', source: 'validDate' },
      { name: 'Montantdevise', source: 'text', text: '' },
      { name: 'Idevise', source: 'text', text: '' },
    ],
  },
} as const

export type PresetName = keyof typeof raw
export const presetNames = Object.keys(raw) as readonly PresetName[]

/** Each written as a shop would write its own, and read by the same rules. */
export const presets: Readonly<Record<PresetName, JournalTemplate>> = Object.fromEntries(
  presetNames.map((name) => [name, templateSchema.parse(raw[name])]),
) as Record<PresetName, JournalTemplate>
