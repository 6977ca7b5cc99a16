import { expect, test } from 'vitest'
import { morning, pot, replayLines } from './stage/replayed.ts'

test('amounts of nothing change nothing, and are not refused', async () => {
  const { printed } = await replayLines([
    ...morning,
    { do: 'cash', kind: 'in', amount: '0.00', reason: 'change' },
    { do: 'cash', kind: 'out', amount: '0.00', reason: 'change' },
    { do: 'scan', sku: 'POT' },
    { do: 'pay', tender: 'cash', given: '0.00' },
    { do: 'scan', sku: 'POT' },
    { do: 'pay', tender: 'card' },
    { do: 'close', counted: '100.00' },
  ])
  expect(printed).toMatchObject({
    refused: [],
    gross: '240.00',
    tenders: [{ kind: 'card', amount: '240.00' }],
    drawer: { cash: '0.00', in: '0.00', out: '0.00', difference: '0.00' },
  })
})

test('training is neither begun nor ended over an open sale; inside it, its end is always taken', async () => {
  const { printed } = await replayLines([
    ...morning,
    { do: 'scan', sku: 'POT' },
    { do: 'training', on: true },
    { do: 'training', on: false },
    { do: 'cancel' },
    { do: 'training', on: true },
    { do: 'scan', sku: 'POT' },
    { do: 'training', on: false },
    { do: 'pay', tender: 'card' },
  ])
  expect(printed).toMatchObject({
    tickets: 0,
    cancelled: 1,
    refused: [
      { line: 4, code: 'saleOpen' },
      { line: 5, code: 'saleOpen' },
      { line: 10, code: 'noOpenSale' },
    ],
  })
})

test('an owner without a share is due nothing, a share without an owner is nobody’s', async () => {
  const { printed } = await replayLines([
    ...morning,
    {
      do: 'catalogue',
      items: [
        { ...pot, owner: 'coop-a' },
        { ...pot, sku: 'JAR', share: '0.70' },
      ],
    },
    { do: 'scan', sku: 'POT' },
    { do: 'scan', sku: 'JAR' },
    { do: 'pay', tender: 'card' },
  ])
  expect(printed.owners).toEqual([{ owner: 'coop-a', gross: '120.00', due: '0.00' }])
})
