/**
 * What the French tax code says of a fichier des écritures comptables, checked by code that shares nothing with what writes
 * one: livre des procédures fiscales, article A47 A-1 (VI, VII, IX, XII), and of its reading BOI-CF-IOR-60-40-20.
 */

/** A rule that a file breaks. */
export interface FecFault {
  /** Where the rule stands. */
  readonly clause: string
  /** 1 = the line with the names; 0: the file. */
  readonly line: number
  readonly fault: string
}

const fields = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const
type Field = (typeof fields)[number]
/** "À blanc si non utilisé": all others say something. */
const mayBeBlank: ReadonlySet<Field> = new Set([
  'CompAuxNum',
  'CompAuxLib',
  'EcritureLet',
  'DateLet',
  'Montantdevise',
  'Idevise',
])
const dates: readonly Field[] = ['EcritureDate', 'PieceDate', 'ValidDate', 'DateLet']

type Say = (clause: string, line: number, fault: string) => void
type Row = Readonly<Record<Field, string>> & { readonly line: number }

/**
 * @param identity digits that stand for the taxpayer: 9 of a SIREN; 15 of an ICE where a Moroccan shop borrows the format
 * @returns every fault; none: the file is as the text wants it
 */
export function fecFaults(name: string, bytes: Uint8Array, identity: 9 | 15 = 9): readonly FecFault[] {
  const faults: FecFault[] = []
  const say: Say = (clause, line, fault) => void faults.push({ clause, line, fault })
  const closing = closingDay(name, identity, say)
  const text = decoded(bytes, say)
  if (text === null) return faults
  const rows = rowsOf(text, say)
  for (const row of rows) checkRow(row, closing, say)
  checkSequence(rows, say)
  checkBalance(rows, say)
  return faults
}

function closingDay(name: string, identity: number, say: Say): string | null {
  const match = new RegExp(`^\\d{${identity}}FEC(\\d{8})(?:\\.txt)?$`).exec(name)
  if (match === null || !isDate(match[1] ?? '')) {
    say('A47 A-1 IX', 0, `${name} is not named SirenFECAAAAMMJJ`)
    return null
  }
  return match[1] ?? null
}

/** XII 1°: ASCII, ISO 8859-15 or UTF-8. What is no UTF-8 has to be 8859-15, which has no bytes 0x80 to 0x9F. */
function decoded(bytes: Uint8Array, say: Say): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) {
      say('A47 A-1 XII 1°', 0, 'neither UTF-8 nor ISO 8859-15')
      return null
    }
    return new TextDecoder('iso-8859-15').decode(bytes)
  }
}

function rowsOf(text: string, say: Say): readonly Row[] {
  const records = text.split(/\r\n|\n|\r/)
  if (records.at(-1) === '') records.pop()
  else say('A47 A-1 VI 1° a', records.length, 'the last record has no end')
  const [head = '', ...rest] = records
  const separator = head.includes('\t') ? '\t' : '|'
  if (head !== fields.join(separator))
    say('A47 A-1 VII 4°', 1, 'the first line is not the names of the fields')
  return rest.flatMap((record, at) => {
    const cells = record.split(separator)
    const line = at + 2
    if (cells.length !== fields.length) {
      say('A47 A-1 VI 1° c', line, `${cells.length} fields`)
      return []
    }
    const named = Object.fromEntries(fields.map((field, place) => [field, cells[place] ?? '']))
    return [{ ...(named as Readonly<Record<Field, string>>), line }]
  })
}

function checkRow(row: Row, closing: string | null, say: Say): void {
  const { line } = row
  for (const field of fields)
    if (row[field].trim() === '' && !mayBeBlank.has(field)) say('A47 A-1 VII 1°', line, `${field} is blank`)
  for (const field of dates)
    if (row[field] !== '' && !isDate(row[field])) say('A47 A-1 XII 4°', line, `${field} is no date AAAAMMJJ`)
  if (!/^\d{3}/.test(row.CompteNum))
    say('A47 A-1 VII 1° 5', line, 'CompteNum does not begin with three digits')
  if ((row.CompAuxNum === '') !== (row.CompAuxLib === ''))
    say('A47 A-1 VII 1° 7–8', line, 'an auxiliary account and its name go together')
  if ((row.EcritureLet === '') !== (row.DateLet === ''))
    say('A47 A-1 VII 1° 14–15', line, 'a lettering and its date go together')
  const debit = centimes(row.Debit)
  const credit = centimes(row.Credit)
  if (debit === null || credit === null) say('A47 A-1 XII 2°', line, 'an amount is no number with a comma')
  else if (debit !== 0n && credit !== 0n) say('BOI-CF-IOR-60-40-20', line, 'debit and credit in one line')
  else if (debit === 0n && credit === 0n) say('BOI-CF-IOR-60-40-20', line, 'a line of nothing')
  if (row.ValidDate < row.EcritureDate) say('A47 A-1 VII 1°', line, 'validated before its date')
  if (closing !== null && row.EcritureDate > closing)
    say('A47 A-1 IX', line, 'an entry after the closing that the name tells of')
}

/** A continuous sequence, in the order of validation; what belongs to one entry stands together and has one head. */
function checkSequence(rows: readonly Row[], say: Say): void {
  let last: Row | null = null
  for (const row of rows) {
    const number = /^\d+$/.test(row.EcritureNum) ? Number(row.EcritureNum) : Number.NaN
    const before = last === null ? 0 : Number(last.EcritureNum)
    if (last === null || number !== before) {
      if (number !== before + 1)
        say('A47 A-1 VII 1° 3', row.line, `EcritureNum ${row.EcritureNum} after ${before}`)
    } else if (
      ['JournalCode', 'EcritureDate', 'ValidDate', 'PieceRef'].some((field) => differ(row, last, field))
    )
      say('A47 A-1 VII 1° 3', row.line, 'one EcritureNum, two entries')
    if (last !== null && row.ValidDate < last.ValidDate)
      say('A47 A-1 VII 1°', row.line, 'out of the order of validation')
    last = row
  }
}

const differ = (a: Row, b: Row | null, field: string): boolean =>
  b !== null && a[field as Field] !== b[field as Field]

function checkBalance(rows: readonly Row[], say: Say): void {
  const balances = new Map<string, { line: number; balance: bigint }>()
  for (const row of rows) {
    const entry = balances.get(row.EcritureNum) ?? { line: row.line, balance: 0n }
    entry.balance += (centimes(row.Debit) ?? 0n) - (centimes(row.Credit) ?? 0n)
    balances.set(row.EcritureNum, entry)
  }
  for (const [number, { line, balance }] of balances)
    if (balance !== 0n) say('BOI-CF-IOR-60-40-20', line, `entry ${number} is out of balance by ${balance}`)
}

/** `1234,50`: no group, a comma, at most two decimals; a sign before or after. */
function centimes(text: string): bigint | null {
  const match = /^([+-]?)(\d+)(?:,(\d{1,2}))?([+-]?)$/.exec(text)
  if (match === null || (match[1] !== '' && match[4] !== '')) return null
  const amount = BigInt(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`)
  return match[1] === '-' || match[4] === '-' ? -amount : amount
}

function isDate(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
}
