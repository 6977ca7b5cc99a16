import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import { readSettings, replaceFile } from '#electron/platform/settings-file.ts'
import type { ColumnMap } from '#shared/contract/acquirers.ts'
import { columnMapSchema } from '#shared/contract/acquirers-schema.ts'
import type { BatchView, SettlementsView } from '#shared/contract/settlements.ts'
import { refusalWords } from '#shared/i18n/refusals/refusal-words.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { add, type Dirham, dirham, zero } from '#shared/money/amount.ts'
import { formatAmount, formatMoney } from '#shared/money/format.ts'
import { type BatchTotals, netOf } from '#shared/settlement/totals.ts'
import { openSettlementBooks, type SettlementBooks } from './settlement-books.ts'
import { stateWords } from './settlement-words.ts'
import { statementReport } from './statement-report.ts'
import { counted, textTable } from './text-table.ts'

type Say = (line: string) => void

/** What cannot be done, as one sentence; the folder is as it was. */
class SettlementRefused extends Error {
  override readonly name = 'SettlementRefused'
}

async function withBooks<T>(data: string, work: (books: SettlementBooks) => T | Promise<T>): Promise<T> {
  const books = await openSettlementBooks(data)
  try {
    return await work(books)
  } finally {
    books.close()
  }
}

/**
 * Prints the settlements of a till with their states and both sides' totals, and what is in none yet.
 * @throws LedgerRefused while a till runs on the folder
 */
export const runSettlementList = ({ data }: { readonly data: string }, say: Say): Promise<void> =>
  withBooks(data, ({ views }) => {
    for (const line of settlementList(views.all())) say(line)
  })

function settlementList({ batches, collected }: SettlementsView): readonly string[] {
  const lines: string[] = []
  if (batches.length === 0) lines.push('There is no settlement yet.')
  else {
    const columns = [
      { head: 'No.', numbers: true },
      { head: 'Day' },
      { head: 'Terminal' },
      { head: 'Acquirer' },
      { head: 'Movements', numbers: true },
      { head: 'Sales', numbers: true },
      { head: 'Undone', numbers: true },
      { head: 'Refunds', numbers: true },
      { head: 'Net', numbers: true },
      { head: 'State' },
    ]
    lines.push(...textTable(columns, batches.flatMap(batchRows)), '', ...sumsByState(batches))
  }
  for (const { terminalName, acquirer, count, net, since, unknown } of collected) {
    const who = acquirer === null ? ' (no acquirer is set up for it)' : ''
    if (count > 0)
      lines.push(
        `In none yet: ${counted(count, 'movement')} on ${terminalName}${who}, ${formatMoney(dirham(net), 'MAD')}, since ${isoLocal(since)}.`,
      )
    if (unknown.count > 0)
      lines.push(
        `Not known yet: ${counted(unknown.count, 'charge')} on ${terminalName}, ${formatMoney(unknown.amount, 'MAD')}.`,
      )
  }
  return lines
}

/** Ours, and below it what the other side says, where that is something else. */
function batchRows(batch: BatchView): readonly (readonly string[])[] {
  const { number, businessDay, terminal, acquirerName, movements, ours, told } = batch
  const figures = (totals: BatchTotals): readonly string[] =>
    [totals.sales, totals.saleReversals, totals.refunds].map(({ amount }) => formatAmount(amount))
  const own = [
    ...[String(number), businessDay, terminal, acquirerName, String(movements)],
    ...figures(ours),
    ...[formatAmount(netOf(ours)), stateWords(batch)],
  ]
  if (told === null || batch.state === 'agreed') return [own]
  const { sales, saleReversals, refunds } = told.groups
  const theirs = [sales, saleReversals, refunds].map((group) =>
    group === null ? '?' : formatAmount(group.amount),
  )
  return [own, ['', '', '', 'they say', '', ...theirs, told.net === null ? '?' : formatAmount(told.net)]]
}

function sumsByState(batches: readonly BatchView[]): readonly string[] {
  const states = Map.groupBy(batches, ({ state, unconfirmed }) => (unconfirmed ? 'unconfirmed' : state))
  return [...states].map(([state, own]) => {
    const net = own.reduce((sum: Dirham, { ours }) => add(sum, netOf(ours)), zero)
    return `${own.length} ${state}, net ${formatMoney(net, 'MAD')}.`
  })
}

export interface SettlementExportArguments {
  readonly data: string
  /** Number or id; `null`: all of them. */
  readonly batch: string | null
  /** Made if it is not there. */
  readonly out: string
}

/**
 * Writes the signed files of settlements into a folder. One that is there already with other content stays as it is.
 * @returns 0: all are there; 1: one of them is not
 * @throws SettlementRefused where the batch is none; LedgerRefused while a till runs on the folder
 */
export const runSettlementExport = (
  { data, batch, out }: SettlementExportArguments,
  say: Say,
): Promise<number> =>
  withBooks(data, async (books) => {
    const batches = batch === null ? books.batches().toReversed() : [theBatch(books.batches(), batch)]
    if (batches.length === 0) say('There is no settlement yet.')
    mkdirSync(out, { recursive: true })
    let missing = 0
    for (const each of batches) if (!(await writeOnce(books, each, out, say))) missing++
    return missing === 0 ? 0 : 1
  })

function theBatch(batches: readonly BatchRow[], wanted: string): BatchRow {
  const found = batches.filter(({ batch, number }) => batch === wanted || String(number) === wanted)
  const [first] = found
  if (first === undefined)
    throw new SettlementRefused(`there is no settlement ${wanted}: see hanout settlement list`)
  if (found.length > 1) {
    const ids = found.map((each) => `${each.batch} (${each.acquirer}, ${each.businessDay})`).join(', ')
    throw new SettlementRefused(
      `settlement ${wanted} is one of each of several acquirers: name it by its id: ${ids}`,
    )
  }
  return first
}

async function writeOnce(
  { files }: SettlementBooks,
  batch: BatchRow,
  out: string,
  say: Say,
): Promise<boolean> {
  const made = files.exported(batch)
  if (made === null)
    throw new SettlementRefused('the shop’s key cannot be used, and an unsigned settlement file is none')
  const path = join(out, made.file)
  if (!existsSync(path)) {
    await replaceFile(path, made.text)
    say(`${made.file} is written.`)
    return true
  }
  const same = readFileSync(path).equals(Buffer.from(made.text))
  say(
    same
      ? `${made.file} was there already.`
      : `${made.file} is there with other content and was left as it is.`,
  )
  return same
}

export interface SettlementMatchArguments {
  readonly data: string
  readonly acquirer: string
  /** The statement. */
  readonly file: string
  /** File with a column map (JSON); `null`: the one in the acquirer's settings. */
  readonly map: string | null
}

/**
 * Imports a statement and prints what it pays and what has to be looked at.
 * @returns 0: every line has its movement and nothing of its days is unpaid; 1: somebody has to look
 * @throws SettlementRefused with line and column where it cannot be read; nothing of it was kept
 */
export const runSettlementMatch = (args: SettlementMatchArguments, say: Say): Promise<number> =>
  withBooks(args.data, async ({ acquirers, statements }) => {
    const acquirer = acquirers.find(({ id }) => id === args.acquirer)
    if (acquirer === undefined)
      throw new SettlementRefused(
        `no acquirer ${args.acquirer} is set up; there are: ${acquirers.map(({ id }) => id).join(', ') || 'none'}`,
      )
    const map = args.map === null ? acquirer.statement : await readMap(args.map)
    if (map === null)
      throw new SettlementRefused(
        `how statements of ${acquirer.name} are read is not set: give it with --map FILE`,
      )
    const file = basename(args.file)
    const bytes = readFileSync(args.file)
    const imported = statements.import({ acquirer: acquirer.id, file, bytes, map }, 'settlement match')
    if (!imported.ok) {
      const { title, next } = refusalWords(imported.refusal, 'en')
      throw new SettlementRefused(`${file}: ${title}. ${next}`)
    }
    const detail = statements.find(imported.value.statement)
    if (detail === null) throw new Error('a statement is not there after it was imported')
    const { lines, isExplained } = statementReport(detail, acquirer.name)
    for (const line of lines) say(line)
    return isExplained ? 0 : 1
  })

async function readMap(path: string): Promise<ColumnMap> {
  const map = await readSettings(path, columnMapSchema, 'write it anew')
  if (map === null) throw new SettlementRefused(`${path} is not there`)
  return map
}
