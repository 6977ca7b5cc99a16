import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import {
  firstSales,
  giveCertificate,
  giveForm,
  giveInvoice,
  liveOnPaper,
} from '#test/harness/ledger-papers.ts'
import { buyer, piece, visitor } from '#test/models/checkout/fixtures.ts'
import { ledgerPath } from './open.ts'
import { verifyLedger } from './verify/verify.ts'

const at = stoppedClock.now()

function shop() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 30, tickets: 20 })
  const [first, second] = firstSales(ledger, 2)
  if (first === undefined || second === undefined) throw new Error('two sales')
  return { folder, ledger, first, second }
}

test('what is made out is found again by its number and by its ticket', () => {
  const { ledger, first, second } = shop()
  giveInvoice(ledger, second.number)
  giveInvoice(ledger, first.number)
  giveForm(ledger, first)
  giveCertificate(ledger, first, 1)
  expect(ledger.papersOfTicket(first.number)).toEqual({
    invoice: 2,
    exportForm: 1,
    visitorsKept: [1],
    certificates: [{ number: 1, line: 1 }],
  })
  expect(ledger.papersOfTicket(999 as TicketNumber)).toEqual({
    invoice: null,
    exportForm: null,
    visitorsKept: [],
    certificates: [],
  })
  expect(ledger.findInvoice(2)).toEqual({ number: 2, ticketNumber: first.number, buyer, at, by: 'amina' })
  expect(ledger.findExportForm(1)).toMatchObject({
    number: 1,
    ticketNumber: first.number,
    visitor,
    voided: false,
  })
  expect(ledger.findCertificate(1)).toMatchObject({ line: 1, sku: first.lines[0]?.sku, piece, voided: false })
  expect([ledger.findInvoice(3), ledger.findExportForm(2), ledger.findCertificate(2)]).toEqual([
    null,
    null,
    null,
  ])
  expect(ledger.nextPaper()).toEqual({ invoice: 3, exportForm: 2, certificate: 2 })
})

test('a number out of turn, a second invoice, a second form that stands: nothing of it becomes durable', () => {
  const { ledger, first, second } = shop()
  giveInvoice(ledger, first.number)
  giveForm(ledger, first)
  giveCertificate(ledger, first)
  const head = ledger.head()
  const ticketNumber = second.number
  const issue = (number: number) => () =>
    ledger.append([{ kind: 'invoiceIssued', number, ticketNumber, buyer }], 'amina', at)
  expect(issue(3)).toThrow('invoice 3 where invoice 2 is due')
  expect(issue(1)).toThrow('invoice 1 where invoice 2 is due')
  expect(() => giveInvoice(ledger, first.number)).toThrow('has an invoice already')
  expect(() => giveForm(ledger, first)).toThrow(/UNIQUE/)
  expect(() => giveCertificate(ledger, first)).toThrow(/UNIQUE/)
  const voided = (kind: 'exportFormVoided' | 'certificateVoided', number: number) => () =>
    ledger.append([{ kind, number, ticketNumber, because: 'mistaken' }], 'amina', at)
  expect(voided('exportFormVoided', 7)).toThrow('does not stand')
  // Of another ticket.
  expect(voided('exportFormVoided', 1)).toThrow('does not stand')
  expect(voided('certificateVoided', 1)).toThrow('does not stand')
  expect(ledger.head()).toEqual(head)
  expect(ledger.printJobs.waiting()).toHaveLength(3)
})

test('void, a form is still there to be read, and its ticket free for another', () => {
  const { ledger, first } = shop()
  giveForm(ledger, first)
  const voided = {
    kind: 'exportFormVoided',
    number: 1,
    ticketNumber: first.number,
    because: 'returned',
  } as const
  ledger.append([voided], 'amina', at)
  expect(() => ledger.append([voided], 'amina', at)).toThrow('does not stand')
  expect(ledger.findExportForm(1)?.voided).toBe(true)
  expect(ledger.papersOfTicket(first.number).exportForm).toBeNull()
  expect(giveForm(ledger, first)).toBe(2)
})

test('a visitor who is forgotten is nowhere on the disk, and the ledger is whole without them', () => {
  const { folder, ledger, first, second } = shop()
  giveForm(ledger, first, 'Mademoiselle Introuvable')
  giveForm(ledger, second)
  const onDisk = (): string =>
    ['', '-wal'].map((suffix) => readFileSync(ledgerPath(folder) + suffix, 'latin1')).join('')
  expect(onDisk()).toContain('Mademoiselle Introuvable')
  const forget = (form: number) => () =>
    ledger.append([{ kind: 'visitorForgotten', form, ticketNumber: first.number }], 'hassan', at, [], {
      visitorsForgotten: [form],
    })
  forget(1)()
  expect(onDisk()).not.toContain('Mademoiselle Introuvable')
  expect(ledger.papersOfTicket(first.number)).toMatchObject({ exportForm: 1, visitorsKept: [] })
  // Once only; of this ticket only; and of a form that is there.
  for (const form of [1, 2, 3]) expect(forget(form)).toThrow('nobody is kept')
  expect(ledger.findExportForm(1)).toMatchObject({ visitor: null, number: 1 })
  expect(ledger.findExportForm(2)?.visitor).toEqual(visitor)
  expect(verifyLedger(folder).problems).toEqual([])
})

test('the newest key is the one the shop signs with', () => {
  const { ledger } = shop()
  expect(ledger.shopKey()).toBeNull()
  liveOnPaper(ledger)
  expect(ledger.shopKey()).toBe('second')
  expect(ledger.shopKeys()).toEqual(['second', 'first'].map((publicKey) => ({ publicKey, at })))
})

test('an approval is found by its attempt', () => {
  const { ledger } = shop()
  const cards = firstSales(ledger, 12).flatMap(({ tenders }) =>
    tenders.flatMap((tender) => (tender.kind === 'card' ? [tender] : [])),
  )
  expect(cards.length).toBeGreaterThan(1)
  for (const { attemptId, approval } of cards) expect(ledger.approvalOf(attemptId)).toEqual(approval)
  expect(ledger.approvalOf('none' as never)).toBeNull()
})
