import { expect, test } from 'vitest'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { amount } from '#shared/money/amount.ts'
import { nextCursor, readCursor, writeCursor } from './order-cursor.ts'

const start = { since: 0, skip: 0, asOf: null, open: [] }

const order = (id: string, utcMs: number, state: OrderState): OnlineOrder => ({
  id,
  number: id,
  state,
  placedAt: { utcMs, offsetMinutes: 60 },
  lines: [],
  total: amount(0),
  currency: 'MAD',
  shipping: amount(0),
  buyer: { name: '', email: '', language: '', address: '', country: '' },
  delivery: 'ship',
})

test('a cursor that was written is read; another is none', () => {
  const cursor = { since: 7, skip: 0, asOf: 9, open: ['1', '2'] }
  expect(readCursor(writeCursor(cursor))).toEqual({ end: 'done', value: cursor })
  for (const text of ['', 'null', '7/2', '{"since":-1,"skip":0,"asOf":0,"open":[]}']) {
    expect(readCursor(text)).toMatchObject({ end: 'refused', code: 'malformed' })
  }
})

test('an order stays open until its end is seen', () => {
  const paid = nextCursor(start, [order('1', 5, 'paid'), order('2', 6, 'placed')], 6, 0)
  expect(paid.open).toEqual(['1', '2'])
  expect(nextCursor(paid, [order('1', 5, 'shipped'), order('2', 6, 'refunded')], 6, 0).open).toEqual([])
})

test('full pages of one instant are left behind one by one, and after the last the instant is that of the walk’s beginning', () => {
  const full = nextCursor(start, [order('1', 50, 'paid')], 70, 100)
  expect(full).toMatchObject({ since: 0, skip: 100, asOf: 70 })
  expect(nextCursor(full, [order('2', 900, 'paid')], 70, 0)).toMatchObject({ since: 70, skip: 0, asOf: null })
})
