import type fc from 'fast-check'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Counter } from '../counter.ts'
import { buyer, piece, visitor } from '../fixtures.ts'
import type { Model, ModelTicket } from '../model.ts'
import { exportThreshold, isPiece, shelf } from '../model.ts'
import type { JobEnd } from '../paperwork.ts'
import { expectSame } from './compare.ts'

type Command = fc.Command<Model, Counter>

/** A sale ticket; refunds have no papers but their receipt. */
const saleOf = (model: Model, number: number): ModelTicket | undefined =>
  model.tickets.find((ticket, index) => index + 1 === number && ticket.kind === 'sale')

export class Invoice implements Command {
  readonly ticket: number
  constructor(ticket: number) {
    this.ticket = ticket
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const ticket = saleOf(model, this.ticket)
    if (ticket === undefined) return 'unknownTicket'
    if (ticket.papers.invoice !== null) return 'invoiceStands'
    const left = ticket.lines.some(({ quantity }, index) => quantity > (ticket.back.get(index + 1) ?? 0))
    if (!left) return 'givenBack'
    model.issued.invoices += 1
    ticket.papers.invoice = model.issued.invoices
    model.queue(`invoice ${model.issued.invoices}`)
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    const actual = counter.command({ type: 'issueInvoice', ticket: this.ticket as never, buyer })
    expectSame(model, counter, expected, actual)
  }
  toString = (): string => `invoice of ticket ${this.ticket}`
}

export class ExportForm implements Command {
  readonly ticket: number
  constructor(ticket: number) {
    this.ticket = ticket
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const ticket = saleOf(model, this.ticket)
    if (ticket === undefined) return 'unknownTicket'
    if (ticket.papers.form !== null) return 'exportFormStands'
    if (taxed(ticket, ticket.back) < exportThreshold)
      return taxed(ticket, new Map()) < exportThreshold ? 'exportFormBelowThreshold' : 'givenBack'
    model.issued.forms.push(ticket)
    ticket.papers.form = model.issued.forms.length
    model.queue(`exportForm ${model.issued.forms.length}`)
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    const actual = counter.command({ type: 'issueExportForm', ticket: this.ticket as never, visitor })
    expectSame(model, counter, expected, actual)
  }
  toString = (): string => `export form of ticket ${this.ticket}`
}

/** What of a ticket is taxed and not given back. */
function taxed({ lines }: ModelTicket, back: ReadonlyMap<number, number>): number {
  return lines.reduce(
    (sum, line, index) =>
      sum +
      (isPiece(line.sku) || !(line.sku in shelf)
        ? 0
        : line.price * (line.quantity - (back.get(index + 1) ?? 0))),
    0,
  )
}

export class VoidForm implements Command {
  readonly form: number
  constructor(form: number) {
    this.form = form
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const ticket = model.issued.forms[this.form - 1]
    const stands = ticket?.papers.form === this.form
    if (stands) ticket.papers.form = null
    const actual = counter.command({ type: 'voidExportForm', form: this.form })
    expectSame(model, counter, stands ? null : 'unknownExportForm', actual)
  }
  toString = (): string => `void export form ${this.form}`
}

export class ForgetVisitor implements Command {
  readonly form: number
  constructor(form: number) {
    this.form = form
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const known = this.form <= model.issued.forms.length && !model.issued.forgotten.has(this.form)
    if (known) model.issued.forgotten.add(this.form)
    const actual = counter.command({ type: 'forgetVisitor', form: this.form })
    expectSame(model, counter, known ? null : 'unknownVisitor', actual)
  }
  toString = (): string => `forget the visitor of form ${this.form}`
}

export class Certificate implements Command {
  readonly ticket: number
  readonly line: number
  constructor(ticket: number, line: number) {
    this.ticket = ticket
    this.line = line
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const ticket = saleOf(model, this.ticket)
    if (ticket === undefined) return 'unknownTicket'
    const line = ticket.lines[this.line - 1]
    if (line === undefined) return 'unknownLine'
    if (!isPiece(line.sku)) return 'notOnePiece'
    if (ticket.back.has(this.line)) return 'givenBack'
    if (ticket.papers.certificates.has(this.line)) return 'certificateStands'
    model.issued.certificates += 1
    ticket.papers.certificates.set(this.line, model.issued.certificates)
    model.queue(`certificate ${model.issued.certificates}`)
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    const { ticket, line } = this
    const actual = counter.command({ type: 'issueCertificate', ticket: ticket as never, line, piece })
    expectSame(model, counter, expected, actual)
  }
  toString = (): string => `certificate of line ${this.line} of ticket ${this.ticket}`
}

export class Print implements Command {
  readonly ticket: number
  constructor(ticket: number) {
    this.ticket = ticket
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const there = this.ticket <= model.tickets.length
    if (there) model.queue(`receipt ${this.ticket}`)
    const paper = { kind: 'receipt', ticket: this.ticket as never } as const
    const actual = counter.command({ type: 'printPaper', paper })
    expectSame(model, counter, there ? null : 'unknownPaper', actual)
  }
  toString = (): string => `print the receipt of ticket ${this.ticket}`
}

/** A printer comes to the end of the oldest job that waits. */
export class PrinterSays implements Command {
  readonly end: JobEnd
  constructor(end: JobEnd) {
    this.end = end
  }
  check = (model: Readonly<Model>): boolean => model.jobs.some((job) => job.state === 'queued')
  run(model: Model, counter: Counter): void {
    const job = model.jobs.findIndex(({ state }) => state === 'queued')
    const waiting = model.jobs[job]
    if (waiting !== undefined) waiting.state = this.end
    counter.printed.set(job + 1, this.end)
    expectSame(model, counter, null, null)
  }
  toString = (): string => `printer: ${this.end}`
}

export class AnswerPrint implements Command {
  readonly job: number
  readonly answer: 'again' | 'leave'
  constructor(job: number, answer: AnswerPrint['answer']) {
    this.job = job
    this.answer = answer
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const job = model.jobs[this.job - 1]
    const asked = job?.state === 'notStarted' || job?.state === 'unknown'
    if (asked) {
      job.state = 'left'
      if (this.answer === 'again') model.queue(job.paper)
    }
    const actual = counter.command({ type: 'answerPrint', job: this.job, answer: this.answer })
    expectSame(model, counter, asked ? null : 'nothingToAnswer', actual)
  }
  toString = (): string => `print job ${this.job}: ${this.answer}`
}
