import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Log } from '#electron/platform/log.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { ReceiptState } from '#shared/checkout/view.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { LaidPaper, PaperLayout, PaperPrinter, PrintersPort } from './ports.ts'

export interface PrintQueueParts {
  readonly ledger: ReadLedger
  readonly printers: PrintersPort
  readonly layout: PaperLayout
  readonly training: boolean
  readonly log: Log
  readonly onPrinted: (fact: FactOf<'receiptPrinted'>) => void
  readonly onChange: () => void
}

/**
 * Receipts, one at a time, each once: a job with an unknown end is never repeated by itself, because paper that may
 * have come out must not come out twice unmarked. No sale ever waits here.
 */
export interface PrintQueue {
  add(ticket: TicketNumber): void
  stateOf(ticket: TicketNumber): ReceiptState
  busy(): boolean
  /** Forgets the jobs not yet begun. */
  stop(): void
}

/** Of how many tickets it is known how their last print ended; the ledger knows the rest. */
const rememberedTickets = 32

/** An empty queue: receipts a power cut left unprinted wait for a person to ask. */
export function openPrintQueue(parts: PrintQueueParts): PrintQueue {
  const waiting: TicketNumber[] = []
  let printing: TicketNumber | null = null
  const ended = new Map<TicketNumber, ReceiptState>()

  async function printAll(): Promise<void> {
    if (printing !== null) return
    for (let ticket = waiting.shift(); ticket !== undefined; ticket = waiting.shift()) {
      printing = ticket
      parts.onChange()
      const state = await printOne(ticket)
      printing = null
      remember(ticket, state)
    }
    parts.onChange()
  }

  function remember(ticket: TicketNumber, state: ReceiptState): void {
    ended.delete(ticket)
    ended.set(ticket, state)
    for (const oldest of ended.keys()) {
      if (ended.size <= rememberedTickets) break
      ended.delete(oldest)
    }
  }

  async function printOne(ticket: TicketNumber): Promise<ReceiptState> {
    const [printer] = parts.printers.printersFor('receipts')
    if (printer === undefined) return 'none'
    const job = await lay(ticket)
    if (job === null) return 'notStarted'
    const outcome = await hand(printer, job.paper, ticket)
    parts.onPrinted({
      kind: 'receiptPrinted',
      ticketNumber: ticket,
      copy: job.copy,
      outcome,
      printer: printer.id,
    })
    return outcome
  }

  /** `null`: there is nothing to print; no byte left. */
  async function lay(
    ticket: TicketNumber,
  ): Promise<{ readonly paper: LaidPaper; readonly copy: number } | null> {
    try {
      const { ledger, training } = parts
      // Counted at this moment, not when asked for: two reprints in a row are DUPLICATA 1 and 2, without a gap.
      const copy = ledger.copiesOf(ticket)
      const paper = await parts.layout({ kind: 'receipt', ticket }, { ledger, copy, training })
      return paper === null ? null : { paper, copy }
    } catch (error) {
      parts.log.error({ ticket, err: error }, 'a receipt could not be laid out')
      return null
    }
  }

  async function hand(
    printer: PaperPrinter,
    paper: LaidPaper,
    ticket: TicketNumber,
  ): Promise<PrintOutcome['outcome']> {
    try {
      return (await printer.print(paper)).outcome
    } catch (error) {
      parts.log.error({ ticket, err: error }, 'a printer driver threw in the middle of a job')
      return 'unknown'
    }
  }

  return {
    add(ticket) {
      waiting.push(ticket)
      // Not at once: whoever sold is answered before the first byte is drawn.
      setImmediate(() => void printAll())
    },
    stateOf(ticket) {
      if (printing === ticket) return 'printing'
      if (waiting.includes(ticket)) return 'queued'
      return ended.get(ticket) ?? 'none'
    },
    busy: () => printing !== null || waiting.length > 0,
    stop() {
      waiting.length = 0
    },
  }
}
