import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { PrintEnd, PrintJob } from '#electron/ledger/paper-handles.ts'
import type { ReceiptState } from '#shared/checkout/view.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { paperUses } from '#shared/kernel/paper-kinds.ts'
import type { PrintersPort } from './ports.ts'

/** Jobs shown after they ended: enough to see that what was just asked for came out. */
const shownEnded = 20

export interface PrintViewParts {
  readonly ledger: ReadLedger
  readonly printers: PrintersPort
  /** Ends that have happened and are not written down yet. */
  readonly ending: ReadonlyMap<number, PrintEnd>
}

/** The jobs that wait, print or wait for a person's answer, and the last few that ended; oldest first. */
export function printJobViews({ ledger, printers, ending }: PrintViewParts): readonly PrintJobView[] {
  return ledger.printJobs.recent(shownEnded).map((job) => {
    const { id, paper, queuedAt, copy, printer, state, trouble } = asEnded(job, ending)
    return {
      id,
      paper,
      state,
      queuedAt,
      copy: copy ?? ledger.nextCopyOf(paper),
      printer: printer === null ? '' : nameOf(printers, printer),
      trouble,
    }
  })
}

/** Where the newest print of a ticket's receipt is. */
export function receiptState(ticket: TicketNumber, { ledger, ending }: PrintViewParts): ReceiptState {
  const job = ledger.printJobs
    .recent(shownEnded)
    .findLast(({ paper }) => paper.kind === 'receipt' && paper.ticket === ticket)
  if (job === undefined) return 'none'
  const { state, trouble } = asEnded(job, ending)
  return state === 'left' || trouble === 'noPrinter' ? 'none' : state
}

const asEnded = (job: PrintJob, ending: PrintViewParts['ending']): PrintJob => {
  const end = ending.get(job.id)
  return end === undefined ? job : { ...job, state: end.outcome, trouble: end.trouble }
}

/** Of one that is configured no more its id is all there is. */
function nameOf(printers: PrintersPort, id: string): string {
  for (const use of paperUses) {
    const found = printers.printersFor(use).find((each) => each.id === id)
    if (found !== undefined) return found.name
  }
  return id
}
