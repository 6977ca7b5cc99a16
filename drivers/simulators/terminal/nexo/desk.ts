import type { Timers } from '#drivers/transport/timers.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import type { ChargeJournal } from '../charge-journal.ts'
import { approvedBody, refusedBody, reversedBody, type Trouble } from './answers.ts'
import type { Client } from './client.ts'
import type { NexoFault } from './faults.ts'
import type { Body, Request } from './request-reader.ts'
import type { NexoSimulatorTimings } from './timings.ts'
import type { Transaction, Transactions } from './transactions.ts'

export interface DeskParts {
  readonly transactions: Transactions
  readonly journal: ChargeJournal
  readonly timers: Timers
  readonly timings: NexoSimulatorTimings
  /** The terminal's clock, ISO 8601. */
  readonly now: () => string
  readonly answer: (client: Client, request: Request, body: Body, faults: ReadonlySet<NexoFault>) => void
  readonly display: (step: TerminalStep | null) => void
  /** The network goes for a while. */
  readonly vanish: () => void
}

/** What a client wants done, checked. */
export interface Order {
  readonly kind: Transaction['kind']
  readonly request: Request
  readonly amountMinor: number
  /** The payment a reversal undoes. */
  readonly original: Transaction | null
  readonly client: Client
  readonly faults: ReadonlySet<NexoFault>
}

interface Job extends Order {
  readonly transaction: Transaction
  phase: 'card' | 'authorising'
  cancel: () => void
}

/** The one transaction under way: card, acquirer, answer. It belongs to the terminal, not to a connection. */
export class Desk {
  readonly #parts: DeskParts
  #job: Job | null = null

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  get idle(): boolean {
    return this.#job === null
  }

  /** Takes up an order; the desk must be idle. */
  start(order: Order): void {
    const { transactions, now } = this.#parts
    const { kind, request, amountMinor, client, faults } = order
    if (faults.has('notFound')) {
      client.drop()
      return
    }
    const transaction: Transaction = {
      kind,
      request,
      amountMinor: faults.has('partialApproval') ? Math.ceil(amountMinor / 2) : amountMinor,
      ...transactions.nextName(),
      at: now(),
      state: 'open',
      response: null,
      admittedAtMs: 0,
      settled: false,
    }
    transactions.add(transaction)
    const job: Job = { ...order, transaction, phase: 'card', cancel: () => undefined }
    this.#job = job
    if (faults.has('dropBeforeCard')) client.drop()
    if (kind === 'reversal') this.#authorise(job)
    else this.#awaitCard(job)
  }

  /** Stops what is named, if no card was presented yet; later it is too late, and nobody is told. */
  abort(saleId: string, serviceId: string): void {
    const job = this.#job
    const { request } = job ?? {}
    if (job === null || request?.saleId !== saleId || request.serviceId !== serviceId) return
    if (job.phase === 'card') this.#refuse(job, { condition: 'Aborted', message: 'CANCELLED BY POS' })
  }

  /** Power fails: what was not decided never is, and the terminal says so when it is back. */
  loseWork(): void {
    if (this.#job !== null) this.#refuse(this.#job, { condition: 'Aborted', message: 'POWER LOST' })
  }

  /** Stops the clocks. */
  close(): void {
    this.#job?.cancel()
  }

  #awaitCard(job: Job): void {
    const { timers, timings, display } = this.#parts
    const { faults } = job
    display('presentCard')
    const noCard = (['dropBeforeCard', 'noCard', 'silent'] as const).some((fault) => faults.has(fault))
    // Without a card the terminal gives up by itself (Adyen: after two minutes).
    job.cancel = noCard
      ? timers.after(timings.paymentMs, () =>
          this.#refuse(job, { condition: 'Cancel', message: 'TIMED OUT' }),
        )
      : timers.after(timings.cardMs, () => this.#authorise(job))
  }

  #authorise(job: Job): void {
    const { timers, timings, display, vanish } = this.#parts
    job.phase = 'authorising'
    display('authorising')
    if (job.faults.has('vanish')) vanish()
    const ms = timings.authoriseMs + (job.faults.has('slow') ? timings.slowMs : 0)
    job.cancel = timers.after(ms, () => this.#decide(job))
  }

  #decide(job: Job): void {
    if (job.faults.has('decline')) {
      this.#refuse(job, { condition: 'Refusal', message: 'NOT APPROVED' })
      return
    }
    const { timers, timings } = this.#parts
    const { transaction, faults } = job
    transaction.response = this.#truth(job)
    transaction.state = 'approved'
    if (faults.has('inProgressLong')) transaction.admittedAtMs = timers.nowMs() + timings.tardyMs
    this.#rest(job)
    this.#record(job)
    this.#deliver(job)
  }

  /** What is remembered of an approval. */
  #truth({ kind, request, transaction, faults }: Job): Body {
    if (kind === 'reversal') return reversedBody(request, transaction)
    return approvedBody(request, transaction, {
      amountMinor: transaction.amountMinor,
      clear: faults.has('unmaskedPan'),
      partial: faults.has('partialApproval'),
    })
  }

  #record({ kind, transaction, original }: Job): void {
    const { journal } = this.#parts
    const { amountMinor, at, request } = transaction
    const reference = request.serviceId
    if (original !== null) {
      original.state = 'voided'
      journal.record({ event: 'voided', trace: original.transactionId, reference, amountMinor, at })
      return
    }
    const event = kind === 'refund' ? 'refunded' : 'approved'
    journal.record({ event, trace: transaction.transactionId, reference, amountMinor, at })
  }

  #deliver({ client, request, transaction, faults }: Job): void {
    const { response, amountMinor } = transaction
    if (response === null) return
    const wrong = faults.has('wrongAmount') && transaction.kind !== 'reversal'
    if (faults.has('dropAfterApprove') || faults.has('inProgressLong')) client.drop()
    else if (faults.has('http500')) client.status(500)
    else if (faults.has('http204')) client.status(204)
    else if (wrong) {
      const shown = { amountMinor: amountMinor + 100, clear: false, partial: false }
      this.#parts.answer(client, request, approvedBody(request, transaction, shown), faults)
    } else this.#parts.answer(client, request, response, faults)
  }

  #refuse(job: Job, trouble: Trouble): void {
    const { journal, answer } = this.#parts
    const { transaction, request, client, faults } = job
    job.cancel()
    const body = refusedBody(request, transaction, trouble)
    transaction.response = body
    transaction.state = 'refused'
    this.#rest(job)
    const { transactionId: trace, amountMinor, at } = transaction
    journal.record({ event: 'refused', trace, reference: request.serviceId, amountMinor, at })
    if (!faults.has('silent')) answer(client, request, body, faults)
  }

  #rest(job: Job): void {
    if (this.#job === job) this.#job = null
    this.#parts.display(null)
  }
}
