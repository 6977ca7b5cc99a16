import { openReadOnly } from '#electron/ledger/open.ts'
import { ownerPeriod } from '#electron/ledger/owner-account.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { csvHeader, csvLine } from '#shared/books/sheets/csv.ts'
import type { ColumnKind, SheetRow } from '#shared/books/sheets/sheet.ts'
import { refusalWords } from '#shared/i18n/refusals/refusal-words.ts'
import { type DayRange, dayRange } from '#shared/kernel/day-range.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import { add, dirham, subtract } from '#shared/money/amount.ts'
import { formatAmount } from '#shared/money/format.ts'
import type { AccountMove, OwnerPeriod } from '#shared/owners/account.ts'
import type { OwnerRole, ShareRule } from '#shared/owners/share-rule.ts'
import { counted, textTable } from './text-table.ts'

type Say = (line: string) => void
type Books = ReturnType<typeof openReadOnly>

/** What cannot be done, as one sentence. */
class OwnersRefused extends Error {
  override readonly name = 'OwnersRefused'
}

const refused = (refusal: Refusal, what: string): OwnersRefused => {
  const { title, next } = refusalWords(refusal, 'en')
  return new OwnersRefused(`${what}: ${title}. ${next}`)
}

function withBooks<T>(data: string, work: (books: Books) => T): T {
  const books = openReadOnly(data)
  try {
    return work(books)
  } finally {
    books.close()
  }
}

/** Amounts for eyes: with blanks that a terminal shows as such. */
const shown = (minor: number): string => formatAmount(minor).replaceAll('\u00a0', ' ')

/** One text a line, without its end, as `say` takes them. */
const csvTable = (titles: readonly string[], kinds: readonly ColumnKind[], rows: readonly SheetRow[]) =>
  [csvHeader(titles), ...rows.map((row) => csvLine(kinds, row))].map((line) => line.replace(/\r\n$/, ''))

/**
 * Prints who leaves pieces with the shop, what was agreed and what is due; a till may be selling meanwhile.
 * @throws LedgerRefused
 */
export function runOwnersList(
  { data, csv }: { readonly data: string; readonly csv: boolean },
  say: Say,
): void {
  withBooks(data, (books) => {
    const rows = books.owners().map(({ owner, contract, due, paid }) => ({
      owner,
      name: contract?.name ?? '',
      role: contract === null ? '' : roleWords[contract.role],
      share: contract === null ? 'as each article says' : shareWords(contract.share),
      figures: [due, paid, subtract(due, paid)],
    }))
    const titles = ['Owner', 'Name', 'Sold in', 'Share', 'Due in all', 'Given in all', 'Due now']
    if (csv) {
      const kinds = ['text', 'text', 'text', 'text', 'amount', 'amount', 'amount'] as const
      const lines = rows.map(({ owner, name, role, share, figures }) => [
        owner,
        name,
        role,
        share,
        ...figures,
      ])
      for (const line of csvTable(titles, kinds, lines)) say(line)
      return
    }
    if (rows.length === 0) {
      say('Nobody has left a piece with the shop yet.')
      return
    }
    const columns = titles.map((head, at) => ({ head, numbers: at >= 4 }))
    for (const line of textTable(
      columns,
      rows.map(({ owner, name, role, share, figures }) => [owner, name, role, share, ...figures.map(shown)]),
    ))
      say(line)
  })
}

const roleWords: Readonly<Record<OwnerRole, string>> = {
  principal: 'the shop’s name',
  agent: 'the artisan’s name',
}

const percent = (ppm: number): string => `${String(ppm / 10_000).replace('.', ',')} %`

function shareWords(share: ShareRule | null): string {
  switch (share?.kind) {
    case undefined:
      return 'as each article says'
    case 'percentage':
      return percent(share.ppm)
    case 'fixed':
      return `${shown(share.perUnit)} a piece`
    case 'tiered':
      return share.tiers
        .map(({ upTo, ppm }) => `${upTo === null ? 'above' : `to ${shown(upTo)}`} ${percent(ppm)}`)
        .join(', ')
  }
}

export interface StatementArguments {
  readonly data: string
  /** As items name them. */
  readonly owner: string
  /** `null`: since the month of the last day began. */
  readonly from: string | null
  /** `null`: the day that is traded. */
  readonly to: string | null
  readonly csv: boolean
  readonly clock?: Clock
}

/**
 * Prints an artisan's account over some days, every move of it; a till may be selling meanwhile.
 * @throws OwnersRefused where nobody is of this name, or the days are none; LedgerRefused
 */
export function runOwnersStatement(args: StatementArguments, say: Say): void {
  const { data, owner, csv, clock = systemClock } = args
  withBooks(data, (books) => {
    if (books.findOwner(owner) === null) throw refused({ code: 'unknownOwner' }, owner)
    const today = businessDayNow(books.openShift(), clock.now())
    const to = args.to ?? today
    const from = args.from ?? `${to.slice(0, 7)}-01`
    const range = dayRange(from, to, today)
    if (!range.ok) throw refused(range.error, `${from} to ${to}`)
    const period = ownerPeriod(books, owner, range.value, null, Number.MAX_SAFE_INTEGER)
    const rows = rowsOf(period)
    for (const line of csv
      ? csvTable(statementTitles, statementKinds, rows)
      : plain(owner, range.value, period, rows))
      say(line)
  })
}

const statementTitles = ['Day', 'What', 'Ticket', 'Article', 'Units', 'Sold for', 'Due', 'Given', 'Left']
const statementKinds = [
  'day',
  'text',
  'number',
  'text',
  'number',
  'amount',
  'amount',
  'amount',
  'amount',
] as const

/** A row a move, with what is left after it. */
function rowsOf({ moves, sums }: OwnerPeriod): readonly SheetRow[] {
  let left = sums.carried
  return moves.map((move) => {
    left = add(left, move.kind === 'line' ? move.line.due : dirham(-move.gift.amount))
    return [...moveCells(move), left]
  })
}

function moveCells(move: AccountMove): SheetRow {
  if (move.kind === 'payment') {
    const { what, by, reference, paidOn, amount } = move.gift
    const words = [what === 'advance' ? 'on account' : 'paid out', by, reference].filter(
      (word) => word !== '',
    )
    return [paidOn, words.join(' '), null, '', null, null, null, amount]
  }
  const { line } = move
  const name = line.name.fr ?? line.name.en ?? line.name.ar ?? line.sku
  const units = line.gross < 0 ? -line.quantity : line.quantity
  return [
    line.soldOn,
    line.gross < 0 ? 'came back' : 'sold',
    line.ticket,
    name,
    units,
    line.gross,
    line.due,
    null,
  ]
}

function* plain(owner: string, { from, to }: DayRange, { sums }: OwnerPeriod, rows: readonly SheetRow[]) {
  yield `${owner}, ${from} to ${to}: ${counted(rows.length, 'move')}.`
  yield ''
  if (rows.length > 0) {
    const columns = statementTitles.map((head, at) => ({
      head,
      numbers: statementKinds[at] === 'amount' || statementKinds[at] === 'number',
    }))
    yield* textTable(
      columns,
      rows.map((row) => row.map((value, at) => textOf(value, statementKinds[at] === 'amount'))),
    )
    yield ''
  }
  const figures: readonly (readonly [string, number])[] = [
    ['Left from before', sums.carried],
    ['Due for sales', sums.due],
    ['Given on account', -sums.advances],
    ['Paid out', -sums.payouts],
    ['Left', sums.left],
  ]
  yield* textTable(
    [{ head: 'Account' }, { head: 'MAD', numbers: true }],
    figures.map(([words, minor]) => [words, shown(minor === 0 ? 0 : minor)]),
  )
}

const textOf = (value: SheetRow[number], isAmount: boolean): string =>
  value === null ? '' : isAmount ? shown(Number(value)) : String(value)
