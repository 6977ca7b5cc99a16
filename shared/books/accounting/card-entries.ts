import type { BusinessDay } from '../../kernel/stamp.ts'
import { dirham } from '../../money/amount.ts'
import type { StatementLine } from '../../settlement/statement.ts'
import { signedAmount } from '../../settlement/statement-sums.ts'
import { vatWithin } from '../../tax/vat.ts'
import type { Chart } from './chart.ts'
import { entryOf, type JournalEntry, newSheet, post, type Sheet } from './journal-entry.ts'
import { cardLabel } from './ticket-postings.ts'

/** A line of an acquirer's statement with what the till knows of it. */
export interface SettledLine {
  readonly acquirer: string
  readonly importedOn: BusinessDay
  readonly line: StatementLine
  /** Terminal of its movement; `null`: it was matched to none. */
  readonly terminal: string | null
}

/** The day the bank account shows it: as the acquirer says, or as near as it says. */
export const settledOn = ({ line, importedOn }: SettledLine): BusinessDay =>
  line.valueOn ?? line.on ?? importedOn

/**
 * What acquirers paid, one entry for each of them and each day: the bank gets the net, fees and the VAT in them are charges,
 * card money to come goes down by the gross. Payments for which there is no movement wait in suspense.
 */
export function cardEntries(chart: Chart, lines: readonly SettledLine[]): readonly JournalEntry[] {
  const days = Map.groupBy(lines, (line) => `${settledOn(line)} ${line.acquirer}`)
  const ordinals = new Map<BusinessDay, number>()
  return [...days.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const date = settledOn(first)
    const ordinal = (ordinals.get(date) ?? 0) + 1
    ordinals.set(date, ordinal)
    const imported = own.map(({ importedOn }) => importedOn).reduce((a, b) => (a > b ? a : b))
    const head = {
      journal: 'BQ' as const,
      date,
      validatedOn: imported > date ? imported : date,
      piece: `R${date.slice(2).replaceAll('-', '')}-${ordinal}`,
      label: `${chart.words.settlement} ${first.acquirer}`,
    }
    const entry = entryOf(head, settlementSheet(chart, own, head.label))
    return entry === null ? [] : [entry]
  })
}

function settlementSheet(chart: Chart, lines: readonly SettledLine[], label: string): Sheet {
  const sheet = newSheet()
  let net = 0
  let fees = 0
  for (const { line, terminal } of lines) {
    const gross = signedAmount(line)
    net += gross - (line.fee ?? 0)
    fees += line.fee ?? 0
    if (terminal === null)
      post(sheet, chart.place('suspenseIn'), `${label} : ${chart.words.unmatched}`, -gross)
    else post(sheet, chart.card(terminal), cardLabel(chart, terminal), -gross)
  }
  const vat = vatWithin(dirham(fees), chart.plan.feeVatRate)
  post(sheet, chart.place('bank'), label, net)
  post(sheet, chart.place('fees'), chart.words.fees, fees - vat)
  post(sheet, chart.place('feesVat'), `${chart.words.vat} ${chart.words.fees}`, vat)
  return sheet
}
