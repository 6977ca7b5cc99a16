import type { Counter } from '#electron/checkout/counter.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { History } from '#electron/ledger/read-ledger.ts'
import { dayTotals } from '#shared/books/day-totals.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import { commandOf, plainSettings } from './command-of.ts'
import type { DayLine } from './day-line.ts'
import type { DayReport } from './day-report.ts'

export interface ScriptedTill {
  readonly counter: Counter
  readonly ledger: WriteLedger & History
  /** Whether every entry and every projection of the ledger is what it should be. */
  readonly verify: () => boolean
}

/** Plays one line and waits until nothing is under way. @returns why the till refused, if it did */
export async function playLine(
  till: ScriptedTill,
  line: DayLine,
  saleTicket: number | null,
): Promise<RefusalCode | null> {
  const by = till.counter.view().shift?.cashier ?? 'replay'
  const command = commandOf(line, {
    settings: till.ledger.settings() ?? plainSettings,
    by,
    saleTicket: saleTicket as TicketNumber | null,
  })
  if (command === null) return null
  const answer = await till.counter.send(command, by)
  if (!answer.ok) return answer.refusal.code
  await till.counter.settled()
  return null
}

/** Numbers of the sale tickets from a number on. */
export function saleTicketsFrom(ledger: WriteLedger, first: number): readonly number[] {
  const numbers: number[] = []
  for (let number = first; number < ledger.nextTicketNumber(); number += 1) {
    if (ledger.findTicket(number as TicketNumber)?.ticket.kind === 'sale') numbers.push(number)
  }
  return numbers
}

/** @param since entries of the journal before the script began */
export function reportOf(till: ScriptedTill, since: number): Omit<DayReport, 'refused'> {
  const head = till.ledger.head()
  return {
    ...dayTotals(factsOf(till.ledger), since),
    chain: { entries: head?.seq ?? 0, valid: till.verify(), head: head?.hash ?? '' },
  }
}

function* factsOf(ledger: History): Generator<Fact> {
  for (const entry of ledger.entriesAfter(0)) yield entry.fact
}
