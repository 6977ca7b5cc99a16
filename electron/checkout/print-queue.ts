import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type { ReadLedger, TicketRow } from '#electron/ledger/handles.ts'
import type { Log } from '#electron/platform/log.ts'
import { type ShopSettings, unsetSettings } from '#shared/cart/settings.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { ReceiptState } from '#shared/checkout/view.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import type { PrinterPort } from './ports.ts'

/** What a receipt is laid out from: a ticket as the ledger has it, and which copy this is (0 = the receipt itself). */
export interface ReceiptSource {
  readonly row: TicketRow
  readonly copy: number
  readonly settings: ShopSettings
}

/** Lays a receipt out; the words and the order are the paper's business, not the counter's. */
export type ReceiptLayout = (source: ReceiptSource) => PaperDocument

export interface PrintQueueParts {
  readonly ledger: ReadLedger
  readonly printer: PrinterPort
  readonly layout: ReceiptLayout
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
    const printer = parts.printer.id
    if (printer === null) return 'none'
    const job = lay(ticket)
    if (job === null) return 'notStarted'
    const outcome = await hand(job.document, ticket)
    parts.onPrinted({ kind: 'receiptPrinted', ticketNumber: ticket, copy: job.copy, outcome, printer })
    return outcome
  }

  /** `null`: there is nothing to print; no byte left. */
  function lay(ticket: TicketNumber): { readonly document: PaperDocument; readonly copy: number } | null {
    try {
      const row = parts.ledger.findTicket(ticket)
      if (row === null) return null
      // Counted at this moment, not when asked for: two reprints in a row are DUPLICATA 1 and 2, without a gap.
      const copy = parts.ledger.copiesOf(ticket)
      const settings = parts.ledger.settings() ?? unsetSettings
      return { document: parts.layout({ row, copy, settings }), copy }
    } catch (error) {
      parts.log.error({ ticket, err: error }, 'a receipt could not be laid out')
      return null
    }
  }

  async function hand(document: PaperDocument, ticket: TicketNumber): Promise<PrintOutcome['outcome']> {
    try {
      return (await parts.printer.print(document)).outcome
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
