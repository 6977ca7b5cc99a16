import type { Ticket, VatTotal } from '../cart/ticket.ts'
import type { Closing, ClosingSignature } from '../closing/closing.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { ArchiveTools } from './archive-tools.ts'
import { FoundInArchive } from './found-wrong.ts'
import type { Manifest } from './manifest.ts'
import { Recount, rateOf } from './recount.ts'
import type { ReadEntry } from './walk-entries.ts'

const file = 'closings.jsonl'

interface ClosingLine {
  readonly seq: number
  readonly fact: { readonly closing: Closing; readonly signed: ClosingSignature | null }
}

/** What the walk over the journal knew of closings. */
export interface JournalClosings {
  /** Entries `periodClosed`, in order. */
  readonly entries: readonly ReadEntry[]
  readonly tickets: readonly { readonly seq: number; readonly ticket: Ticket }[]
  /** Hex; `null`: the entry is not in the archive. */
  hashAt(seq: number): string | null
}

export interface ClosingsFound {
  readonly closings: number
  readonly unsigned: number
  /** Whose figures were recounted: those whose stretch lies in the archive. */
  readonly recounted: number
}

/**
 * Checks `closings.jsonl`: the journal's own closings and no others (the month's own may come after its stretch), numbered
 * without gaps, signed by a key of the shop, and with the figures that the tickets of their stretch come to.
 * @throws FoundInArchive
 */
export async function checkClosings(
  text: string,
  journal: JournalClosings,
  manifest: Manifest,
  tools: ArchiveTools,
): Promise<ClosingsFound> {
  const lines = text.split('\n').slice(0, -1).map(readLine)
  if (lines.length !== manifest.closings)
    throw new FoundInArchive('closingMissing', {
      file,
      said: String(lines.length),
      due: String(manifest.closings),
    })
  compareWithJournal(lines, journal.entries, manifest)
  const keys = new Set(manifest.keys.map(({ publicKey }) => publicKey))
  const last = new Map<string, Closing>()
  let unsigned = 0
  let recounted = 0
  for (const { fact } of lines) {
    const { closing, signed } = fact
    if (signed === null) unsigned += 1
    else if (!(await holdsFor(closing, signed, keys, tools)))
      throw new FoundInArchive('closingSignature', { file, at: nameOf(closing) })
    follows(last.get(closing.period), closing)
    last.set(closing.period, closing)
    const { first, last: end } = manifest.entries
    if (closing.entries.first < first || closing.entries.last > end) continue
    recounted += 1
    checkFigures(closing, journal)
  }
  return { closings: lines.length, unsigned, recounted }
}

function readLine(line: string, index: number): ClosingLine {
  try {
    const read = JSON.parse(line) as ClosingLine
    if (typeof read.fact.closing.figures === 'object' && Number.isInteger(read.seq)) return read
  } catch {
    // Told below.
  }
  throw new FoundInArchive('rowWrong', { file, at: `row ${index + 1}` })
}

const nameOf = ({ period, number }: Closing): string => `${period} ${number}`

function compareWithJournal(
  lines: readonly ClosingLine[],
  entries: readonly ReadEntry[],
  { entries: { last }, month }: Manifest,
): void {
  const within = lines.filter(({ seq }) => seq <= last)
  for (const [index, entry] of entries.entries()) {
    const line = within[index]
    if (line?.seq !== entry.seq)
      throw new FoundInArchive('closingMissing', { file, at: `entry ${entry.seq}` })
    if (canonicalJson(line.fact) !== canonicalJson(entry.fact))
      throw new FoundInArchive('closingNotInJournal', { file, at: `entry ${entry.seq}` })
  }
  const more = lines.slice(entries.length)
  const own =
    more.length <= 1 && more.every(({ seq, fact: { closing } }) => seq > last && closing.of === month)
  if (!own) throw new FoundInArchive('closingNotInJournal', { file, at: `entry ${more[0]?.seq}` })
}

async function holdsFor(
  closing: Closing,
  { publicKey, signature }: ClosingSignature,
  keys: ReadonlySet<string>,
  tools: ArchiveTools,
): Promise<boolean> {
  return keys.has(publicKey) && (await tools.holds(publicKey, tools.bytes(canonicalJson(closing)), signature))
}

/** Each in the series of its kind, and the perpetual totals go on from it. */
function follows(before: Closing | undefined, closing: Closing): void {
  if (before === undefined) return
  const at = nameOf(closing)
  if (closing.number !== before.number + 1)
    throw new FoundInArchive('closingGap', { file, at, due: String(before.number + 1) })
  const sums = [
    ['grandTotal', closing.grandTotal, before.grandTotal + closing.figures.gross],
    ['absoluteTotal', closing.absoluteTotal, before.absoluteTotal + closing.figures.absolute],
  ] as const
  for (const [field, said, due] of sums) if (said !== due) throw wrongFigure(at, field, said, due)
}

const wrongFigure = (at: string, field: string, said: unknown, due: unknown): FoundInArchive =>
  new FoundInArchive('closingFigures', { file, at, field, said: String(said), due: String(due) })

function checkFigures(closing: Closing, journal: JournalClosings): void {
  const at = nameOf(closing)
  const { entries, figures, tickets } = closing
  const head = journal.hashAt(entries.last)
  if (head !== closing.head)
    throw new FoundInArchive('closingHead', { file, at, said: closing.head, due: head ?? '' })
  const recount = new Recount()
  for (const { seq, ticket } of journal.tickets)
    if (seq >= entries.first && seq <= entries.last) recount.add(ticket)
  const due = recount.totals()
  const rows: [field: string, said: unknown, due: unknown][] = [
    ['tickets.first', tickets?.first ?? null, recount.first],
    ['tickets.last', tickets?.last ?? null, recount.last],
    ['sales.count', figures.sales.count, due.sales.count],
    ['sales.amount', figures.sales.amount, due.sales.amount],
    ['refunds.count', figures.refunds.count, due.refunds.count],
    ['refunds.amount', figures.refunds.amount, due.refunds.amount],
    ['gross', figures.gross, due.gross],
    ['absolute', figures.absolute, due.absolute],
    ['discounts', figures.discounts, due.discounts],
    ['rounding', figures.rounding, due.rounding],
    ['vat', vatText(figures.vat), vatText(due.vat as readonly VatTotal[])],
    ['tenders', tenderText(figures.tenders), tenderText(due.tenders)],
  ]
  // Minus nothing is nothing.
  for (const [field, said, dueValue] of rows)
    if (said !== dueValue && !(said === 0 && dueValue === 0)) throw wrongFigure(at, field, said, dueValue)
}

const vatText = (totals: readonly VatTotal[]): string =>
  totals
    .map(
      (total) => `${total.vatClass}/${rateOf(total)}: ${total.net + 0} ${total.vat + 0} ${total.gross + 0}`,
    )
    .sort()
    .join(', ')

const tenderText = (tenders: readonly { kind: string; count: number; amount: number }[]): string =>
  tenders
    .filter(({ count }) => count > 0)
    .map(({ kind, count, amount }) => `${kind}: ${count} ${amount + 0}`)
    .sort()
    .join(', ')
