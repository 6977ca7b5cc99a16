import { printedFact } from '#electron/ledger/print-queue.ts'
import { visitorFingerprint } from '#electron/ledger/visitors.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Visitor } from '#shared/kernel/papers.ts'
import { buyer, piece, visitor } from '#test/models/checkout/fixtures.ts'
import { stoppedClock } from './ledger-folder.ts'

const at = stoppedClock.now()

/** The first sale tickets of a ledger. */
export function firstSales(ledger: Ledger, count: number): readonly Ticket[] {
  const sales: Ticket[] = []
  for (let number = 1; sales.length < count; number++) {
    const ticket = ledger.findTicket(number as TicketNumber)?.ticket
    if (ticket === undefined) throw new Error(`only ${sales.length} sales there`)
    if (ticket.kind === 'sale') sales.push(ticket)
  }
  return sales
}

/** The next invoice, for a ticket. @returns its number */
export function giveInvoice(ledger: Ledger, ticketNumber: TicketNumber): number {
  const number = ledger.nextPaper().invoice
  const prints: PaperRequest[] = [{ kind: 'invoice', invoice: number }]
  ledger.append([{ kind: 'invoiceIssued', number, ticketNumber, buyer }], 'amina', at, [], { prints })
  return number
}

/** The next export form, for a ticket and a visitor of this name. @returns its number */
export function giveForm(ledger: Ledger, ticket: Ticket, name = 'Ana'): number {
  const number = ledger.nextPaper().exportForm
  const of: Visitor = { ...visitor, name }
  const salt = `salt of ${number}`
  const fact: FactOf<'exportFormIssued'> = {
    kind: 'exportFormIssued',
    number,
    ticketNumber: ticket.number,
    operator: '',
    gross: ticket.gross,
    vat: ticket.gross,
    visitorHash: visitorFingerprint(of, salt),
  }
  ledger.append([fact], 'amina', at, [], {
    prints: [{ kind: 'exportForm', form: number }],
    visitors: [{ form: number, visitor: of, salt }],
  })
  return number
}

/** The next certificate, of a ticket's line. @returns its number */
export function giveCertificate(ledger: Ledger, ticket: Ticket, line = 1): number {
  const number = ledger.nextPaper().certificate
  const sold = ticket.lines[line - 1]
  if (sold === undefined) throw new Error(`ticket ${ticket.number} has no line ${line}`)
  const { sku, name } = sold
  ledger.append(
    [{ kind: 'certificateIssued', number, ticketNumber: ticket.number, line, sku, name, piece }],
    'amina',
    at,
    [],
    { prints: [{ kind: 'certificate', certificate: number }] },
  )
  return number
}

/** A printer takes the oldest job and comes to this end. */
export function printNext(ledger: Ledger, outcome: 'done' | 'notStarted' | 'unknown'): void {
  const [next] = ledger.printJobs.waiting()
  if (next === undefined) throw new Error('nothing waits for a printer')
  const { id, paper, copy } = ledger.printQueue.begin(next.id, 'printer')
  const trouble = outcome === 'done' ? null : 'paperOut'
  ledger.append([printedFact(paper, copy ?? 0, outcome, 'printer')], 'till', at, [], {
    printEnds: [{ job: id, outcome, trouble }],
  })
}

/** Some of every paper, standing and void, printed and not; the visitor of form 3 is forgotten. */
export function liveOnPaper(ledger: Ledger): void {
  ledger.append(
    ['first', 'second'].map((publicKey) => ({ kind: 'shopKeyMade', publicKey }) as const),
    'till',
    at,
  )
  const sales = firstSales(ledger, 4)
  for (const sale of sales) {
    giveInvoice(ledger, sale.number)
    giveForm(ledger, sale, `visitor ${sale.number}`)
    giveCertificate(ledger, sale)
  }
  const because = 'mistaken'
  const ticketNumber = sales[0]?.number ?? (1 as TicketNumber)
  ledger.append(
    [
      { kind: 'exportFormVoided', number: 1, ticketNumber, because },
      { kind: 'certificateVoided', number: 1, ticketNumber, because },
    ],
    'amina',
    at,
  )
  const forgotten = sales[2]
  if (forgotten === undefined) throw new Error('four sales')
  ledger.append([{ kind: 'visitorForgotten', form: 3, ticketNumber: forgotten.number }], 'hassan', at, [], {
    visitorsForgotten: [3],
  })
  for (const outcome of ['done', 'notStarted', 'unknown', 'done'] as const) printNext(ledger, outcome)
  ledger.append([], 'amina', at, [], { prints: [{ kind: 'receipt', ticket: ticketNumber }] })
}
