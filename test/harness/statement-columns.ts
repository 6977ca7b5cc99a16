import type { ColumnMap } from '#shared/contract/acquirers.ts'

/** How a French bank writes its statements, of which a test needs the amounts; what else is said the test adds. */
export const amountsOnly: ColumnMap = {
  separator: ';',
  encoding: 'utf-8',
  decimal: ',',
  days: 'DD/MM/YYYY',
  amount: 'Montant',
  fee: null,
  on: null,
  valueOn: null,
  authorisation: null,
  trace: null,
  terminalId: null,
  card: null,
  kind: null,
}
