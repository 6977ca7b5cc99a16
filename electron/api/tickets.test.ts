import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { CardTerminal } from '#electron/checkout/ports.ts'
import { silentLog } from '#electron/platform/log.ts'
import { exportFormCheck } from '#shared/cart/export-form.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { refundFacts, saleFacts } from '#test/harness/ledger-facts.ts'
import { stoppedClock, testLedger } from '#test/harness/ledger-folder.ts'
import { giveCertificate, giveForm, giveInvoice } from '#test/harness/ledger-papers.ts'
import { demoItem, demoSettings } from '#test/harness/made-up-shop.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

const shiftId = 'shift' as ShiftId
const businessDay = '2026-11-23'
const at = stoppedClock.now()

/** A ledger with a sale on a card (1) and one in cash (2), and a terminal beside it. */
function opened(terminal: Partial<CardTerminal>) {
  const ledger = testLedger()
  const items = [demoItem(1), demoItem(2)]
  ledger.append(
    [
      { kind: 'catalogueLoaded', items },
      { kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float: dirham(0) },
    ],
    'amina',
    at,
  )
  const sales = (['card', 'cash'] as const).map((tender, index) => {
    const number = index + 1
    return saleFacts({ n: number, number, shiftId, businessDay, items, tender, terminalSequence: 1 })
  })
  for (const { facts, forwards } of sales.flatMap((sale) => sale.steps))
    ledger.append(facts, 'amina', at, forwards)
  const { till } = fakeTill()
  const port = { current: () => ({ ...standing, ...terminal }) }
  const here = { ...till, ledger, devices: { ...till.devices, terminal: port } }
  const context = { till: here, session: openSession(here, () => 0), log: silentLog }
  const client = createRouterClient(router, { context })
  return {
    ledger,
    sales,
    papers: async (number: number) => {
      const answer = await client.tickets.get({ number })
      return answer.ok ? answer.value.papers : answer.refusal.code
    },
    voidable: async (number: number) => {
      const answer = await client.tickets.get({ number })
      return answer.ok ? answer.value.voidable : answer.refusal.code
    },
  }
}

const never = () => Promise.reject(new Error('nothing is asked of the terminal to show a ticket'))
const standing: CardTerminal = {
  // Where the sales of `saleFacts` were charged.
  id: 't1',
  name: 'Counter terminal',
  protocol: 'naps',
  capabilities: {
    void: true,
    refund: false,
    query: true,
    settle: true,
    totals: false,
    abort: true,
    prints: false,
    byHand: false,
  },
  charge: never,
  recover: never,
  void: never,
}

test('a ticket of this shift on one card can be undone by the terminal that took it', async () => {
  const { voidable } = opened({})
  expect(await Promise.all([1, 2, 3].map(voidable))).toEqual([true, false, 'unknownTicket'])
})

test('not by another terminal, nor by one that undoes nothing', async () => {
  expect(await opened({ id: 'another' }).voidable(1)).toBe(false)
  const capabilities = { ...standing.capabilities, void: false }
  expect(await opened({ capabilities }).voidable(1)).toBe(false)
})

test('not once part of it went back, and a refund ticket never', async () => {
  const { ledger, sales, voidable } = opened({})
  const [sold] = sales
  if (sold === undefined) throw new Error('a sale was made')
  const { facts, forwards } = refundFacts(3, 3, shiftId, sold.ticket, 1)
  ledger.append(facts, 'amina', at, forwards)
  expect(await Promise.all([1, 3].map(voidable))).toEqual([false, false])
})

test('a ticket shows what was made out for it, and whether a tax-refund form could be', async () => {
  const { ledger, sales, papers } = opened({})
  expect(await papers(1)).toMatchObject({
    invoice: null,
    exportForm: null,
    exportFormRefused: 'notOffered',
    certificates: [],
  })
  const settings = { ...demoSettings, exportForms: { operator: '' } }
  ledger.append([{ kind: 'shopConfigured', settings }], 'hassan', at)
  const [sold] = sales
  if (sold === undefined) throw new Error('a sale was made')
  giveInvoice(ledger, sold.ticket.number)
  giveCertificate(ledger, sold.ticket)
  const check = exportFormCheck(sold.ticket, new Map(), settings, businessDay)
  expect(await papers(1)).toEqual({
    invoice: 1,
    invoiceRefused: null,
    exportForm: null,
    exportFormRefused: check.ok ? null : check.reason,
    exportMissing: check.ok ? 0 : check.missing,
    exportGross: check.gross,
    exportVat: check.vat,
    visitorsKept: [],
    certificates: [{ number: 1, line: 1 }],
  })
  const { facts, forwards } = refundFacts(3, 3, shiftId, sold.ticket, 1)
  ledger.append(facts, 'amina', at, forwards)
  expect(await papers(3)).toMatchObject({ invoice: null, exportFormRefused: 'refundTicket' })
})

test('a ticket that was wholly given back says why it gets no invoice', async () => {
  const { ledger, sales, papers } = opened({})
  const sold = sales[1]?.ticket
  if (sold === undefined) throw new Error('a second sale was made')
  for (const [index] of sold.lines.entries()) {
    expect(await papers(2)).toMatchObject({ invoiceRefused: null })
    const { facts, forwards } = refundFacts(3 + index, 3 + index, shiftId, sold, index + 1)
    ledger.append(facts, 'amina', at, forwards)
  }
  expect(await papers(2)).toMatchObject({ invoice: null, invoiceRefused: 'givenBack' })
})

test('a ticket names the forms whose visitor is still kept', async () => {
  const { ledger, sales, papers } = opened({})
  const [sold] = sales
  if (sold === undefined) throw new Error('a sale was made')
  const form = giveForm(ledger, sold.ticket)
  expect(await papers(1)).toMatchObject({ exportForm: form, visitorsKept: [form] })
  const fact = { kind: 'visitorForgotten', form, ticketNumber: sold.ticket.number } as const
  ledger.append([fact], 'hassan', at, [], { visitorsForgotten: [form] })
  expect(await papers(1)).toMatchObject({ exportForm: form, visitorsKept: [] })
})
