/**
 * How a field is written: as text, a whole number, minor units with two or five decimals, a count with three, 1 or 0, or a
 * moment of the wall clock.
 */
export type FieldKind = 'text' | 'whole' | 'money2' | 'money5' | 'quantity' | 'flag' | 'moment'

/** Name, kind, and of texts how many characters at most. */
type Field = readonly [string, FieldKind, number?]

interface Table {
  readonly file: string
  /** As the taxonomy calls it. */
  readonly name: string
  /** Behind those of `closingFields`. */
  readonly fields: readonly Field[]
}

/** Every row of every table begins with the closing it belongs to. */
export const closingFields = [
  ['Z_KASSE_ID', 'text', 50],
  ['Z_ERSTELLUNG', 'moment'],
  ['Z_NR', 'whole'],
] as const satisfies readonly Field[]

/** The tables of DSFinV-K 2.1 and their fields, as pretix/python-dsfinvk has them. */
export const tables = {
  lines: {
    file: 'lines.csv',
    name: 'Bonpos',
    fields: [
      ['BON_ID', 'text', 40],
      ['POS_ZEILE', 'text', 50],
      ['GUTSCHEIN_NR', 'text', 50],
      ['ARTIKELTEXT', 'text', 255],
      ['POS_TERMINAL_ID', 'text', 50],
      ['GV_TYP', 'text', 30],
      ['GV_NAME', 'text', 40],
      ['INHAUS', 'flag'],
      ['P_STORNO', 'flag'],
      ['AGENTUR_ID', 'whole'],
      ['ART_NR', 'text', 50],
      ['GTIN', 'text', 50],
      ['WARENGR_ID', 'text', 40],
      ['WARENGR', 'text', 50],
      ['MENGE', 'quantity'],
      ['FAKTOR', 'quantity'],
      ['EINHEIT', 'text', 50],
      ['STK_BR', 'money5'],
    ],
  },
  linesVat: {
    file: 'lines_vat.csv',
    name: 'Bonpos_USt',
    fields: [
      ['BON_ID', 'text', 40],
      ['POS_ZEILE', 'text', 50],
      ['UST_SCHLUESSEL', 'whole'],
      ['POS_BRUTTO', 'money5'],
      ['POS_NETTO', 'money5'],
      ['POS_UST', 'money5'],
    ],
  },
  itemAmounts: {
    file: 'itemamounts.csv',
    name: 'Bonpos_Preisfindung',
    fields: [
      ['BON_ID', 'text', 40],
      ['POS_ZEILE', 'text', 50],
      ['TYP', 'text', 20],
      ['UST_SCHLUESSEL', 'whole'],
      ['PF_BRUTTO', 'money5'],
      ['PF_NETTO', 'money5'],
      ['PF_UST', 'money5'],
    ],
  },
  subItems: {
    file: 'subitems.csv',
    name: 'Bonpos_Zusatzinfo',
    fields: [
      ['BON_ID', 'text', 40],
      ['POS_ZEILE', 'text', 50],
      ['ZI_ART_NR', 'text', 50],
      ['ZI_GTIN', 'text', 50],
      ['ZI_NAME', 'text', 50],
      ['ZI_WARENGR_ID', 'text', 40],
      ['ZI_WARENGR', 'text', 50],
      ['ZI_MENGE', 'quantity'],
      ['ZI_FAKTOR', 'quantity'],
      ['ZI_EINHEIT', 'text', 50],
      ['ZI_UST_SCHLUESSEL', 'whole'],
      ['ZI_BASISPREIS_BRUTTO', 'money5'],
      ['ZI_BASISPREIS_NETTO', 'money5'],
      ['ZI_BASISPREIS_UST', 'money5'],
    ],
  },
  transactions: {
    file: 'transactions.csv',
    name: 'Bonkopf',
    fields: [
      ['BON_ID', 'text', 40],
      ['BON_NR', 'whole'],
      ['BON_TYP', 'text', 30],
      ['BON_NAME', 'text', 60],
      ['TERMINAL_ID', 'text', 50],
      ['BON_STORNO', 'flag'],
      ['BON_START', 'moment'],
      ['BON_ENDE', 'moment'],
      ['BEDIENER_ID', 'text', 50],
      ['BEDIENER_NAME', 'text', 50],
      ['UMS_BRUTTO', 'money2'],
      ['KUNDE_NAME', 'text', 50],
      ['KUNDE_ID', 'text', 50],
      ['KUNDE_TYP', 'text', 50],
      ['KUNDE_STRASSE', 'text', 60],
      ['KUNDE_PLZ', 'text', 10],
      ['KUNDE_ORT', 'text', 62],
      ['KUNDE_LAND', 'text', 3],
      ['KUNDE_USTID', 'text', 15],
      ['BON_NOTIZ', 'text', 255],
    ],
  },
  transactionsVat: {
    file: 'transactions_vat.csv',
    name: 'Bonkopf_USt',
    fields: [
      ['BON_ID', 'text', 40],
      ['UST_SCHLUESSEL', 'whole'],
      ['BON_BRUTTO', 'money5'],
      ['BON_NETTO', 'money5'],
      ['BON_UST', 'money5'],
    ],
  },
  allocationGroups: {
    file: 'allocation_groups.csv',
    name: 'Bonkopf_AbrKreis',
    fields: [
      ['BON_ID', 'text', 40],
      ['ABRECHNUNGSKREIS', 'text', 50],
    ],
  },
  dataPayment: {
    file: 'datapayment.csv',
    name: 'Bonkopf_Zahlarten',
    fields: [
      ['BON_ID', 'text', 40],
      ['ZAHLART_TYP', 'text', 25],
      ['ZAHLART_NAME', 'text', 60],
      ['ZAHLWAEH_CODE', 'text', 3],
      ['ZAHLWAEH_BETRAG', 'money2'],
      ['BASISWAEH_BETRAG', 'money2'],
    ],
  },
  references: {
    file: 'references.csv',
    name: 'Bon_Referenzen',
    fields: [
      ['BON_ID', 'text', 40],
      ['POS_ZEILE', 'text', 50],
      ['REF_TYP', 'text', 20],
      ['REF_NAME', 'text', 40],
      ['REF_DATUM', 'moment'],
      ['REF_Z_KASSE_ID', 'text', 50],
      ['REF_Z_NR', 'whole'],
      ['REF_BON_ID', 'text', 40],
    ],
  },
  transactionsTse: {
    file: 'transactions_tse.csv',
    name: 'TSE_Transaktionen',
    fields: [
      ['BON_ID', 'text', 40],
      ['TSE_ID', 'whole'],
      ['TSE_TANR', 'whole'],
      ['TSE_TA_START', 'text'],
      ['TSE_TA_ENDE', 'text'],
      ['TSE_TA_VORGANGSART', 'text', 30],
      ['TSE_TA_SIGZ', 'whole'],
      ['TSE_TA_SIG', 'text', 512],
      ['TSE_TA_FEHLER', 'text', 200],
      ['TSE_VORGANGSDATEN', 'text'],
    ],
  },
  closings: {
    file: 'cashpointclosing.csv',
    name: 'Stamm_Abschluss',
    fields: [
      ['Z_BUCHUNGSTAG', 'text'],
      ['TAXONOMIE_VERSION', 'text', 10],
      ['Z_START_ID', 'text', 40],
      ['Z_ENDE_ID', 'text', 40],
      ['NAME', 'text', 60],
      ['STRASSE', 'text', 60],
      ['PLZ', 'text', 10],
      ['ORT', 'text', 62],
      ['LAND', 'text', 3],
      ['STNR', 'text', 20],
      ['USTID', 'text', 15],
      ['Z_SE_ZAHLUNGEN', 'money2'],
      ['Z_SE_BARZAHLUNGEN', 'money2'],
    ],
  },
  locations: {
    file: 'location.csv',
    name: 'Stamm_Orte',
    fields: [
      ['LOC_NAME', 'text', 60],
      ['LOC_STRASSE', 'text', 60],
      ['LOC_PLZ', 'text', 10],
      ['LOC_ORT', 'text', 62],
      ['LOC_LAND', 'text', 3],
      ['LOC_USTID', 'text', 15],
    ],
  },
  registers: {
    file: 'cashregister.csv',
    name: 'Stamm_Kassen',
    fields: [
      ['KASSE_BRAND', 'text', 50],
      ['KASSE_MODELL', 'text', 50],
      ['KASSE_SERIENNR', 'text', 70],
      ['KASSE_SW_BRAND', 'text', 50],
      ['KASSE_SW_VERSION', 'text', 50],
      ['KASSE_BASISWAEH_CODE', 'text', 3],
      ['KEINE_UST_ZUORDNUNG', 'flag'],
    ],
  },
  slaves: {
    file: 'slaves.csv',
    name: 'Stamm_Terminals',
    fields: [
      ['TERMINAL_ID', 'text', 50],
      ['TERMINAL_BRAND', 'text', 50],
      ['TERMINAL_MODELL', 'text', 50],
      ['TERMINAL_SERIENNR', 'text', 70],
      ['TERMINAL_SW_BRAND', 'text', 50],
      ['TERMINAL_SW_VERSION', 'text', 50],
    ],
  },
  agencies: {
    file: 'pa.csv',
    name: 'Stamm_Agenturen',
    fields: [
      ['AGENTUR_ID', 'whole'],
      ['AGENTUR_NAME', 'text', 60],
      ['AGENTUR_STRASSE', 'text', 60],
      ['AGENTUR_PLZ', 'text', 10],
      ['AGENTUR_ORT', 'text', 62],
      ['AGENTUR_LAND', 'text', 3],
      ['AGENTUR_STNR', 'text', 20],
      ['AGENTUR_USTID', 'text', 15],
    ],
  },
  vat: {
    file: 'vat.csv',
    name: 'Stamm_USt',
    fields: [
      ['UST_SCHLUESSEL', 'whole'],
      ['UST_SATZ', 'money2'],
      ['UST_BESCHR', 'text', 55],
    ],
  },
  tse: {
    file: 'tse.csv',
    name: 'Stamm_TSE',
    fields: [
      ['TSE_ID', 'whole'],
      ['TSE_SERIAL', 'text', 68],
      ['TSE_SIG_ALGO', 'text', 30],
      ['TSE_ZEITFORMAT', 'text'],
      ['TSE_PD_ENCODING', 'text', 5],
      ['TSE_PUBLIC_KEY', 'text', 512],
      ['TSE_ZERTIFIKAT_I', 'text', 1000],
      ['TSE_ZERTIFIKAT_II', 'text', 1000],
      ['TSE_ZERTIFIKAT_III', 'text', 1000],
      ['TSE_ZERTIFIKAT_IV', 'text', 1000],
      ['TSE_ZERTIFIKAT_V', 'text', 1000],
      ['TSE_ZERTIFIKAT_VI', 'text', 1000],
      ['TSE_ZERTIFIKAT_VII', 'text', 1000],
    ],
  },
  businessCases: {
    file: 'businesscases.csv',
    name: 'Z_GV_Typ',
    fields: [
      ['GV_TYP', 'text', 30],
      ['GV_NAME', 'text', 40],
      ['AGENTUR_ID', 'whole'],
      ['UST_SCHLUESSEL', 'whole'],
      ['Z_UMS_BRUTTO', 'money5'],
      ['Z_UMS_NETTO', 'money5'],
      ['Z_UST', 'money5'],
    ],
  },
  payments: {
    file: 'payment.csv',
    name: 'Z_Zahlart',
    fields: [
      ['ZAHLART_TYP', 'text', 25],
      ['ZAHLART_NAME', 'text', 60],
      ['Z_ZAHLART_BETRAG', 'money2'],
    ],
  },
  cashPerCurrency: {
    file: 'cash_per_currency.csv',
    name: 'Z_Waehrungen',
    fields: [
      ['ZAHLART_WAEH', 'text', 3],
      ['ZAHLART_BETRAG_WAEH', 'money2'],
    ],
  },
} as const satisfies Readonly<Record<string, Table>>

export type TableKey = keyof typeof tables
export const tableKeys = Object.keys(tables) as readonly TableKey[]

/** Values of a row by the names of its fields; what is left out is empty. */
export type TableRow<K extends TableKey> = Partial<
  Record<(typeof tables)[K]['fields'][number][0], string | number | boolean>
>
