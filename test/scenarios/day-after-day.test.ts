import { expect, test } from 'vitest'
import { emptyFolder, morning, pot, replayLines } from './stage/replayed.ts'

test('a second day on the same folder counts its own tickets; the grand total goes on', async () => {
  const data = emptyFolder()
  const first = await replayLines(
    [
      ...morning,
      { do: 'scan', sku: 'POT' },
      { do: 'pay', tender: 'card' },
      { do: 'scan', sku: 'RUG' },
      { do: 'park', name: 'a' },
      { do: 'close', counted: '100.00' },
    ],
    data,
  )
  expect(first.printed).toMatchObject({ tickets: 1, grandTotal: '120.00' })

  const second = await replayLines(
    [
      { do: 'open', cashier: 'omar', float: '50.00' },
      { do: 'scan', sku: 'RUG' },
      { do: 'resume', name: 'a' },
      { do: 'pay', tender: 'cash', given: '1000.00' },
      { do: 'refund', ticket: 2, line: 1, qty: 1, tender: 'cash' },
      { do: 'refund', ticket: 1, line: 1, qty: 1, tender: 'cash' },
      { do: 'scan', sku: 'RUG' },
      { do: 'pay', tender: 'card', terminal: 'decline' },
      { do: 'close', counted: '50.00' },
      { do: 'cancel' },
      { do: 'close', counted: '50.00' },
    ],
    data,
  )
  expect(second.printed).toMatchObject({
    tickets: 1,
    refunds: 1,
    cancelled: 1,
    gross: '0.00',
    stock: [{ sku: 'RUG', qty: 1 }],
    cards: { approved: 0, declined: 1, unknown: 0 },
    drawer: { float: '50.00', cash: '0.00', expected: '50.00', difference: '0.00' },
    outbox: { acquirer: 0, marketplace: 2 },
    grandTotal: '120.00',
    refused: [
      { line: 2, code: 'alreadySold' },
      { line: 5, code: 'unknownTicket' },
      { line: 9, code: 'saleOpen' },
    ],
    chain: { valid: true },
  })
})

test('training, also across a restart, leaves no trace', async () => {
  const { printed } = await replayLines([
    ...morning,
    { do: 'training', on: true },
    { do: 'catalogue', items: [{ ...pot, price: '1.00' }] },
    { do: 'scan', sku: 'RUG' },
    { do: 'pay', tender: 'card', terminal: 'silent' },
    { do: 'pay', tender: 'cash', given: '5000.00' },
    { do: 'restart' },
    { do: 'scan', sku: 'RUG' },
    { do: 'pay', tender: 'cash', given: '5000.00' },
    { do: 'scan', sku: 'NOPE' },
    { do: 'training', on: false },
    { do: 'scan', sku: 'POT' },
    { do: 'pay', tender: 'card' },
  ])
  expect(printed).toMatchObject({
    tickets: 1,
    gross: '120.00',
    stock: [{ sku: 'POT', qty: 49 }],
    cards: { approved: 1, declined: 0, unknown: 0 },
    outbox: { acquirer: 1, marketplace: 1 },
    grandTotal: '120.00',
    refused: [],
  })
})
