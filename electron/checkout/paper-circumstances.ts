import type { ReadLedger } from '#electron/ledger/handles.ts'
import { visitorFingerprint } from '#electron/ledger/visitors.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Circumstances, PastSale, TicketPapers } from '#shared/checkout/step.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { pastSale } from './past-sale.ts'

type PaperCircumstances = Pick<
  Circumstances,
  'nextPaper' | 'papers' | 'paperExists' | 'printJob' | 'visitorSeal'
>

/** What the machine may need to know of papers to judge a command. @param past the sale that is given back from or papered */
export function paperCircumstances(
  ledger: ReadLedger,
  ids: Ids,
  command: Command | null,
  past: PastSale | null,
): PaperCircumstances {
  return {
    nextPaper: ledger.nextPaper(),
    papers: papersOf(ledger, command !== null && 'form' in command ? saleOfForm(ledger, command.form) : past),
    paperExists: asked(command, (paper) => paperExists(ledger, paper)) ?? false,
    printJob: command?.type === 'answerPrint' ? jobToAnswer(ledger, command.job) : null,
    visitorSeal: command?.type === 'issueExportForm' ? sealOf(command, ids) : null,
  }
}

function asked<T>(command: Command | null, look: (paper: PaperRequest) => T): T | null {
  if (command?.type === 'printPaper') return look(command.paper)
  return command?.type === 'reprint' ? look({ kind: 'receipt', ticket: command.ticket }) : null
}

const papersOf = (ledger: ReadLedger, past: PastSale | null): TicketPapers | null =>
  past === null
    ? null
    : { ticket: past.ticket, refunded: past.refunded, ...ledger.papersOfTicket(past.ticket.number) }

function saleOfForm(ledger: ReadLedger, form: number): PastSale | null {
  const ticket = ledger.findExportForm(form)?.ticketNumber
  return ticket === undefined ? null : pastSale(ledger, ticket)
}

function jobToAnswer(ledger: ReadLedger, id: number): Circumstances['printJob'] {
  const job = ledger.printJobs.find(id)
  if (job === null || (job.state !== 'notStarted' && job.state !== 'unknown')) return null
  return { paper: job.paper, state: job.state }
}

function sealOf(
  { visitor }: Extract<Command, { type: 'issueExportForm' }>,
  ids: Ids,
): Circumstances['visitorSeal'] {
  const salt = ids.next()
  return { salt, hash: visitorFingerprint(visitor, salt) }
}

/** Whether a paper is of something the ledger has. */
function paperExists(ledger: ReadLedger, paper: PaperRequest): boolean {
  switch (paper.kind) {
    case 'receipt':
      return ledger.findTicket(paper.ticket) !== null
    case 'giftReceipt': {
      const ticket = ledger.findTicket(paper.ticket)?.ticket
      return ticket?.kind === 'sale' && (paper.lines ?? []).every((line) => line <= ticket.lines.length)
    }
    case 'invoice':
      return ledger.findInvoice(paper.invoice) !== null
    case 'exportForm':
      return ledger.findExportForm(paper.form)?.voided === false
    case 'certificate':
      return ledger.findCertificate(paper.certificate)?.voided === false
    case 'cardSlip':
      return ledger.approvalOf(paper.attempt) !== null
    case 'shiftReport':
      return ledger.findShift(paper.shift) !== null
    case 'eveningSlip':
      return ledger.findShift(paper.shift) !== null && ledger.openShift()?.shiftId !== paper.shift
    case 'periodReport':
      return (ledger.findClosing(paper.closing as Seq)?.closing.period ?? 'shift') !== 'shift'
    case 'payoutSlip': {
      const [entry] = ledger.entriesBetween(paper.payout as Seq, paper.payout as Seq, ['ownerPaid'])
      return entry !== undefined
    }
    case 'ownerStatement':
      return ledger.findOwner(paper.owner) !== null && paper.from <= paper.to
    case 'labels':
      return paper.labels.every(({ sku }) => ledger.findItem(sku)?.sku === sku)
    case 'testPage':
      return true
  }
}
