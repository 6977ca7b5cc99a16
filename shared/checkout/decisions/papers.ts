import { type ExportFormRefusal, exportFormCheck } from '../../cart/export-form.ts'
import { whollyGivenBack } from '../../cart/given-back.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import { businessDayNow } from '../../kernel/stamp.ts'
import type { Decisions } from '../decision.ts'
import { ask, no, record, recordAndAsk } from '../decision.ts'

/**
 * Papers move no money: they are asked for and made out at any moment, with a sale open or none, with the shift open or
 * closed. Which copy comes out is counted when its turn comes.
 */
export const paperDecisions: Decisions = {
  reprint: (_context, { ticket }, { paperExists }) =>
    paperExists
      ? ask({ type: 'printAsked', paper: { kind: 'receipt', ticket } })
      : no('unknownTicket', { ticket }),

  printPaper: (_context, { paper }, { paperExists }) =>
    paperExists ? ask({ type: 'printAsked', paper }) : no('unknownPaper'),

  answerPrint: (_context, { job, answer }, { printJob }) => {
    if (printJob === null) return no('nothingToAnswer')
    const answered = { type: 'printAnswered', job } as const
    return answer === 'again' ? ask(answered, { type: 'printAsked', paper: printJob.paper }) : ask(answered)
  },

  issueInvoice: (_context, { ticket, buyer }, { papers, nextPaper }) => {
    if (papers === null) return no('unknownTicket', { ticket })
    if (papers.invoice !== null) return no('invoiceStands', { number: papers.invoice })
    if (whollyGivenBack(papers.ticket.lines, papers.refunded)) return no('givenBack')
    return record({ kind: 'invoiceIssued', number: nextPaper.invoice, ticketNumber: ticket, buyer })
  },

  issueExportForm: (context, { ticket, visitor }, circumstances) => {
    const { papers, settings, nextPaper, visitorSeal, at } = circumstances
    if (papers === null) return no('unknownTicket', { ticket })
    if (papers.exportForm !== null) return no('exportFormStands', { number: papers.exportForm })
    const today = businessDayNow(context.shift, at)
    const check = exportFormCheck(papers.ticket, papers.refunded, settings, today)
    if (!check.ok)
      return no(whyNoForm[check.reason], check.missing > 0 ? { amount: check.missing } : undefined)
    if (visitorSeal === null) return no('internal')
    const { salt, hash: visitorHash } = visitorSeal
    const { gross, vat } = check
    const number = nextPaper.exportForm
    const operator = settings.exportForms?.operator ?? ''
    return recordAndAsk(
      [{ kind: 'exportFormIssued', number, ticketNumber: ticket, operator, gross, vat, visitorHash }],
      [{ type: 'visitorNamed', form: number, visitor, salt }],
    )
  },

  voidExportForm: (_context, { form }, { papers }) =>
    papers?.exportForm === form
      ? record({
          kind: 'exportFormVoided',
          number: form,
          ticketNumber: papers.ticket.number,
          because: 'mistaken',
        })
      : no('unknownExportForm'),

  forgetVisitor: (_context, { form }, { papers }) =>
    papers?.visitorsKept.includes(form)
      ? record({ kind: 'visitorForgotten', form, ticketNumber: papers.ticket.number })
      : no('unknownVisitor'),

  issueCertificate: (_context, { ticket, line, piece }, { papers, nextPaper }) => {
    if (papers === null) return no('unknownTicket', { ticket })
    const sold = papers.ticket.lines[line - 1]
    if (sold === undefined) return no('unknownLine', { line })
    if (!sold.unique) return no('notOnePiece')
    if ((papers.refunded.get(line) ?? 0) >= sold.quantity) return no('givenBack')
    const standing = papers.certificates.find((certificate) => certificate.line === line)
    if (standing !== undefined) return no('certificateStands', { number: standing.number })
    const { sku, name } = sold
    const number = nextPaper.certificate
    return record({ kind: 'certificateIssued', number, ticketNumber: ticket, line, sku, name, piece })
  },
}

const whyNoForm = {
  notOffered: 'exportFormNotOffered',
  belowThreshold: 'exportFormBelowThreshold',
  tooLate: 'exportFormTooLate',
  givenBack: 'givenBack',
  refundTicket: 'unknownTicket',
} as const satisfies Record<ExportFormRefusal, RefusalCode>
