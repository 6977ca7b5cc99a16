import type { ColumnMap } from '#shared/contract/acquirers.ts'
import type { ColumnRole } from '#shared/settlement/statement-columns.ts'
import { columnGuesses } from './column-guesses.data.ts'

export const columnRoles = [
  'amount',
  'fee',
  'on',
  'valueOn',
  'authorisation',
  'trace',
  'terminalId',
  'card',
  'kind',
] as const satisfies readonly ColumnRole[]

/** A column map as the form holds it: names of the file’s head, `''` where it does not say. */
export interface ColumnDraft extends Pick<ColumnMap, 'separator' | 'encoding' | 'decimal' | 'days'> {
  readonly columns: Readonly<Record<ColumnRole, string>>
  /** Words of the kind column, apart by commas. */
  readonly refundWords: string
  readonly reversalWords: string
}

const noColumns = Object.fromEntries(columnRoles.map((role) => [role, ''])) as Record<ColumnRole, string>

export const emptyDraft: ColumnDraft = {
  separator: ';',
  encoding: 'utf-8',
  decimal: ',',
  days: 'DD/MM/YYYY',
  columns: noColumns,
  refundWords: '',
  reversalWords: '',
}

/** The form as a bank’s files were read before. */
export const draftOfMap = (map: ColumnMap): ColumnDraft => ({
  separator: map.separator,
  encoding: map.encoding,
  decimal: map.decimal,
  days: map.days,
  columns: {
    amount: map.amount,
    fee: map.fee ?? '',
    on: map.on ?? '',
    valueOn: map.valueOn ?? '',
    authorisation: map.authorisation ?? '',
    trace: map.trace ?? '',
    terminalId: map.terminalId ?? '',
    card: map.card ?? '',
    kind: map.kind?.column ?? '',
  },
  refundWords: map.kind?.refund.join(', ') ?? '',
  reversalWords: map.kind?.reversal.join(', ') ?? '',
})

/** As names are compared: small letters, no accents, no marks between words. */
const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A first guess which column says what, for a file nobody has read before; no column is given away twice. */
export function guessed(draft: ColumnDraft, names: readonly string[]): ColumnDraft {
  const taken = new Set<string>()
  const columns = { ...noColumns }
  const take = (role: ColumnRole, exact: boolean): void => {
    if (columns[role] !== '') return
    for (const guess of columnGuesses[role]) {
      const wanted = bare(guess)
      const fits = (name: string) => (exact ? bare(name) === wanted : bare(name).startsWith(wanted))
      const found = names.find((name) => !taken.has(name) && fits(name))
      if (found === undefined) continue
      columns[role] = found
      taken.add(found)
      return
    }
  }
  for (const role of columnRoles) take(role, true)
  for (const role of columnRoles) take(role, false)
  return { ...draft, columns }
}

export type ColumnFault = 'missing' | 'gone'

/** What stands in the way of reading a file by this map. @param names of the file’s head */
export function columnFaults(
  { columns }: ColumnDraft,
  names: readonly string[],
): Partial<Record<ColumnRole, ColumnFault>> {
  const faults: Partial<Record<ColumnRole, ColumnFault>> = {}
  for (const role of columnRoles) {
    if (columns[role] !== '' && !names.includes(columns[role])) faults[role] = 'gone'
  }
  if (columns.amount === '') faults.amount = 'missing'
  return faults
}

const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[,،;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** @param draft without faults */
export function mapOf(draft: ColumnDraft): ColumnMap {
  const { columns, separator, encoding, decimal, days } = draft
  const named = (role: ColumnRole): string | null => (columns[role] === '' ? null : columns[role])
  return {
    separator,
    encoding,
    decimal,
    days,
    amount: columns.amount,
    fee: named('fee'),
    on: named('on'),
    valueOn: named('valueOn'),
    authorisation: named('authorisation'),
    trace: named('trace'),
    terminalId: named('terminalId'),
    card: named('card'),
    kind:
      columns.kind === ''
        ? null
        : {
            column: columns.kind,
            refund: wordsOf(draft.refundWords),
            reversal: wordsOf(draft.reversalWords),
          },
  }
}
