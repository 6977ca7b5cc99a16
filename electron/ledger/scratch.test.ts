import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { refundFacts, saleFacts } from '#test/harness/ledger-facts.ts'
import { everyRow, live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { liveOnMarket, marketDesk, uniqueItem } from '#test/harness/ledger-market.ts'
import { firstSales, giveForm, giveInvoice, liveOnPaper, printNext } from '#test/harness/ledger-papers.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { openScratchLedger } from './scratch.ts'

const at = stoppedClock.now()

function training() {
  const folder = testFolder()
  const real = testLedger(folder)
  live(real, { items: 50, tickets: 40 })
  const scratch = openScratchLedger({ folder, from: real, clock: stoppedClock })
  return { folder, real, scratch }
}

test('training finds the shop as it is', () => {
  const { real, scratch } = training()
  expect(scratch.openShift()).toEqual(real.openShift())
  expect(scratch.settings()).toEqual(real.settings())
  expect(scratch.people()).toEqual(real.people())
  expect(scratch.listCategories()).toEqual(real.listCategories())
  expect(scratch.nextTicketNumber()).toBe(real.nextTicketNumber())
  expect(scratch.grandTotal()).toBe(real.grandTotal())
  const shift = real.openShift()
  expect(shift && scratch.drawer(shift.shiftId)).toEqual(shift && real.drawer(shift.shiftId))
  const query = { text: 'tap', category: null, limit: 50, offset: 0 }
  expect(scratch.searchItems(query)).toEqual(real.searchItems(query))
  const list = { text: '', before: null, limit: 100 }
  expect(scratch.listTickets(list)).toEqual(real.listTickets(list))
  expect(scratch.findTicket(5 as TicketNumber)).toEqual(real.findTicket(5 as TicketNumber))
  expect(scratch.unfinishedSales()).toEqual([])
  scratch.close()
})

test('what is sold in training is not sold', () => {
  const { folder, real, scratch } = training()
  const before = everyRow(folder)
  const shift = real.openShift()
  if (shift === null) throw new Error('the shop is open')
  const { shiftId, businessDay } = shift
  const number = scratch.nextTicketNumber()
  const sale = saleFacts({
    n: 9_999,
    number,
    shiftId,
    businessDay,
    items: [demoItem(0), demoItem(1)],
    tender: 'card',
    terminalSequence: 1,
  })
  scratch.append([{ kind: 'catalogueLoaded', items: [demoItem(777)] }], 'amina', at)
  for (const { facts, forwards } of sale.steps) scratch.append(facts, 'amina', at, forwards)
  const past = real.findTicket(3 as TicketNumber)?.ticket as Ticket
  const refund = refundFacts(10_000, number + 1, shiftId, past, 1)
  scratch.append(refund.facts, 'amina', at, refund.forwards)

  expect(scratch.listTickets({ text: '', before: null, limit: 3 }).map((ticket) => ticket.number)).toEqual([
    number + 1,
    number,
    number - 1,
  ])
  expect(scratch.refundedUnits(past.number).get(1)).toBe((real.refundedUnits(past.number).get(1) ?? 0) + 1)
  expect(scratch.stockOf(demoItem(0).sku)).toBe((real.stockOf(demoItem(0).sku) ?? 0) - 1)
  expect(everyRow(folder)).toEqual(before)
  scratch.close()
  expect(existsSync(join(folder, 'training.db'))).toBe(false)
})

test('training has no marketplace, and what it sells nobody is told to have lost', () => {
  const { folder, real } = training()
  liveOnMarket(real)
  const rug = uniqueItem(3)
  real.append([{ kind: 'catalogueLoaded', items: [rug] }], 'amina', at)
  const order = marketDesk(real, at, 9_000).take([rug.sku])
  const before = everyRow(folder)
  const scratch = openScratchLedger({ folder, from: real, clock: stoppedClock })
  expect(scratch.marketConnection()).toBeNull()
  expect(scratch.findOnlineOrder(order)).toBeNull()
  expect([scratch.openOnlineOrders(), scratch.onlineTasks(), scratch.pastOnlineOrders(null, 9)]).toEqual([
    [],
    [],
    [],
  ])
  expect(scratch.listedSkus(null, 9)).toEqual([])
  expect([scratch.market.ordersCursor('connection-1'), scratch.market.holds()]).toEqual([null, []])
  expect([scratch.orderWanting(rug.sku), scratch.promisedUnits(rug.sku)]).toEqual([null, 0])
  marketDesk(scratch, at, 9_500).sell([rug])
  expect(scratch.pieceIsSold(rug.sku)).toBe(true)
  expect(real.ordersToLose()).toEqual([])
  expect(real.orderWanting(rug.sku)?.order.id).toBe(order)
  expect(everyRow(folder)).toEqual(before)
  scratch.close()
})

test('papers made out, printed and taken back in training were never made out', () => {
  const { folder, real } = training()
  liveOnPaper(real)
  const before = everyRow(folder)
  const scratch = openScratchLedger({ folder, from: real, clock: stoppedClock })
  expect(scratch.nextPaper()).toEqual(real.nextPaper())
  expect(scratch.shopKey()).toBe(real.shopKey())
  expect(scratch.printJobs.recent(9)).toEqual([])

  const [, second] = firstSales(scratch, 2)
  const last = firstSales(scratch, 20).at(-1)
  if (second === undefined || last === undefined) throw new Error('the shop has sold')
  const { number: ticketNumber } = second
  const standing = real.papersOfTicket(ticketNumber)
  expect(scratch.papersOfTicket(ticketNumber)).toEqual(standing)
  const form = standing.exportForm ?? 0
  expect(scratch.findExportForm(form)).toEqual(real.findExportForm(form))

  // A past ticket given back in training takes its real papers along, for the training.
  const because = 'returned'
  scratch.append([{ kind: 'exportFormVoided', number: form, ticketNumber, because }], 'amina', at)
  expect(scratch.papersOfTicket(ticketNumber).exportForm).toBeNull()
  expect(scratch.findExportForm(form)?.voided).toBe(true)
  const [certificate] = standing.certificates
  if (certificate === undefined) throw new Error('the second sale has a certificate')
  scratch.append(
    [{ kind: 'certificateVoided', number: certificate.number, ticketNumber, because }],
    'amina',
    at,
  )
  expect(scratch.findCertificate(certificate.number)?.voided).toBe(true)
  expect(real.findCertificate(certificate.number)?.voided).toBe(false)
  // Whom training forgets the shop still knows.
  expect(scratch.findExportForm(form)?.visitor).not.toBeNull()
  scratch.append([{ kind: 'visitorForgotten', form, ticketNumber }], 'hassan', at, [], {
    visitorsForgotten: [form],
  })
  expect(scratch.findExportForm(form)?.visitor).toBeNull()
  expect(scratch.findInvoice(giveInvoice(scratch, last.number))?.ticketNumber).toBe(last.number)
  expect(scratch.findExportForm(giveForm(scratch, last, 'Trainee'))?.visitor?.name).toBe('Trainee')

  expect(everyRow(folder)).toEqual(before)
  expect(real.findExportForm(form)).toMatchObject({ voided: false, visitor: { name: expect.any(String) } })
  scratch.close()
})

test('a real paper printed in training is a copy of the real one, and the strip of a practice is not', () => {
  const { folder, real } = training()
  const shift = real.openShift()?.shiftId
  if (shift === undefined) throw new Error('the shop is open')
  const ticket = 1 as TicketNumber
  const strip = { kind: 'shiftReport', shift, language: 'fr' } as const
  const receipt = { kind: 'receipt', ticket } as const
  real.append([], 'amina', at, [], { prints: [receipt, strip] })
  for (const _ of [1, 2]) printNext(real, 'done')
  const copies = real.nextCopyOf(receipt)
  expect(copies).toBeGreaterThan(0)
  const scratch = openScratchLedger({ folder, from: real, clock: stoppedClock })
  scratch.append([], 'amina', at, [], { prints: [receipt, receipt, strip] })
  const begun = scratch.printJobs.waiting().map(({ id }) => scratch.printQueue.begin(id, 'p').copy)
  expect(begun).toEqual([copies, copies + 1, 0])
  expect(scratch.nextCopyOf(receipt)).toBe(copies + 2)
  expect(real.nextCopyOf(receipt)).toBe(copies)
  scratch.close()
})

test('each training begins anew, also after one that was cut short', () => {
  const { folder, real } = training()
  const again = openScratchLedger({ folder, from: real, clock: stoppedClock })
  expect(again.nextTicketNumber()).toBe(real.nextTicketNumber())
  again.close()
})

test('training on a shop that is closed begins closed', () => {
  const folder = testFolder()
  const real = testLedger(folder)
  const scratch = openScratchLedger({ folder, from: real, clock: stoppedClock })
  expect(scratch.openShift()).toBeNull()
  scratch.close()
})
