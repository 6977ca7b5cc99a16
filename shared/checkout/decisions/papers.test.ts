import { expect, test } from 'vitest'
import type { Counter } from '#test/models/checkout/counter.ts'
import { buyer, piece, visitor } from '#test/models/checkout/fixtures.ts'
import {
  answer,
  lamp,
  openCounter,
  payCard,
  payCash,
  refund,
  results,
  rug,
  scan,
  soap,
} from '#test/models/checkout/shop.ts'
import type { ShopSettings } from '../../cart/settings.ts'
import { dirham } from '../../money/amount.ts'

/** Ticket 1: two lamps, a soap and a rug on one card; forms are made out. */
function sold(settings: Partial<ShopSettings> = { exportForms: { operator: '' } }): Counter {
  const counter = openCounter(settings, [soap, lamp, rug])
  scan(counter, 'LAMP', 2)
  scan(counter, 'SOAP')
  scan(counter, 'RUG')
  payCard(counter)
  answer(counter, results.approved)
  return counter
}

const ticket = (number: number) => number as never
const invoice = (counter: Counter, number = 1) =>
  counter.command({ type: 'issueInvoice', ticket: ticket(number), buyer })
const form = (counter: Counter, number = 1) =>
  counter.command({ type: 'issueExportForm', ticket: ticket(number), visitor })
const certificate = (counter: Counter, line = 3, number = 1) =>
  counter.command({ type: 'issueCertificate', ticket: ticket(number), line, piece })
const after = (counter: Counter, from: number) => counter.effects.slice(from)

test('paper again is asked for by number, and moves nothing', () => {
  const counter = openCounter()
  const reprint = { type: 'reprint', ticket: ticket(1) } as const
  const print = { type: 'printPaper', paper: { kind: 'receipt', ticket: ticket(1) } } as const
  expect(counter.command(reprint)).toBe('unknownTicket')
  expect(counter.command(print)).toBe('unknownPaper')
  scan(counter, 'SOAP')
  payCash(counter, 1000)
  const [facts, effects] = [counter.facts.length, counter.effects.length]
  // While a sale is open, and once the till is closed.
  scan(counter, 'SOAP')
  expect(counter.command(reprint)).toBeNull()
  counter.command({ type: 'cancelSale' })
  counter.command({ type: 'closeShift', counted: dirham(0) })
  expect(counter.command(print)).toBeNull()
  expect(counter.facts.slice(facts).filter(({ kind }) => kind.endsWith('Printed'))).toEqual([])
  const printed = { type: 'print', paper: { kind: 'receipt', ticket: 1 } }
  expect(after(counter, effects)).toEqual([printed, printed])
})

test('a job that went wrong is answered for once: again is a job of its own', () => {
  const counter = sold()
  const answerJob = (answered: 'again' | 'leave', job = 1) =>
    counter.command({ type: 'answerPrint', job, answer: answered })
  expect(answerJob('again')).toBe('nothingToAnswer')
  counter.printed.set(1, 'unknown')
  expect(answerJob('again')).toBeNull()
  expect(answerJob('again')).toBe('nothingToAnswer')
  expect(counter.jobs()).toEqual([
    { paper: { kind: 'receipt', ticket: 1 }, state: 'left' },
    { paper: { kind: 'receipt', ticket: 1 }, state: 'queued' },
  ])
  counter.printed.set(2, 'notStarted')
  expect(answerJob('leave', 2)).toBeNull()
  expect(counter.jobs().map(({ state }) => state)).toEqual(['left', 'left'])
  expect(answerJob('leave', 3)).toBe('nothingToAnswer')
})

test('one invoice a ticket, in a series of its own, printed as it is made out', () => {
  const counter = sold()
  scan(counter, 'SOAP')
  payCash(counter, 1000)
  const effects = counter.effects.length
  expect(invoice(counter, 2)).toBeNull()
  expect(invoice(counter, 1)).toBeNull()
  expect(counter.facts.slice(-2)).toEqual([
    { kind: 'invoiceIssued', number: 1, ticketNumber: 2, buyer },
    { kind: 'invoiceIssued', number: 2, ticketNumber: 1, buyer },
  ])
  expect(after(counter, effects)).toEqual([
    { type: 'print', paper: { kind: 'invoice', invoice: 1 } },
    { type: 'print', paper: { kind: 'invoice', invoice: 2 } },
  ])
  expect(invoice(counter, 2)).toBe('invoiceStands')
  expect(invoice(counter, 3)).toBe('unknownTicket')
  refund(counter, 2, 1, 1)
  expect(invoice(counter, 3)).toBe('unknownTicket')
})

test('no invoice of what was wholly given back; a part that is left has one', () => {
  const counter = sold()
  scan(counter, 'SOAP', 2)
  payCash(counter, 2000)
  refund(counter, 2, 1, 1)
  refund(counter, 1, 1, 2)
  refund(counter, 1, 3, 1)
  expect(invoice(counter, 1)).toBeNull()
  refund(counter, 2, 1, 1)
  expect(invoice(counter, 2)).toBe('givenBack')
})

test('an export form says what counts, and keeps the visitor out of the journal', () => {
  const counter = sold()
  const effects = counter.effects.length
  expect(form(counter)).toBeNull()
  expect(counter.facts.at(-1)).toEqual({
    kind: 'exportFormIssued',
    number: 1,
    ticketNumber: 1,
    operator: '',
    gross: 200_000,
    vat: 33_333,
    visitorHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(after(counter, effects)).toEqual([
    { type: 'print', paper: { kind: 'exportForm', form: 1 } },
    { type: 'keepVisitor', form: 1, visitor, salt: 'salt' },
  ])
  expect(JSON.stringify(counter.facts)).not.toContain(visitor.passport)
  expect(form(counter)).toBe('exportFormStands')
})

test('a form made out by mistake is voided, and the next one has the next number', () => {
  const counter = sold()
  const voidForm = (number: number) => counter.command({ type: 'voidExportForm', form: number })
  expect(voidForm(1)).toBe('unknownExportForm')
  form(counter)
  expect(voidForm(1)).toBeNull()
  expect(counter.facts.at(-1)).toEqual({
    kind: 'exportFormVoided',
    number: 1,
    ticketNumber: 1,
    because: 'mistaken',
  })
  expect(voidForm(1)).toBe('unknownExportForm')
  expect(form(counter)).toBeNull()
  expect(counter.facts.at(-1)).toMatchObject({ kind: 'exportFormIssued', number: 2 })
})

test('a visitor is forgotten once, whatever became of the form, which stays as it was', () => {
  const counter = sold()
  const forget = (number: number) => counter.command({ type: 'forgetVisitor', form: number })
  expect(forget(1)).toBe('unknownVisitor')
  form(counter)
  counter.command({ type: 'voidExportForm', form: 1 })
  form(counter)
  const effects = counter.effects.length
  expect([forget(2), forget(1)]).toEqual([null, null])
  expect(counter.facts.slice(-2)).toEqual([
    { kind: 'visitorForgotten', form: 2, ticketNumber: 1 },
    { kind: 'visitorForgotten', form: 1, ticketNumber: 1 },
  ])
  expect(after(counter, effects)).toEqual([
    { type: 'forgetVisitor', form: 2 },
    { type: 'forgetVisitor', form: 1 },
  ])
  expect([forget(1), forget(2), forget(3)]).toEqual(Array(3).fill('unknownVisitor'))
  expect(form(counter)).toBe('exportFormStands')
})

test('why no form is made out', () => {
  expect(form(sold({}))).toBe('exportFormNotOffered')
  expect(form(openCounter({ exportForms: { operator: '' } }))).toBe('unknownTicket')
  const poor = openCounter({ exportForms: { operator: '' } }, [soap, lamp, rug])
  scan(poor, 'LAMP')
  payCash(poor, 100_000)
  expect(form(poor)).toBe('exportFormBelowThreshold')
  const returned = sold()
  refund(returned, 1, 1, 1)
  expect(form(returned)).toBe('givenBack')
  expect(form(returned, 2)).toBe('unknownTicket')
})

test('a certificate is of one piece, once, while the visitor has it', () => {
  const counter = sold()
  expect(certificate(counter, 3, 9)).toBe('unknownTicket')
  expect(certificate(counter, 4)).toBe('unknownLine')
  expect(certificate(counter, 1)).toBe('notOnePiece')
  const effects = counter.effects.length
  expect(certificate(counter)).toBeNull()
  expect(counter.facts.at(-1)).toEqual({
    kind: 'certificateIssued',
    number: 1,
    ticketNumber: 1,
    line: 3,
    sku: 'RUG',
    name: rug.name,
    piece,
  })
  expect(after(counter, effects)).toEqual([{ type: 'print', paper: { kind: 'certificate', certificate: 1 } }])
  expect(certificate(counter)).toBe('certificateStands')
  refund(counter, 1, 3, 1)
  expect(certificate(counter)).toBe('givenBack')
})

test('what is given back takes its papers along, in the turn that numbers the refund', () => {
  const counter = sold()
  invoice(counter)
  form(counter)
  certificate(counter)
  const facts = counter.facts.length
  expect(refund(counter, 1, 2, 1)).toBeNull()
  expect(counter.facts.slice(facts)).toMatchObject([
    { kind: 'refundCompleted' },
    { kind: 'exportFormVoided', number: 1, ticketNumber: 1, because: 'returned' },
  ])
  expect(refund(counter, 1, 3, 1)).toBeNull()
  expect(counter.facts.slice(facts + 2)).toMatchObject([
    { kind: 'refundCompleted' },
    { kind: 'certificateVoided', number: 1, ticketNumber: 1, because: 'returned' },
  ])
  // The lamps alone still come to enough.
  expect(form(counter)).toBeNull()
})

test('a void takes them too, once the terminal has said yes', () => {
  const counter = sold()
  form(counter)
  certificate(counter)
  counter.command({ type: 'voidTicket', ticket: ticket(1) })
  expect(counter.facts.at(-1)?.kind).toBe('attemptStarted')
  answer(counter, results.approved)
  expect(counter.facts.slice(-4).map(({ kind }) => kind)).toEqual([
    'attemptApproved',
    'refundCompleted',
    'exportFormVoided',
    'certificateVoided',
  ])
})
