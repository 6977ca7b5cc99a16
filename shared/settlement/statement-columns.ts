import type { RawField } from '../catalogue/import/trouble.ts'
import { troubleAt } from '../catalogue/import/trouble.ts'
import type { ColumnMap } from '../contract/acquirers.ts'
import { ok, type Result } from '../kernel/result.ts'
import { withoutCardNumbers } from './card-digits.ts'
import { wordOf } from './statement-cells.ts'

/** Where a statement is wrong, and how. Nothing of such a file is kept. */
export interface StatementTrouble {
  /** From 1, as an editor counts. */
  readonly line: number
  /** Character of the line, from 1. */
  readonly column: number
  /** Half a sentence that starts with the column's name, where there is one. Never what the cell holds. */
  readonly reason: string
}

/** Columns of a map by what they say. */
export type ColumnRole =
  | 'amount'
  | 'fee'
  | 'on'
  | 'valueOn'
  | 'authorisation'
  | 'trace'
  | 'terminalId'
  | 'card'
  | 'kind'

/** A statement's head: where each column stands. From 0. */
export interface StatementHead {
  /** Line of the file. */
  readonly line: number
  readonly width: number
  readonly places: Readonly<Partial<Record<ColumnRole, number>>>
  /** A column that names the money of each line; `null`: there is none. */
  readonly currency: number | null
}

/** Names of columns that say which money a line is of. No map names it: it is looked at wherever it stands. */
const currencyNames: ReadonlySet<string> = new Set([
  'currency',
  'currency code',
  'ccy',
  'devise',
  'code devise',
  'monnaie',
  'العملة',
])

/** The name that a map gives each of its columns. */
export function namesOf(map: ColumnMap): ReadonlyMap<ColumnRole, string> {
  const { amount, fee, on, valueOn, authorisation, trace, terminalId, card, kind } = map
  const all = { amount, fee, on, valueOn, authorisation, trace, terminalId, card, kind: kind?.column ?? null }
  const named = Object.entries(all) as [ColumnRole, string | null][]
  return new Map(named.flatMap(([role, name]) => (name === null ? [] : [[role, name] as const])))
}

/**
 * Whether a row names two of the map's columns, or the only one: it is meant as the head. One alone may be a line above
 * it, like `Date;23/11/2026`.
 */
export function looksLikeHead(row: readonly RawField[], names: ReadonlyMap<ColumnRole, string>): boolean {
  const words = new Set(row.map((cell) => wordOf(cell.text)))
  const wanted = new Set([...names.values()].map(wordOf))
  return [...wanted].filter((name) => words.has(name)).length >= Math.min(2, wanted.size)
}

/** A row as the head; the first column that is missing or stands twice is named. */
export function headOf(
  row: readonly RawField[],
  names: ReadonlyMap<ColumnRole, string>,
): Result<StatementHead, StatementTrouble> {
  const words = row.map((cell) => wordOf(cell.text))
  const start = row[0] ?? { line: 1, column: 1 }
  const places: Partial<Record<ColumnRole, number>> = {}
  for (const [role, name] of names) {
    const word = wordOf(name)
    const place = words.indexOf(word)
    if (place < 0) return troubleAt(start, `column “${name}” is missing: the head names ${listed(row)}`)
    const again = row[words.indexOf(word, place + 1)]
    if (again !== undefined && again !== row[place]) return troubleAt(again, `column “${name}” stands twice`)
    places[role] = place
  }
  const currency = words.findIndex((word) => currencyNames.has(word))
  return ok({ line: start.line, width: row.length, places, currency: currency < 0 ? null : currency })
}

/** What the head names, for whoever sets up the map; cut, because a file without a head has data here. */
const listed = (row: readonly RawField[]): string =>
  row
    .slice(0, 30)
    .map((cell) => `“${withoutCardNumbers(cell.text.replace(/\p{Cc}/gu, ' ').trim()).slice(0, 40)}”`)
    .join(', ')
