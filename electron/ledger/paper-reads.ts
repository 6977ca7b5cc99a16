import type { Database } from 'better-sqlite3'
import { type PaperRequest, paperKey } from '#shared/kernel/paper-kinds.ts'
import type { PaperReads } from './paper-handles.ts'
import { printJobReads } from './print-queue.ts'
import { attemptReads } from './subjects/attempts.ts'
import { certificateReads } from './subjects/certificates.ts'
import { exportFormReads } from './subjects/export-forms.ts'
import type { HeadRow } from './subjects/head.ts'
import { invoiceReads } from './subjects/invoices.ts'
import { paperPrintReads } from './subjects/paper-prints.ts'
import { receiptReads } from './subjects/receipts.ts'
import { shopKeyReads } from './subjects/shop-keys.ts'

/** Answers every question of `PaperReads` from a database that is open. */
export function paperReads(db: Database, head: () => HeadRow): PaperReads {
  const invoices = invoiceReads(db)
  const forms = exportFormReads(db)
  const certificates = certificateReads(db)
  const prints = paperPrintReads(db)
  const receipts = receiptReads(db)
  const keys = shopKeyReads(db)
  const attempts = attemptReads(db)
  const jobs = printJobReads(db)
  const lastCopyOf = (paper: PaperRequest, key: string): number | null => {
    if (paper.kind === 'receipt') return receipts.lastCopyOf(paper.ticket)
    return paper.kind === 'shiftReport' ? prints.lastStripOf(key, paper.shift) : prints.lastCopyOf(key)
  }
  return {
    nextPaper() {
      const { last_invoice, last_export_form, last_certificate } = head()
      return {
        invoice: last_invoice + 1,
        exportForm: last_export_form + 1,
        certificate: last_certificate + 1,
      }
    },
    findInvoice: invoices.find,
    findExportForm: forms.find,
    findCertificate: certificates.find,
    papersOfTicket: (number) => ({
      invoice: invoices.ofTicket(number),
      exportForm: forms.ofTicket(number),
      visitorsKept: forms.visitorsOf(number),
      certificates: certificates.ofTicket(number),
    }),
    nextCopyOf(paper) {
      const key = paperKey(paper)
      const onPaper = lastCopyOf(paper, key)
      const comingOut = jobs.printing().filter((job) => paperKey(job.paper) === key)
      return 1 + Math.max(onPaper ?? -1, ...comingOut.map(({ copy }) => copy ?? -1))
    },
    shopKey: keys.newest,
    shopKeyAt: keys.at,
    shopKeys: keys.all,
    approvalOf: attempts.approvalOf,
    printJobs: jobs,
  }
}
