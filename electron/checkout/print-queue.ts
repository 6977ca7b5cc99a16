import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { BesideJournal, PrintEnd, PrintJob } from '#electron/ledger/paper-handles.ts'
import { printedFact } from '#electron/ledger/print-queue.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { useOf } from '#shared/kernel/paper-kinds.ts'
import type { LaidPaper, PaperLayout, PaperOutcome, PaperPrinter, PrintersPort } from './ports.ts'

export interface PrintQueueParts {
  readonly ledger: WriteLedger
  readonly printers: PrintersPort
  readonly layout: PaperLayout
  readonly training: boolean
  readonly log: Log
  /** Pause before a job that the disk did not let begin is tried again, ms. */
  readonly retryMs: number
  /** It has happened: to be written down in one transaction, now or as soon as the disk takes it. `then`: it is. */
  readonly record: (facts: readonly Fact[], beside: BesideJournal, then: () => void) => void
  readonly onChange: () => void
}

/**
 * Brings the durable jobs of the ledger to the printers: one at a time at each, side by side at several, in the order
 * they were asked for. A job whose end is unknown is never repeated by itself, because paper that may have come out must
 * not come out twice unmarked. No sale ever waits here.
 */
export interface PrintQueue {
  /** There may be jobs to begin: some were asked for, or the till has just started. */
  wake(): void
  /** Ends that have happened and are not written down yet. */
  readonly ending: ReadonlyMap<number, PrintEnd>
  busy(): boolean
  /** Begins no job any more; they stay in the ledger. */
  stop(): void
}

/** A printer that did not take a byte of a job. */
interface Refused {
  readonly printer: string
  readonly trouble: string
}

export function openPrintQueue(parts: PrintQueueParts): PrintQueue {
  const { ledger, log } = parts
  /** Printer ids by the jobs they have. */
  const running = new Map<number, string>()
  /** Begun, and handed on since: what each printer before said. */
  const handedOn = new Map<number, { readonly job: PrintJob; readonly refused: readonly Refused[] }>()
  const ending = new Map<number, PrintEnd>()
  let stopped = false
  let woken = false
  let retry: NodeJS.Timeout | null = null

  function wake(): void {
    if (woken || stopped) return
    woken = true
    // Not at once: whoever sold is answered before the first byte is drawn.
    setImmediate(() => {
      woken = false
      beginAll()
    })
  }

  const waiting = (): readonly PrintJob[] =>
    [...[...handedOn.values()].map(({ job }) => job), ...ledger.printQueue.waiting()]
      .filter(({ id }) => !running.has(id) && !ending.has(id))
      .sort((a, b) => a.id - b.id)

  /** Each printer gets the oldest job that is for it next. */
  function beginAll(): void {
    if (stopped) return
    const taken = new Set(running.values())
    for (const job of waiting()) {
      const refused = handedOn.get(job.id)?.refused ?? []
      const next = parts.printers
        .printersFor(useOf[job.paper.kind])
        .find(({ id }) => !refused.some(({ printer }) => printer === id))
      if (next === undefined) endUntaken(job, refused.at(-1))
      else if (!taken.has(next.id)) {
        taken.add(next.id)
        if (begin(job, next)) parts.onChange()
        else return
      }
    }
  }

  /** Durable before the first byte. @returns false: the disk refuses; nothing was begun */
  function begin(job: PrintJob, printer: PaperPrinter): boolean {
    try {
      const begun = ledger.printQueue.begin(job.id, printer.id)
      running.set(job.id, printer.id)
      void print(begun, printer)
      return true
    } catch (error) {
      log.error({ job: job.id, err: error }, 'a print job could not be begun; it waits')
      retry ??= setTimeout(() => {
        retry = null
        wake()
      }, parts.retryMs).unref()
      return false
    }
  }

  async function print(job: PrintJob, printer: PaperPrinter): Promise<void> {
    const paper = await lay(job)
    const outcome = paper === null ? notLaidOut : await hand(paper, job, printer)
    running.delete(job.id)
    if (outcome.outcome === 'notStarted' && outcome !== notLaidOut) handOn(job, printer, outcome.reason)
    else end(job, printer, outcome)
    wake()
  }

  /** Not a byte left for this printer: the next one that is for it may have the job. */
  function handOn(job: PrintJob, printer: PaperPrinter, trouble: string): void {
    const before = handedOn.get(job.id)?.refused ?? []
    handedOn.set(job.id, { job, refused: [...before, { printer: printer.id, trouble }] })
    if (stopped) endUntaken(job, { printer: printer.id, trouble })
  }

  /** `null`: there is nothing to print; no byte left. */
  async function lay({ id, paper, copy }: PrintJob): Promise<LaidPaper | null> {
    try {
      // Which copy it is was counted as it began, not when it was asked for: two reprints in a row are DUPLICATA 1 and 2.
      return await parts.layout(paper, { ledger, copy: copy ?? 0, training: parts.training })
    } catch (error) {
      log.error({ job: id, err: error }, 'a paper could not be laid out')
      return null
    }
  }

  /** The same printer, which somebody may have set up anew while the paper was laid out. */
  const asItIsNow = (printer: PaperPrinter, { paper }: PrintJob): PaperPrinter =>
    parts.printers.printersFor(useOf[paper.kind]).find(({ id }) => id === printer.id) ?? printer

  async function hand(paper: LaidPaper, job: PrintJob, printer: PaperPrinter): Promise<Outcome> {
    try {
      return await asItIsNow(printer, job).print(paper)
    } catch (error) {
      log.error({ job: job.id, err: error }, 'a printer driver threw in the middle of a job')
      return { outcome: 'unknown', reason: 'other' }
    }
  }

  function end(job: PrintJob, printer: PaperPrinter, outcome: Outcome): void {
    const trouble = outcome.outcome === 'done' ? null : outcome.reason
    write(job, outcome.outcome, trouble, [printedFact(job.paper, job.copy ?? 0, outcome.outcome, printer.id)])
  }

  /** No printer took it, or none is there. Of a job that never began there is nothing to tell the journal. */
  function endUntaken(job: PrintJob, last: Refused | undefined): void {
    if (last === undefined) write(job, 'notStarted', noPrinter, [], printerless())
    else {
      const fact = printedFact(job.paper, job.copy ?? 0, 'notStarted', last.printer)
      write(job, 'notStarted', last.trouble, [fact])
    }
  }

  /** In a shop without a printer the newest paper is worth a question, not every one of the day. */
  const printerless = (): readonly number[] =>
    ledger.printQueue
      .recent(0)
      .filter(({ state, trouble }) => state === 'notStarted' && trouble === noPrinter)
      .map(({ id }) => id)

  function write(
    { id }: PrintJob,
    outcome: PrintEnd['outcome'],
    trouble: string | null,
    facts: readonly Fact[],
    printsLeft: readonly number[] = [],
  ): void {
    const ended: PrintEnd = { job: id, outcome, trouble }
    handedOn.delete(id)
    ending.set(id, ended)
    parts.record(facts, { printEnds: [ended], printsLeft }, () => {
      ending.delete(id)
      parts.onChange()
    })
    parts.onChange()
  }

  return {
    wake,
    ending,
    busy: () => running.size > 0 || ending.size > 0 || (!stopped && waiting().length > 0),
    stop() {
      stopped = true
      if (retry !== null) clearTimeout(retry)
      // Handed on and in no printer's hands: nothing came out, and whoever starts the till next is to know it.
      for (const [id, { job, refused }] of handedOn) if (!running.has(id)) endUntaken(job, refused.at(-1))
    },
  }
}

type Outcome = PaperOutcome | { readonly outcome: 'unknown'; readonly reason: 'other' }

const noPrinter = 'noPrinter'
const notLaidOut: Outcome = { outcome: 'notStarted', reason: 'notLaidOut' }
