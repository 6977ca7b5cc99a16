import { visitorFingerprint } from '#electron/ledger/visitors.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Effect } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Circumstances, PastSale } from '#shared/checkout/step.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { StandingPapers } from '#shared/kernel/papers.ts'

/** How a printer ended a job. */
export type JobEnd = 'done' | 'notStarted' | 'unknown'

export interface Job {
  readonly paper: PaperRequest
  readonly state: 'queued' | JobEnd | 'left'
}

/** The print queue as the effects have filled it: job 1 is the first. @param ends how printers ended them */
export function jobsOf(effects: readonly Effect[], ends: ReadonlyMap<number, JobEnd>): readonly Job[] {
  const left = new Set(effects.flatMap((effect) => (effect.type === 'leavePrint' ? [effect.job] : [])))
  return effects
    .flatMap((effect) => (effect.type === 'print' ? [effect.paper] : []))
    .map((paper, index) => ({
      paper,
      state: left.has(index + 1) ? 'left' : (ends.get(index + 1) ?? 'queued'),
    }))
}

/** What stands for a ticket, from the facts alone. */
export function standingPapers(facts: readonly Fact[], ticket: number): StandingPapers {
  let invoice: number | null = null
  let exportForm: number | null = null
  let visitorsKept: readonly number[] = []
  let certificates: StandingPapers['certificates'] = []
  for (const fact of facts) {
    if (!('ticketNumber' in fact) || fact.ticketNumber !== ticket) continue
    if (fact.kind === 'invoiceIssued') invoice = fact.number
    if (fact.kind === 'exportFormIssued') {
      exportForm = fact.number
      visitorsKept = [...visitorsKept, fact.number]
    }
    if (fact.kind === 'visitorForgotten') visitorsKept = visitorsKept.filter((form) => form !== fact.form)
    if (fact.kind === 'exportFormVoided') exportForm = null
    if (fact.kind === 'certificateIssued') certificates = [...certificates, fact]
    if (fact.kind === 'certificateVoided')
      certificates = certificates.filter(({ number }) => number !== fact.number)
  }
  return {
    invoice,
    exportForm,
    visitorsKept,
    certificates: certificates.map(({ number, line }) => ({ number, line })),
  }
}

const countOf = (facts: readonly Fact[], kind: Fact['kind']): number =>
  facts.filter((fact) => fact.kind === kind).length

/** The counter as far as papers look at it. */
export interface PaperWorld {
  readonly facts: readonly Fact[]
  readonly jobs: readonly Job[]
  tickets(): readonly Ticket[]
  pastSale(number: number): PastSale | null
}

/** @param past what the command gives back from or makes a paper out for */
export function paperCircumstances(
  { facts, jobs, tickets, pastSale }: PaperWorld,
  command: Command | null,
  past: PastSale | null,
): Pick<Circumstances, 'nextPaper' | 'papers' | 'paperExists' | 'printJob' | 'visitorSeal'> {
  const form = command !== null && 'form' in command ? command.form : null
  const issued = facts.find((fact) => fact.kind === 'exportFormIssued' && fact.number === form)
  const of = issued?.kind === 'exportFormIssued' ? pastSale(issued.ticketNumber) : past
  const job = command?.type === 'answerPrint' ? jobs[command.job - 1] : undefined
  const asked = command?.type === 'printPaper' ? command.paper : null
  const receipt = command?.type === 'reprint' ? command.ticket : null
  return {
    nextPaper: {
      invoice: countOf(facts, 'invoiceIssued') + 1,
      exportForm: countOf(facts, 'exportFormIssued') + 1,
      certificate: countOf(facts, 'certificateIssued') + 1,
    },
    papers: of && {
      ticket: of.ticket,
      refunded: of.refunded,
      ...standingPapers(facts, of.ticket.number),
    },
    paperExists: tickets().some(
      ({ number }) => number === receipt || (asked?.kind === 'receipt' && number === asked.ticket),
    ),
    printJob:
      job?.state === 'notStarted' || job?.state === 'unknown' ? { paper: job.paper, state: job.state } : null,
    visitorSeal:
      command?.type === 'issueExportForm'
        ? { salt: 'salt', hash: visitorFingerprint(command.visitor, 'salt') }
        : null,
  }
}
