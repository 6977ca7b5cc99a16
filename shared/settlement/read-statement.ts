import { csvRows } from '../catalogue/import/csv.ts'
import { readText } from '../catalogue/import/fields.ts'
import type { RawField } from '../catalogue/import/trouble.ts'
import { troubleAt } from '../catalogue/import/trouble.ts'
import type { ColumnMap } from '../contract/acquirers.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import { type Dirham, dirham } from '../money/amount.ts'
import { lastFour, withoutCardNumbers } from './card-digits.ts'
import type { MovementKind } from './movement.ts'
import type { StatementLine } from './statement.ts'
import { isSumWord, readDayCell, readMoneyCell, wordOf } from './statement-cells.ts'
import {
  type ColumnRole,
  headOf,
  looksLikeHead,
  namesOf,
  type StatementHead,
  type StatementTrouble,
} from './statement-columns.ts'
import { wrongKindOfFile } from './wrong-kind-of-file.ts'

/** A statement whose every line was understood. */
export interface ReadStatement {
  readonly lines: readonly StatementLine[]
  /** What was passed over: blank lines below the head, and lines that sum up others. */
  readonly skipped: { readonly blank: number; readonly sums: number }
}

/** A year of a busy shop, blank lines and all. */
export const mostRows = 100_000
const tooLong = `more than ${mostRows} lines: import it in parts`
/** Address, account and period stand above the head of many statements. */
const mostLinesAboveHead = 50
const longestText = 40
/** Dirhams, as banks name them. */
const ownCurrency: ReadonlySet<string> = new Set([
  '',
  'mad',
  '504',
  'dh',
  'dhs',
  'dirham',
  'dirhams',
  'درهم',
  'د.م.',
])

/**
 * Reads an acquirer's statement, whole or not at all; the first cell that is not understood is named. Card numbers are
 * cut to their last four digits here, whichever column they stand in.
 * @param text decoded by the map's encoding, without a byte-order mark
 */
export function readStatement(text: string, map: ColumnMap): Result<ReadStatement, StatementTrouble> {
  const wrong = wrongKindOfFile(text)
  if (wrong !== null) return troubleAt({ line: 1, column: 1 }, wrong)
  const names = namesOf(map)
  const lines: PricedLine[] = []
  const skipped = { blank: 0, sums: 0 }
  let head: StatementHead | null = null
  let rows = 0
  for (const row of csvRows(text, map.separator)) {
    if (!row.ok) return row
    const [first] = row.value
    rows++
    if (head === null) {
      if (looksLikeHead(row.value, names)) {
        const found = headOf(row.value, names)
        if (!found.ok) return found
        head = found.value
      } else if (rows > mostLinesAboveHead) break
    } else if (rows > mostRows) return troubleAt(first ?? { line: rows, column: 1 }, tooLong)
    else if (first === undefined || row.value.every((cell) => cell.text.trim() === '')) skipped.blank++
    else if (sumsUp(row.value, head)) skipped.sums++
    else {
      const line = readLine(row.value, head, map)
      if (!line.ok) return line
      lines.push(line.value)
    }
  }
  if (head === null)
    return troubleAt(
      { line: 1, column: 1 },
      `no line names ${[...names.values()].map((each) => `“${each}”`).join(', ')}`,
    )
  if (lines.length === 0) return troubleAt({ line: head.line, column: 1 }, 'there is no line below the head')
  const priced = withFees(lines)
  return priced.ok ? ok({ lines: priced.value, skipped }) : priced
}

/** A line, and its fee with the sign of the file. */
interface PricedLine {
  readonly line: StatementLine
  readonly fee: RawField | undefined
}

/** Sums say so in a word, and name no day, card or number of a payment. */
function sumsUp(row: readonly RawField[], { places }: StatementHead): boolean {
  const own: readonly ColumnRole[] = ['on', 'authorisation', 'trace', 'terminalId', 'card']
  const named = own.some((role) => {
    const cell = row[places[role] ?? row.length]?.text.trim() ?? ''
    return cell !== '' && !isSumWord(cell)
  })
  return !named && row.some((cell) => isSumWord(cell.text))
}

function readLine(
  row: readonly RawField[],
  head: StatementHead,
  map: ColumnMap,
): Result<PricedLine, StatementTrouble> {
  const [first] = row
  if (first === undefined) throw new RangeError('a row without cells')
  const extra = row.slice(head.width).find((cell) => cell.text.trim() !== '')
  if (row.length < head.width || extra !== undefined)
    return troubleAt(extra ?? first, `${row.length} fields where the head has ${head.width}`)
  const field = (role: ColumnRole): RawField | undefined => row[head.places[role] ?? row.length]
  const currency = row[head.currency ?? row.length]
  if (currency !== undefined && !ownCurrency.has(wordOf(currency.text)))
    return troubleAt(currency, 'another currency: the till counts in dirhams')

  const signed = moneyIn(field('amount') ?? first, map.amount, map.decimal)
  if (!signed.ok) return signed
  if (signed.value === 0) return troubleAt(field('amount') ?? first, `${map.amount}: zero`)
  const kind = kindOf(field('kind'), map.kind, signed.value < 0)
  if (kind === null)
    return troubleAt(field('amount') ?? first, `${map.amount}: below zero on a line that is a payment`)
  const fee = field('fee')
  const kept =
    fee === undefined || fee.text.trim() === '' ? ok(null) : moneyIn(fee, map.fee ?? '', map.decimal)
  if (!kept.ok) return kept
  const on = dayIn(field('on'), map.on, map.days)
  if (!on.ok) return on
  const valueOn = dayIn(field('valueOn'), map.valueOn, map.days)
  if (!valueOn.ok) return valueOn
  const authorisation = textIn(field('authorisation'), map.authorisation)
  if (!authorisation.ok) return authorisation
  const trace = textIn(field('trace'), map.trace)
  if (!trace.ok) return trace
  const terminalId = textIn(field('terminalId'), map.terminalId)
  if (!terminalId.ok) return terminalId
  const line: StatementLine = {
    line: first.line - head.line,
    kind,
    amount: dirham(Math.abs(signed.value)),
    fee: kept.value,
    on: on.value,
    valueOn: valueOn.value,
    authorisation: authorisation.value,
    trace: trace.value,
    terminalId: terminalId.value,
    last4: lastFour(field('card')?.text.trim() ?? ''),
  }
  return ok({ line, fee })
}

function moneyIn(
  field: RawField,
  name: string,
  decimal: ColumnMap['decimal'],
): Result<Dirham, StatementTrouble> {
  if (field.text.trim() === '') return troubleAt(field, `${name}: missing`)
  const read = readMoneyCell(field.text, decimal)
  return read.ok ? read : troubleAt(field, `${name}: ${read.error}`)
}

function dayIn(
  field: RawField | undefined,
  name: string | null,
  shape: ColumnMap['days'],
): Result<BusinessDay | null, StatementTrouble> {
  if (field === undefined || field.text.trim() === '') return ok(null)
  const read = readDayCell(field.text, shape)
  return read.ok ? read : troubleAt(field, `${name}: ${read.error}`)
}

function textIn(field: RawField | undefined, name: string | null): Result<string | null, StatementTrouble> {
  const read = readText(field, name ?? '', longestText)
  return read.ok ? ok(read.value === null ? null : withoutCardNumbers(read.value)) : read
}

/** @returns `null` where the words say payment and the sign says the opposite */
function kindOf(field: RawField | undefined, words: ColumnMap['kind'], below: boolean): MovementKind | null {
  if (words === null) return below ? 'refund' : 'sale'
  const word = wordOf(field?.text ?? '')
  if (words.refund.some((each) => wordOf(each) === word)) return 'refund'
  if (words.reversal.some((each) => wordOf(each) === word)) return 'saleReversal'
  return below ? null : 'sale'
}

/**
 * Some acquirers write what they keep as it is, others as taken away. The payments tell which: what is kept of a payment
 * has one sign throughout a file, and the other one on a refund is given back.
 */
function withFees(lines: readonly PricedLine[]): Result<readonly StatementLine[], StatementTrouble> {
  const sign = ({ line }: PricedLine): number => Math.sign(line.fee ?? 0)
  const payments = lines.filter((each) => each.line.kind === 'sale' && sign(each) !== 0)
  const kept = payments[0] === undefined ? 1 : sign(payments[0])
  const odd = payments.find((each) => sign(each) !== kept)
  if (odd?.fee !== undefined)
    return err({
      line: odd.fee.line,
      column: odd.fee.column,
      reason: 'fee: kept of some payments and given back with others',
    })
  return ok(lines.map(({ line }) => (line.fee === null ? line : { ...line, fee: dirham(line.fee * kept) })))
}
