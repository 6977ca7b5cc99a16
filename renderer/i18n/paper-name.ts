import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Say } from './Words.tsx'

/** A paper in words: what it is, and its own number. */
export function paperName(paper: PaperRequest, say: Say): string {
  return say(`papers.kind.${paper.kind}`, { number: numberOf(paper) })
}

/** Labels are counted; everything else is called by a number of its own, which is written without grouping. */
function numberOf(paper: PaperRequest): string | number {
  switch (paper.kind) {
    case 'receipt':
    case 'giftReceipt':
      return String(paper.ticket)
    case 'invoice':
      return String(paper.invoice)
    case 'exportForm':
      return String(paper.form)
    case 'certificate':
      return String(paper.certificate)
    case 'labels':
      return paper.labels.reduce((sum, { count }) => sum + count, 0)
    default:
      return ''
  }
}
