import { expect, test } from 'vitest'
import { replayLines } from './stage/replayed.ts'

test('rounding, VAT, owner shares and the drawer of one sale and one refund, worked out by hand', async () => {
  const { code, printed } = await replayLines([
    {
      do: 'catalogue',
      items: [
        { sku: 'A', name: { ar: 'أ' }, price: '10.04', vat: '20', stock: 5, owner: 'coop', share: '0.333' },
      ],
    },
    { do: 'config', cashRounding: '0.10' },
    { do: 'open', cashier: 'amina', float: '100.00' },
    { do: 'scan', sku: 'A', qty: 3 },
    { do: 'pay', tender: 'cash', given: '50.00' },
    { do: 'refund', ticket: 1, line: 1, qty: 1, tender: 'cash' },
    { do: 'close', counted: '120.00' },
  ])
  const { chain, ...totals } = printed
  expect(code).toBe(0)
  expect(chain.valid).toBe(true)
  expect(totals).toEqual({
    tickets: 1,
    refunds: 1,
    cancelled: 0,
    gross: '20.08',
    discounts: '0.00',
    // 30.12 ÷ 6 = 5.02; 10.04 ÷ 6 = 1.673… → 1.67
    vat: [{ rate: '20', net: '16.73', vat: '3.35', gross: '20.08' }],
    // 30.10 kept, 10.00 given back
    tenders: [{ kind: 'cash', amount: '20.10' }],
    rounding: '0.02',
    drawer: {
      float: '100.00',
      cash: '20.10',
      in: '0.00',
      out: '0.00',
      expected: '120.10',
      counted: '120.00',
      difference: '-0.10',
    },
    // 10.02996 → 10.03; 3.34332 → 3.34
    owners: [{ owner: 'coop', gross: '20.08', due: '6.69' }],
    stock: [{ sku: 'A', qty: 3 }],
    cards: { approved: 0, declined: 0, unknown: 0 },
    outbox: { acquirer: 0, marketplace: 2 },
    grandTotal: '20.08',
    refused: [],
  })
})
