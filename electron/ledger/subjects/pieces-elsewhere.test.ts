import { expect, test } from 'vitest'
import type { TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { TillTicket } from '#shared/marketplace/order.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { marketDesk, otherTicket, uniqueItem } from '#test/harness/ledger-market.ts'
import { verifyLedger } from '../verify/verify.ts'

const rug = uniqueItem(1)
const { sku } = rug

function stage() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const desk = marketDesk(ledger)
  desk.say({ kind: 'catalogueLoaded', items: [rug] })
  const theySold = (ticket: TillTicket = otherTicket): void =>
    desk.say({
      kind: 'shopStockTaken',
      counts: [],
      sold: [{ sku, ticket, ours: ledger.ownTicketOf(sku) }],
      back: [],
    })
  const theyTookBack = (): void => desk.say({ kind: 'shopStockTaken', counts: [], sold: [], back: [sku] })
  const twice = () => ledger.soldTwice().map(({ ours, theirs }) => ({ ours, theirs }))
  return { folder, ledger, desk, theySold, theyTookBack, twice }
}

const conflict = [{ ours: 1, theirs: otherTicket }]

test('a piece that we had sold when another till’s sale is told of is sold twice', () => {
  const { ledger, desk, theySold, twice, folder } = stage()
  desk.sell([rug])
  expect(ledger.ownTicketOf(sku)).toBe(1)
  theySold()
  theySold()
  expect(twice()).toEqual(conflict)
  expect(ledger.soldTwice()[0]?.since).toEqual(ledger.head()?.at)
  expect(ledger.soldElsewhere(sku)).toEqual(otherTicket)
  expect(verifyLedger(folder).problems).toEqual([])
})

test('so is one that we sell although another till has: it was in a cart', () => {
  const { ledger, desk, theySold, twice, folder } = stage()
  theySold()
  expect(twice()).toEqual([])
  desk.sell([rug])
  expect(twice()).toEqual(conflict)
  expect(ledger.stockOf(sku)).toBe(0)
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a refund of ours ends it, and the piece is not on our shelf by that', () => {
  const { ledger, desk, theySold, theyTookBack, twice, folder } = stage()
  const ticket = desk.sell([rug])
  theySold()
  desk.giveBack(ticket)
  expect(twice()).toEqual([])
  expect(ledger.pieceIsSold(sku)).toBe(true)
  theyTookBack()
  expect(ledger.pieceIsSold(sku)).toBe(false)
  expect(ledger.soldElsewhere(sku)).toBeNull()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a refund of theirs ends it, and the piece is ours', () => {
  const { ledger, desk, theySold, twice, folder } = stage()
  desk.sell([rug])
  theySold()
  theySold({ till: ledger.tillId as TillId, number: 1 as TicketNumber })
  expect(twice()).toEqual([])
  expect(ledger.soldBy(sku)).toEqual({ till: ledger.tillId, number: 1 })
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a person’s word ends it, and the same told again is nothing new', () => {
  const { desk, theySold, twice, folder } = stage()
  desk.sell([rug])
  theySold()
  const closed = { kind: 'soldTwiceClosed', sku, note: 'two rugs, one label' } as const
  desk.say({ ...closed, ticket: 9 as TicketNumber })
  expect(twice(), 'of another ticket it says nothing').toEqual(conflict)
  desk.say({ ...closed, ticket: 1 as TicketNumber })
  expect(twice()).toEqual([])
  theySold()
  expect(twice()).toEqual([])
  expect(verifyLedger(folder).problems).toEqual([])
})
