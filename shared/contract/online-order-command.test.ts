import { expect, test } from 'vitest'
import { commandSchema } from './command-schema.ts'

const sell = (move: unknown, order: unknown = 'gid://shop/Order/7') =>
  commandSchema.safeParse({ type: 'sellOnlineOrder', order, move })

test('an order goes over the counter, or on its way with or without a number to follow', () => {
  for (const move of [
    { to: 'handedOver' },
    { to: 'shipped', carrier: 'Amana', tracking: 'AM123456789MA' },
    { to: 'shipped', carrier: '', tracking: '' },
  ])
    expect(sell(move).data).toEqual({ type: 'sellOnlineOrder', order: 'gid://shop/Order/7', move })
})

test.each([
  ['no order', sell({ to: 'handedOver' }, '')],
  ['an order as long as a page', sell({ to: 'handedOver' }, 'x'.repeat(201))],
  ['nowhere to go', sell({ to: 'returned' })],
  ['no carrier', sell({ to: 'shipped', tracking: 'AM1' })],
  ['a number as long as a page', sell({ to: 'shipped', carrier: 'Amana', tracking: 'x'.repeat(81) })],
])('%s is no command', (_, { success }) => {
  expect(success).toBe(false)
})

test('no cashier takes money for the marketplace by hand, and no item takes a sku of the till’s own', () => {
  const pay = { type: 'payOther', tender: 'online', amount: null, reference: '1001' }
  expect(commandSchema.safeParse(pay).success).toBe(false)
  const item = {
    sku: '@shipping',
    name: { fr: 'Livraison' },
    price: 100,
    floor: null,
    vat: '20',
    unique: false,
    stock: 1,
    owner: null,
    barcodes: [],
    category: null,
    maker: null,
    village: null,
  }
  const load = (sku: string) =>
    commandSchema.safeParse({ type: 'loadCatalogue', items: [{ ...item, sku }] }).success
  expect([load('SHIPPING'), load('@shipping'), load(' @shipping')]).toEqual([true, false, false])
})
