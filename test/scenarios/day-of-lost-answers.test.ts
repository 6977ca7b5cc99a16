import { expect, test } from 'vitest'
import { morning, replayLines } from './stage/replayed.ts'

test('a silent terminal leaves the attempt unknown, also after a restart, until a person settles it', async () => {
  const { printed } = await replayLines([
    ...morning,
    { do: 'scan', sku: 'POT' },
    { do: 'pay', tender: 'card', terminal: 'silent' },
    { do: 'pay', tender: 'card' },
    { do: 'restart' },
    { do: 'pay', tender: 'cash', given: '120.00' },
    { do: 'cancel' },
    { do: 'resolve', outcome: 'approved' },
    { do: 'resolve', outcome: 'approved' },
  ])
  expect(printed).toMatchObject({
    tickets: 1,
    cards: { approved: 1, declined: 0, unknown: 0 },
    tenders: [{ kind: 'card', amount: '120.00' }],
    outbox: { acquirer: 1, marketplace: 1 },
    refused: [
      { line: 5, code: 'unresolvedCharge' },
      { line: 7, code: 'unresolvedCharge' },
      { line: 8, code: 'unresolvedCharge' },
      { line: 10, code: 'noOpenSale' },
    ],
  })
})

test('an answer lost after approval is asked for; a part by card and the rest in cash make one ticket', async () => {
  const { printed } = await replayLines([
    ...morning,
    { do: 'scan', sku: 'POT', qty: 2 },
    { do: 'pay', tender: 'card', amount: '100.50', terminal: 'dropAfterApprove' },
    { do: 'scan', sku: 'POT' },
    { do: 'pay', tender: 'card', amount: '200.00' },
    { do: 'restart' },
    { do: 'pay', tender: 'cash', given: '200.00' },
    { do: 'close', counted: '239.50' },
  ])
  expect(printed).toMatchObject({
    tickets: 1,
    gross: '240.00',
    tenders: [
      { kind: 'card', amount: '100.50' },
      { kind: 'cash', amount: '139.50' },
    ],
    cards: { approved: 1, declined: 0, unknown: 0 },
    drawer: { expected: '239.50', difference: '0.00' },
    refused: [
      { line: 5, code: 'moneyTaken' },
      { line: 6, code: 'exceedsDue' },
    ],
  })
})

test('an attempt still unknown in the evening is counted as unknown, and its sale is not a ticket', async () => {
  const { printed } = await replayLines([
    ...morning,
    { do: 'scan', sku: 'POT' },
    { do: 'pay', tender: 'card', terminal: 'silent' },
  ])
  expect(printed).toMatchObject({
    tickets: 0,
    gross: '0.00',
    vat: [],
    tenders: [],
    drawer: null,
    cards: { approved: 0, declined: 0, unknown: 1 },
    chain: { valid: true },
  })
})
