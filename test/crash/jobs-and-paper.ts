import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { PrintJob } from '#electron/ledger/paper-handles.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { PrintedReceipt } from './paper-sink.ts'

/** All jobs there ever were; none is ever deleted. */
export function everyJob({ printJobs }: Pick<ReadLedger, 'printJobs'>): readonly PrintJob[] {
  const jobs: PrintJob[] = []
  for (let job = printJobs.find(1); job !== null; job = printJobs.find(job.id + 1)) jobs.push(job)
  return jobs
}

/**
 * The print queue of a till that was killed against the paper that came out beside it, one sentence for each thing that is
 * wrong. Nobody asked for a copy and nobody answered for a job, so that each ticket has one job and at most one receipt.
 */
export function jobsAgainstPaper(
  tickets: readonly TicketNumber[],
  jobs: readonly PrintJob[],
  facts: readonly Fact[],
  receipts: readonly PrintedReceipt[],
): readonly string[] {
  const jobsOf = Map.groupBy(jobs, ({ paper }) => (paper.kind === 'receipt' ? paper.ticket : 0))
  const recorded = Map.groupBy(
    facts.filter((fact) => fact.kind === 'receiptPrinted'),
    ({ ticketNumber }) => ticketNumber,
  )
  return tickets.flatMap((ticket) => {
    const [job, ...more] = jobsOf.get(ticket) ?? []
    if (job === undefined) return [`ticket ${ticket} has no print job`]
    const out = receipts.filter((receipt) => receipt.ticket === ticket).length
    const said = recorded.get(ticket) ?? []
    return [
      ...(more.length > 0 ? [`ticket ${ticket} has ${more.length + 1} print jobs`] : []),
      ...(outMost[job.state] < out || outLeast[job.state] > out
        ? [`ticket ${ticket} came out ${out} times, its job is ${job.state}`]
        : []),
      ...(said.length === 1 && said[0]?.outcome === job.state
        ? []
        : [`the job of ticket ${ticket} is ${job.state}, the journal has ${said.length} ends of it`]),
    ]
  })
}

/** What a state says of the paper. The last till ends every job, so that none is left waiting or printing. */
const outLeast = { queued: 1, printing: 1, done: 1, notStarted: 0, unknown: 0, left: 1 }
const outMost = { queued: 0, printing: 0, done: 1, notStarted: 0, unknown: 1, left: 0 }
